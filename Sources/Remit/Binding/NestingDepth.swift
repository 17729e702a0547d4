// SPDX-License-Identifier: Apache-2.0

/// How deep conditions are nested, with the definitions that they use.
///
/// Planning, running and proving follow a definition into its body, so that a chain
/// of definitions is as deep for them as one long sentence.
struct NestingDepth {
  /// The depths of the definitions there are, by number.
  let definitions: [Int]

  /// The nesting of a condition, with what it leads to.
  ///
  /// - Complexity: O(size of the condition), which is nested no deeper than a statement.
  func depth(of condition: BoundCondition) -> Int {
    var inside = 0
    switch condition {
    case .definition(let id, _): inside = depth(of: id)
    case .link(let link, _, _): inside = depth(of: link)
    default: break
    }
    condition.forEachPart(
      condition: { inside = max(inside, depth(of: $0)) },
      term: { inside = max(inside, depth(of: $0)) })
    return inside + 1
  }

  private func depth(of term: BoundTerm) -> Int {
    var inside = 0
    if case .walk(_, from: _, to: _, let hops) = term {
      inside = hops.map { depth(of: $0.link) }.max() ?? 0
    }
    term.forEachPart(
      condition: { inside = max(inside, depth(of: $0)) },
      term: { inside = max(inside, depth(of: $0)) })
    return inside + 1
  }

  private func depth(of link: BoundLink) -> Int {
    var deepest = 0
    for case .defined(let id) in link.relations { deepest = max(deepest, depth(of: id)) }
    return deepest
  }

  /// A definition that uses itself is followed once.
  private func depth(of id: DefinitionID) -> Int {
    id.index < definitions.count ? definitions[id.index] : 0
  }
}

extension Definition {
  /// The nesting of what it says, with the definitions that it uses.
  func depth(after definitions: [Definition]) -> Int {
    let nesting = NestingDepth(definitions: definitions.map(\.depth))
    return max(nesting.depth(of: body), undetermined.map(nesting.depth) ?? 0)
  }
}
