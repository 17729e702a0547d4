// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What is put together at the same time as other things, where there is much of it.
extension GraphAssembly {
  /// What can be made without waiting for other parts of the graph.
  struct BuiltAhead: Sendable {
    var ranks: [KindID: [UInt32]] = [:]
    var links: [LinkDraft.Key: RebuiltLinks] = [:]
  }

  /// Orders names and sorts links of several kinds and relations at a time, where
  /// there are many of them.
  mutating func buildAhead() {
    guard let concurrently else { return }
    // The biggest first, so that none is left for the end.
    let kinds = builder.schema.kinds.filter {
      builder.renamed[$0.id.index].count > Concurrency.worthAThread
    }.sorted { builder.renamed[$0.id.index].count > builder.renamed[$1.id.index].count }
    let drafts = builder.drafts.filter { key, draft in
      draft.count > Concurrency.worthAThread && builder.schema[key.relation].origin == .stored
        && builder.records[key.left.index] == nil && builder.records[key.right.index] == nil
    }
    let keys = drafts.sorted { one, other in
      (other.value.count, one.key.relation) < (one.value.count, other.key.relation)
    }.map(\.key)
    guard kinds.count + keys.count > 1 else { return }
    let made = Mutex(BuiltAhead())
    let assembly = self
    concurrently(kinds.count + keys.count) { place in
      if place < kinds.count {
        let ranks = assembly.ranks(of: kinds[place])
        made.withLock { $0.ranks[kinds[place].id] = ranks }
      } else {
        let key = keys[place - kinds.count]
        let base = assembly.builder.links[key.relation.index].first {
          ($0.left, $0.right) == (key.left, key.right)
            || assembly.builder.schema[key.relation].isSymmetric
              && ($0.left, $0.right) == (key.right, key.left)
        }
        let links = assembly.rebuild(key, base)
        made.withLock { $0.links[key] = links }
      }
    }
    ahead = made.withLock { $0 }
  }
}
