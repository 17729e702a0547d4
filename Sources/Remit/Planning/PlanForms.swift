// SPDX-License-Identifier: Apache-2.0

/// The sorts of operators a plan is made of: most rules look for one of them.
struct PlanForms: OptionSet {
  let rawValue: UInt8

  /// A set tested one thing at a time.
  static let filter = PlanForms(rawValue: 1)
  /// A set of what has partners, or has none, or so many.
  static let partners = PlanForms(rawValue: 2)
  /// Rows of several variables.
  static let join = PlanForms(rawValue: 4)
  /// What is made of the rows for the answer.
  static let answer = PlanForms(rawValue: 8)
  /// A set made in another way.
  static let set = PlanForms(rawValue: 16)

  /// All that can have conditions.
  static let conditions: PlanForms = [.filter, .partners, .join, .answer]
}

extension LogicalPlan {
  /// The sorts of all operators of the plan.
  ///
  /// - Complexity: O(*operators*).
  var forms: PlanForms {
    var found: PlanForms = []
    forEachPart { found.formUnion($0.form) }
    return found
  }

  private var form: PlanForms {
    switch self {
    case .filter: .filter
    case .semiJoin, .antiJoin, .countThreshold: .partners
    case .join: .join
    case .project, .aggregate, .sort, .limit, .limitEach, .periods: .answer
    case .empty, .scan, .thing, .definition, .extend, .closure, .division, .provided,
      .intersection, .union, .difference:
      .set
    }
  }
}
