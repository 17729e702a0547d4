// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Remit
import RemitTestSupport

/// The rules as a list, and the checks on what they make.
struct OptimizerTests {
  private let world = ControlWorld()

  @Test func `every rule has a name of its own`() {
    let names = (Optimizer.rules + Optimizer.finishingRules).map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.contains("TurnEveryIntoDivision"))
  }

  @Test func `without rules the plan is a scan and a residual condition`() {
    let all = Set((Optimizer.rules + Optimizer.finishingRules).map(\.name))
    let plan = Planner.plan(
      world.noCompetentOwner(),
      definitions: [world.competent()],
      schema: world.schema,
      disabledRules: all
    )
    #expect(
      PlanPrinter.print(plan, schema: world.schema) == """
        Project
          Filter no v1 among owns(v1, v0): competent(v1, v0)
            Scan control
        Definition competent
          Join p, c
            where every k among requires(c, k): holds(p, k)
            Scan person
            Scan control
        """
    )
  }

  @Test func `a rule that is switched off is not applied`() {
    let plan = Planner.plan(
      world.noCompetentOwner(),
      definitions: [world.competent()],
      schema: world.schema,
      disabledRules: ["TurnNotExistsIntoAntiJoin"]
    )
    #expect(!PlanPrinter.print(plan, schema: world.schema).contains("AntiJoin"))
  }

  @Test func `the verifier sees rows in place of a set and variables out of place`() {
    let context = PlanContext(
      schema: world.schema,
      definitions: [],
      strata: Stratification([]),
      disabledRules: [],
      variables: [
        BoundVariable(name: nil, kinds: [world.person]),
        BoundVariable(name: nil, kinds: [world.control]),
      ],
      names: []
    )
    let people = LogicalPlan.scan([world.person])
    let input = JoinInput(variable: Variable(0), plan: people)
    let verifier = PlanVerifier(context)
    #expect(verifier.problems(of: people) == [])
    #expect(
      verifier.problems(of: .union([people, .join([input], on: [])])) == [
        "a union of sets and rows"
      ]
    )
    #expect(
      verifier.problems(
        of: .filter(people, Variable(0), ControlWorld.link(world.owns, 0, 1))
      ) == ["variable 1 is used where it is not bound"]
    )
    #expect(verifier.problems(of: .thing(NameID(3))) == ["a name that is not in the plan"])
  }

  @Test func `deeply nested conditions are planned in reasonable time`() {
    var condition = BoundCondition.always
    for _ in 0..<120 {
      condition = .quantified(
        .only,
        Variable(0),
        among: .always,
        holds: .not(.any([condition, ControlWorld.link(world.dependsOn, 0, 0)]))
      )
    }
    let plan = Planner.plan(
      world.query(world.asset, condition),
      definitions: [],
      schema: world.schema
    )
    #expect(plan.definitions.isEmpty)
  }
}
