// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Remit
import RemitTestSupport

/// The plans of typical questions.
struct PlannerTests {
  private let world = ControlWorld()

  private func text(_ query: BoundQuery, _ definitions: [Definition] = []) -> String {
    PlanPrinter.print(
      Planner.plan(query, definitions: definitions, schema: world.schema),
      schema: world.schema
    )
  }

  @Test func `controls with no owner is an anti-join`() {
    let query = world.query(
      world.control,
      with: [world.person],
      .quantified(.no, Variable(1), among: ControlWorld.link(world.owns, 1, 0), holds: .always)
    )
    #expect(
      text(query) == """
        Project
          AntiJoin v0 -> v1: backwards owns
            Scan control
            Scan person
        """
    )
  }

  @Test(arguments: [true, false])
  func `a thing that has to be another one is not looked for`(isNegated: Bool) {
    let query = world.query(
      world.control,
      with: [world.person, world.person],
      names: [ControlWorld.name("Ann", world.person)],
      .quantified(
        isNegated ? .no : .some,
        Variable(1),
        among: ControlWorld.link(world.owns, 1, 0),
        holds: .same(.name(NameID(0)), .variable(Variable(1)))
      )
    )
    #expect(
      text(query)
        == (isNegated
          ? """
          Project
            Difference
              Scan control
              Intersection
                Scan control
                Extend owns
                  Thing Ann
          """
          : """
          Project
            Intersection
              Scan control
              Extend owns
                Thing Ann
          """)
    )
  }

  @Test func `controls with no competent owner follows the links of each control`() {
    #expect(
      text(world.noCompetentOwner(), [world.competent()]) == """
        Project
          AntiJoin v0 -> v1: backwards owns
            where every k among requires(v0, k): holds(v1, k)
            Scan control
            Scan person
        """
    )
  }

  @Test func `holding every competence that a control requires is a division`() {
    let query = world.query(
      world.person,
      with: [world.competence],
      names: [ControlWorld.name("A.5.3", world.control)],
      .quantified(
        .every,
        Variable(1),
        among: .link(
          BoundLink(relations: [.stored(world.requires)], repetition: nil, time: .asOf),
          from: .name(NameID(0)),
          to: .variable(Variable(1))
        ),
        holds: ControlWorld.link(world.holds, 0, 1)
      )
    )
    #expect(
      text(query) == """
        Project
          Division holds
            Scan person
            Intersection
              Scan competence
              Extend requires
                Thing A.5.3
        """
    )
  }

  @Test func `a repeated link is followed from the far end`() {
    let query = world.query(
      world.asset,
      with: [world.asset],
      .quantified(
        .some,
        Variable(1),
        among: ControlWorld.link(world.dependsOn, 0, 1, Repetition(least: 1, most: nil)),
        holds: .compare(
          .attribute([world.size], .variable(Variable(1))),
          .greater,
          .value(.number(3))
        )
      )
    )
    #expect(
      text(query) == """
        Project
          Intersection
            Scan asset
            Closure backwards depends on+
              Filter v1's size > 3
                Scan asset
        """
    )
  }

  @Test func `at least two owners is a count threshold`() {
    let query = world.query(
      world.control,
      with: [world.person],
      .quantified(
        .count(.greaterOrEqual, 2),
        Variable(1),
        among: ControlWorld.link(world.owns, 1, 0),
        holds: .always
      )
    )
    #expect(
      text(query) == """
        Project
          CountThreshold >= 2 v0 -> v1: backwards owns
            Scan control
            Scan person
        """
    )
  }

  @Test func `owning only critical controls is a semi-join and an anti-join`() {
    let critical = BoundCondition.compare(
      .attribute([world.critical], .variable(Variable(1))),
      .equal,
      .value(.flag(true))
    )
    let query = world.query(
      world.person,
      with: [world.control],
      .quantified(.only, Variable(1), among: ControlWorld.link(world.owns, 0, 1), holds: critical)
    )
    #expect(
      text(query) == """
        Project
          Intersection
            Scan person
            SemiJoin v0 -> v1: owns
              Scan person
              Scan control
            AntiJoin v0 -> v1: owns
              Scan person
              Filter not v1's critical = yes
                Scan control
        """
    )
  }

  @Test func `row variables are bound by a join`() {
    let query = world.query(
      world.person,
      with: [world.control],
      row: [1],
      .all([
        ControlWorld.link(world.owns, 0, 1),
        .compare(
          .attribute([world.critical], .variable(Variable(1))),
          .equal,
          .value(.flag(true))
        ),
      ])
    )
    #expect(
      text(query) == """
        Project
          Join v0, v1
            where owns(v0, v1)
            Scan person
            Filter v1's critical = yes
              Scan control
        """
    )
  }

  // MARK: Strata

  private func definition(
    _ number: Int,
    _ body: (BoundCondition) -> BoundCondition,
    uses other: Int
  ) -> Definition {
    Definition(
      id: DefinitionID(number),
      name: "word\(number)",
      form: .adjective,
      parameters: [Variable(0)],
      variables: [BoundVariable(name: nil, kinds: [world.asset])],
      names: [],
      body: body(.definition(DefinitionID(other), [.variable(Variable(0))])),
      undetermined: nil,
      undeterminedPhrase: nil,
      text: ""
    )
  }

  @Test func `a cycle without a negation has a meaning`() {
    let twice: (BoundCondition) -> BoundCondition = { .not(.not($0)) }
    #expect(
      Stratification.check([definition(0, { $0 }, uses: 1), definition(1, twice, uses: 0)]) == nil
    )
  }

  @Test func `a cycle through a negation is returned`() {
    let definitions = [
      definition(0, { $0 }, uses: 1), definition(1, { $0 }, uses: 2),
      definition(2, { .not($0) }, uses: 0),
    ]
    #expect(Stratification.check(definitions) == [2, 0, 1].map { DefinitionID($0) })
  }

  @Test func `every may use the word in what holds but not in what is asked`() {
    let holds: (BoundCondition) -> BoundCondition = {
      .quantified(.every, Variable(0), among: .always, holds: $0)
    }
    let among: (BoundCondition) -> BoundCondition = {
      .quantified(.every, Variable(0), among: $0, holds: .always)
    }
    #expect(Stratification.check([definition(0, holds, uses: 0)]) == nil)
    #expect(Stratification.check([definition(0, among, uses: 0)]) == [DefinitionID(0)])
  }
}
