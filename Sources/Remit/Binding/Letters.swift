// SPDX-License-Identifier: Apache-2.0

/// The things that letters and pronouns mean outside a statement: in an event,
/// or in a block that runs once for each thing.
struct Letters: Hashable, Sendable {
  /// The thing each letter means.
  var things: [String: Entity] = [:]
  /// What `it` means.
  var subject: Entity?

  /// Adds the letters of an inner block; they hide those of the same name.
  func adding(_ name: String?, _ thing: Entity) -> Letters {
    var inner = self
    if let name { inner.things[name] = thing }
    inner.subject = thing
    return inner
  }
}
