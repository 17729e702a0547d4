// SPDX-License-Identifier: Apache-2.0

/// What stands at the other end of one or more links from a thing.
struct Partners: Hashable, Sendable {
  /// The links, at least one, each of which has to lead to the partner.
  var hops: [Hop]
  /// The variable of the thing the hops start from.
  var own: Variable
  /// The variable of the partner.
  var partner: Variable
  /// The things that can be partners: a set plan.
  var among: LogicalPlan
  /// What else has to hold of the pair.
  var condition: BoundCondition
}

/// One variable of a join with the things it ranges over.
struct JoinInput: Hashable, Sendable {
  /// The variable that is bound.
  var variable: Variable
  /// A set plan.
  var plan: LogicalPlan
}

/// What is to be computed for a query, as operators over sets of things.
///
/// The first cases make *sets* of things, of one kind or several. `join` makes
/// *rows*: bindings of several variables; so does a `union` of joins, and a
/// set counts as rows of one variable. The last cases make the answer from rows.
///
/// `scan` below a `filter` that holds the whole condition is always a valid
/// plan; every ``OptimizerRule`` replaces some form by a cheaper one of equal
/// meaning. A plan is data: a second back end may read it.
indirect enum LogicalPlan: Hashable, Sendable {
  // MARK: Sets

  /// No thing: `controls that are not controls`.
  case empty
  /// All things of some kinds: `controls`.
  case scan([KindID])
  /// The thing a name finds: `Alice`.
  case thing(NameID)
  /// The things a defined adjective or noun holds of, computed once: `orphaned`.
  case definition(DefinitionID)
  /// Those of a set for which a condition holds, tested one at a time:
  /// `people whose department is "IT"`.
  case filter(LogicalPlan, Variable, BoundCondition)
  /// The things one hop away from a set: `owned by Alice`.
  case extend(LogicalPlan, Hop)
  /// The things reached from a set by repeating a hop: `reports to+ Alice`.
  case closure(LogicalPlan, Hop)
  /// Those of a set that have a partner: `people who own a critical control`.
  case semiJoin(LogicalPlan, Partners)
  /// Those of a set that have no partner: `controls with no owner`.
  case antiJoin(LogicalPlan, Partners)
  /// Those of a set whose number of partners compares so: `with at least 2 owners`.
  case countThreshold(LogicalPlan, Partners, Comparison, Int)
  /// Those of a set that a hop joins to every thing of another set: `people
  /// who hold every competence that A.5.3 requires`.
  case division(LogicalPlan, Hop, by: LogicalPlan)
  /// All of a set if another set has a member, else none: `…, where there is a risk`.
  case provided(LogicalPlan, by: LogicalPlan)
  /// The things in all of the sets: `critical controls that are planned`.
  case intersection([LogicalPlan])
  /// The things in any of the sets: `owned by Alice or Bob`.
  case union([LogicalPlan])
  /// Those of the first set that are not in the second: `that are not critical`.
  case difference(LogicalPlan, LogicalPlan)

  // MARK: Rows

  /// The bindings of several variables that fulfil all conditions:
  /// `people p who hold a role r, showing p and r`.
  case join([JoinInput], on: [BoundCondition])

  // MARK: Answers

  /// Distinct rows of columns: `showing name, department`.
  case project(LogicalPlan, [BoundColumn])
  /// A number for each group of heads: `number of risks per owner`. Of a share,
  /// `part` makes the heads that are counted.
  case aggregate(LogicalPlan, BoundMeasure, keys: [BoundKey], part: LogicalPlan?)
  /// The rows in the order of keys: `sorted by start date`.
  case sort(LogicalPlan, [BoundSort])
  /// The first rows: `first 10`.
  case limit(LogicalPlan, Int)
  /// The first rows of each group of rows that are alike in the first columns:
  /// `top 3 risks by level per owner`.
  case limitEach(LogicalPlan, columns: Int, Int)
  /// The spans of days on which a head is in the second set as of the day; the
  /// first set makes the heads.
  case periods(LogicalPlan, each: LogicalPlan, BoundPeriods)
}

