// SPDX-License-Identifier: Apache-2.0

@testable import Remit

extension ReferenceEvaluator {
  /// Which things are how many steps away from one, by looking at all pairs.
  func walk(_ walk: Walk, _ from: Entity, _ to: Entity, _ hops: [Hop], _ context: Context) -> Value?
  {
    var ways: [Entity: [Entity]] = [from: [from]]
    var frontier = [from]
    let all = things(graph.schema.kinds.map(\.id))
    while ways[to] == nil, !frontier.isEmpty {
      var next: [Entity] = []
      for thing in frontier {
        for hop in hops {
          for other in all where ways[other] == nil {
            let (left, right) = hop.isForward ? (thing, other) : (other, thing)
            guard leads(hop.link, left, right, [:], context) else { continue }
            ways[other] = (ways[thing] ?? []) + [other]
            next.append(other)
          }
        }
      }
      frontier = next
    }
    guard let way = ways[to] else { return nil }
    switch walk {
    case .distance: return .number(Double(way.count - 1))
    case .path: return .text(way.map { graph.label(of: $0) }.joined(separator: " → "))
    }
  }
}
