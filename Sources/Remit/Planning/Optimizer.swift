// SPDX-License-Identifier: Apache-2.0

/// Replaces one form of a plan by a cheaper one of equal meaning.
protocol OptimizerRule: Sendable {
  /// The sorts of operators that the rule may replace: a plan without them is left alone.
  var forms: PlanForms { get }

  /// Whether the outermost operator of a plan has a form that the rule may replace.
  ///
  /// Most rules find nothing in most plans: where this says so of all parts of a plan, it
  /// is not taken apart and put together again.
  func concerns(_ plan: LogicalPlan) -> Bool

  /// Returns what stands in place of a plan, or the plan itself.
  ///
  /// Only the outermost operator is looked at: the ``Optimizer`` walks the
  /// plan and comes to the plans inside by itself.
  func apply(to plan: LogicalPlan, in context: inout PlanContext) -> LogicalPlan
}

extension OptimizerRule {
  var forms: PlanForms { .filter }

  /// The name by which the rule is switched off: `PushDownFilters`.
  ///
  /// It takes longer to make than most rules take to be tried.
  var name: String { String(describing: Self.self) }
}

/// Applies the rules until none of them finds anything to do.
enum Optimizer {
  /// The rules, in the order in which they are tried.
  static let rules: [any OptimizerRule] = [
    FoldConstants(),
    InlineDefinitions(),
    MergeEqualThings(),
    SplitOnly(),
    PushDownFilters(),
    TurnAlternativesIntoUnion(),
    TurnNotIntoDifference(),
    TurnLinkIntoExtend(),
    TurnExistsIntoSemiJoin(),
    TurnNotExistsIntoAntiJoin(),
    TurnEveryIntoDivision(),
    TurnCountIntoThreshold(),
    TurnRepetitionIntoClosure(),
  ]

  /// The rules applied once, when the others have nothing left to do.
  static let finishingRules: [any OptimizerRule] = [ShareSubplans()]

  /// Rounds after which a plan is left as it is; in practice two or three do.
  private static let mostRounds = 64

  /// Returns a plan of equal meaning that is cheaper, as far as is known.
  static func optimize(_ plan: LogicalPlan, _ context: inout PlanContext) -> LogicalPlan {
    var plan = plan
    verify(plan, after: "Planner", context)
    let enabled =
      context.disabledRules.isEmpty
      ? rules : rules.filter { !context.disabledRules.contains($0.name) }
    for _ in 0..<mostRounds {
      let before = plan
      var forms = plan.forms
      for rule in enabled
      where !rule.forms.isDisjoint(with: forms) && plan.contains({ rule.concerns($0) }) {
        plan = apply(rule, to: plan, &context)
        verify(plan, after: rule.name, context)
        forms = plan.forms
      }
      if plan == before { break }
    }
    guard !context.isOfSharedSet else { return plan }
    for rule in finishingRules
    where !rule.forms.isDisjoint(with: plan.forms)
      && (context.disabledRules.isEmpty || !context.disabledRules.contains(rule.name))
    {
      plan = apply(rule, to: plan, &context)
      verify(plan, after: rule.name, context)
    }
    return plan
  }

  private static func apply(
    _ rule: any OptimizerRule,
    to plan: LogicalPlan,
    _ context: inout PlanContext
  ) -> LogicalPlan {
    let changed = rule.concerns(plan) ? rule.apply(to: plan, in: &context) : plan
    // Where there is nothing to do, the plan is not taken apart and put together again.
    guard changed.containsInside({ rule.concerns($0) }) else { return changed }
    return changed.mapChildren { apply(rule, to: $0, &context) }
  }

  private static func verify(
    _ plan: LogicalPlan, after name: @autoclosure () -> String, _ context: PlanContext
  ) {
    #if DEBUG
    let problems = PlanVerifier(context).problems(of: plan)
    precondition(problems.isEmpty, "\(name()) made an invalid plan: \(problems[0])")
    #endif
  }
}
