// SPDX-License-Identifier: Apache-2.0

/// A quantified condition on one thing, taken apart by what each part is about.
struct PartnerPattern {
  /// Links between the thing and the quantified one that can be followed.
  var hops: [Hop] = []
  /// Conditions on the quantified thing alone.
  var partner: [BoundCondition] = []
  /// Conditions that are not about the quantified thing.
  var own: [BoundCondition] = []
  /// Conditions on both.
  var pair: [BoundCondition] = []

  /// Takes conjunctions apart.
  ///
  /// - Parameters:
  ///   - conditions: What has to hold of the pair.
  ///   - own: The variable outside.
  ///   - partner: The quantified variable.
  init(_ conditions: [BoundCondition], own: Variable, partner: Variable) {
    for condition in conditions.flatMap(\.conjuncts) {
      let free = condition.freeVariables
      if case .link(let link, let from, let to) = condition, link.time.isClosed,
        free == [own, partner], from != to
      {
        let hop = Hop(link: link, isForward: from == .variable(own))
        // What is said twice is not followed twice.
        if !hops.contains(hop) { hops.append(hop) }
      } else if free == [partner] {
        self.partner.append(condition)
      } else if !free.contains(partner) {
        self.own.append(condition)
      } else {
        pair.append(condition)
      }
    }
  }

  /// Whether the pattern can be answered by following links: repeated ones
  /// only if there is nothing else to hold of the pair.
  var isJoin: Bool {
    guard !hops.isEmpty else { return false }
    return hops.allSatisfy { $0.link.repetition == nil } || hops.count == 1 && pair.isEmpty
  }

  /// The partners, with everything that is not a hop as a condition.
  func partners(
    own: Variable,
    _ variable: Variable,
    also conditions: [BoundCondition] = [],
    _ context: PlanContext
  ) -> Partners {
    let all = context.scan(variable)
    let among = partner.isEmpty ? all : .filter(all, variable, .conjunction(partner))
    return Partners(
      hops: hops,
      own: own,
      partner: variable,
      among: among,
      condition: .conjunction(pair + conditions)
    )
  }
}