extension LogicalPlan {
  /// Returns the plan with every plan directly inside it replaced.
  func mapChildren(_ change: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    func changed(_ partners: Partners) -> Partners {
      var partners = partners
      partners.among = change(partners.among)
      return partners
    }
    switch self {
    case .empty, .scan, .thing, .definition: return self
    case .filter(let input, let variable, let condition):
      return .filter(change(input), variable, condition)
    case .extend(let input, let hop): return .extend(change(input), hop)
    case .closure(let input, let hop): return .closure(change(input), hop)
    case .semiJoin(let input, let partners): return .semiJoin(change(input), changed(partners))
    case .antiJoin(let input, let partners): return .antiJoin(change(input), changed(partners))
    case .countThreshold(let input, let partners, let comparison, let count):
      return .countThreshold(change(input), changed(partners), comparison, count)
    case .division(let input, let hop, by: let divisor):
      return .division(change(input), hop, by: change(divisor))
    case .provided(let input, by: let other): return .provided(change(input), by: change(other))
    case .intersection(let parts): return .intersection(parts.map(change))
    case .union(let parts): return .union(parts.map(change))
    case .difference(let input, let other): return .difference(change(input), change(other))
    case .join(let inputs, on: let conditions):
      return .join(
        inputs.map { JoinInput(variable: $0.variable, plan: change($0.plan)) },
        on: conditions
      )
    case .project(let input, let columns): return .project(change(input), columns)
    case .aggregate(let input, let measure, keys: let keys, part: let part):
      return .aggregate(change(input), measure, keys: keys, part: part.map(change))
    case .sort(let input, let keys): return .sort(change(input), keys)
    case .limit(let input, let count): return .limit(change(input), count)
    case .limitEach(let input, columns: let columns, let count):
      return .limitEach(change(input), columns: columns, count)
    case .periods(let input, each: let each, let periods):
      return .periods(change(input), each: change(each), periods)
    }
  }

  /// The plans directly inside this one.
  var children: [LogicalPlan] {
    var found: [LogicalPlan] = []
    _ = mapChildren {
      found.append($0)
      return $0
    }
    return found
  }

  /// Whether a part of the plan, or all of it, passes a test.
  func contains(_ test: (LogicalPlan) -> Bool) -> Bool {
    test(self) || containsInside(test)
  }

  /// Whether a part of the plan inside it passes a test.
  func containsInside(_ test: (LogicalPlan) -> Bool) -> Bool {
    switch self {
    case .empty, .scan, .thing, .definition: return false
    case .filter(let input, _, _), .extend(let input, _), .closure(let input, _),
      .project(let input, _), .sort(let input, _), .limit(let input, _),
      .limitEach(let input, columns: _, _):
      return input.contains(test)
    case .semiJoin(let input, let partners), .antiJoin(let input, let partners),
      .countThreshold(let input, let partners, _, _):
      return input.contains(test) || partners.among.contains(test)
    case .division(let input, _, by: let other), .provided(let input, by: let other),
      .difference(let input, let other), .periods(let input, each: let other, _):
      return input.contains(test) || other.contains(test)
    case .intersection(let parts), .union(let parts): return parts.contains { $0.contains(test) }
    case .join(let inputs, on: _): return inputs.contains { $0.plan.contains(test) }
    case .aggregate(let input, _, keys: _, part: let part):
      return input.contains(test) || part?.contains(test) ?? false
    }
  }

  /// Calls a closure with the plan and every plan inside it, outermost first.
  func forEachPart(_ body: (LogicalPlan) -> Void) {
    _ = contains { part in
      body(part)
      return false
    }
  }

  /// Returns the plan with a change applied to every part, innermost first.
  func rewritten(_ change: (LogicalPlan) -> LogicalPlan) -> LogicalPlan {
    change(mapChildren { $0.rewritten(change) })
  }

  /// The conditions tested one thing or pair at a time, with the variables
  /// that are bound then; not those inside the plans inside.
  var residuals: [(bound: [Variable], condition: BoundCondition)] {
    switch self {
    case .filter(_, let variable, let condition): [([variable], condition)]
    case .semiJoin(_, let partners), .antiJoin(_, let partners),
      .countThreshold(_, let partners, _, _):
      [([partners.own, partners.partner], partners.condition)]
    case .join(let inputs, on: let conditions):
      conditions.map { (inputs.map(\.variable), $0) }
    default: []
    }
  }

  /// Whether no part tests a quantifier one thing at a time.
  var isSetwise: Bool {
    residuals.allSatisfy { !$0.condition.hasQuantifier } && children.allSatisfy(\.isSetwise)
  }
}
