// SPDX-License-Identifier: Apache-2.0

extension Executor {
  /// All things of some kinds.
  func scan(_ kinds: [KindID], within limit: EntitySet?) -> EntitySet {
    guard let limit else { return EntitySet(all: kinds, in: graph) }
    // INVARIANT: a thing that was removed is in no set.
    return limit.only(kinds)
  }

  /// The thing a name means.
  func thing(_ name: NameID) -> EntitySet {
    guard names.indices.contains(name.index), names[name.index] != Frame.nothing else {
      return EntitySet()
    }
    return EntitySet(of: [names[name.index]], in: graph)
  }
}
