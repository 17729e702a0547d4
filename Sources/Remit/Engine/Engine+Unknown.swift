// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// A note of how many things pass a check only because something unknown is
  /// taken for what they need; none if all is known.
  ///
  /// - Parameters:
  ///   - offending: The things that offend, now.
  ///   - judge: Finds those that offend, in an engine.
  /// - Returns: One sentence, or none.
  /// - Throws: What `judge` throws.
  mutating func unknownNotes(
    beside offending: [Entity],
    _ judge: (inout Engine) throws(QueryError) -> [Entity]
  ) throws(QueryError) -> [String] {
    guard var without = withoutUnknown() else { return [] }
    let now = Set(offending)
    // Records are numbered anew when something is taken away.
    let other = try judge(&without).filter { !model.schema[$0.kind].isRecord && !now.contains($0) }
    guard !other.isEmpty else { return [] }
    return ["\(other.count) \(other.count == 1 ? "passes" : "pass") only by what is unknown"]
  }

  /// The same without the things that others name and nothing defines.
  private mutating func withoutUnknown() -> Engine? {
    let graph = currentGraph()
    var builder = self.builder()
    var hasUnknown = false
    for kind in graph.schema.kinds where kind.id.index < graph.things.count {
      for node in graph.things[kind.id.index].unknown.sorted() {
        hasUnknown = true
        guard (try? builder.removeThing(Entity(kind: kind.id, node: node))) != nil else {
          return nil
        }
      }
    }
    guard hasUnknown else { return nil }
    var without = self
    without.draft = builder
    return without
  }
}
