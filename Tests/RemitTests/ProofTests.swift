// SPDX-License-Identifier: Apache-2.0
import Remit
import RemitTestSupport
import Testing

/// Proofs that a thing is in an answer, or is not.
struct ProofTests {
  private static let register = """
    kind person (people)
      name: text
      level: number
    kind control
      ref: text, key
    relation person owns control as owner, dated
    relation person reports to person as report / manager
    define a person is senior if its level is at least 3
    define a person p answers to a person q if p reports to q, or p reports to a person who answers to q
    add person Ann with level 1
    add person Bob with level 3
    add person Cy
    add control A.1
    add control A.2
    add control A.3
    add Ann owns A.1 since 2024-01-01
    add Bob owns A.2 since 2024-01-01
    add Ann owns A.2 since 2025-01-01 until 2030-01-01
    add Ann reports to Bob
    add Bob reports to Cy
    add Cy reports to Ann
    """

  private static func engine() throws -> Engine {
    var engine = Engine(today: try #require(Day(year: 2026, month: 6, day: 30)))
    try engine.run(register)
    return engine
  }

  /// Each form with a thing, and the text of its proof.
  static let cases: [(name: String, question: String, text: String)] = [
    ("A.1", "controls owned by Ann", "Ann owns A.1 since 2024-01-01 (the prompt)"),
    ("A.3", "controls owned by Ann", "Ann owns A.3: no such fact"),
    ("A.3", "controls with no owner", "there is no person to look at; there should be none"),
    (
      "A.1", "controls with no owner",
      """
      the one person looked at fits; there should be none
        Ann
          Ann owns A.1 since 2024-01-01 (the prompt)
      """
    ),
    (
      "A.1", "controls with no senior owner",
      """
      the one person looked at does not fit; there should be none
        Ann
          Ann owns A.1 since 2024-01-01 (the prompt)
          Ann is not senior
            the level of Ann is 1, not at least 3 (the prompt)
      """
    ),
    (
      "A.2", "controls with no senior owner",
      """
      1 of 2 people fits; there should be none
        Bob
          Bob owns A.2 since 2024-01-01 (the prompt)
          Bob is senior
            the level of Bob is 3, at least 3 (the prompt)
      """
    ),
    (
      "A.2", "controls with at least 2 owners",
      """
      2 of 2 people fit; the number has to be >= 2
        Ann
          Ann owns A.2 since 2025-01-01 until 2030-01-01 (the prompt)
        Bob
          Bob owns A.2 since 2024-01-01 (the prompt)
      """
    ),
    (
      "Ann", "people who own only controls owned by Bob",
      """
      1 of 2 controls fits; there has to be one, and every one has to fit
        A.1
          Ann owns A.1 since 2024-01-01 (the prompt)
          Bob owns A.1: no such fact
      """
    ),
    (
      "Cy", "people who own every control owned by Ann",
      """
      none of 2 controls fits; every one has to fit
        A.1
          Ann owns A.1 since 2024-01-01 (the prompt)
          Cy owns A.1: no such fact
      """
    ),
    ("Cy", "people whose level is above 1", "the level of Cy is missing (the prompt)"),
    (
      "Cy", "people who are senior or who own a control",
      """
      Cy is not senior
        the level of Cy is missing (the prompt)
      there is no control to look at; one is needed
      """
    ),
    (
      "Ann", "people who report to+ Cy",
      """
      Ann reports to Cy, in 2 steps
        Ann reports to Bob (the prompt)
        Bob reports to Cy (the prompt)
      """
    ),
    (
      "Ann", "people who answer to Ann",
      """
      Ann answers to Ann
        the one person looked at fits; one is needed
          Bob
            Ann reports to Bob (the prompt)
            Bob answers to Ann
              the one person looked at fits; one is needed
                Cy
                  Bob reports to Cy (the prompt)
                  Cy answers to Ann
                    Cy reports to Ann (the prompt)
      """
    ),
  ]

  @Test func `a proof reads as lines`() throws {
    var engine = try ProofTests.engine()
    for (name, question, text) in ProofTests.cases {
      let proof = try engine.why(name, in: question)
      #expect(proof.description == text, "\(name) in \(question)")
    }
  }

  @Test func `only things in a list of things are proved`() throws {
    var engine = try ProofTests.engine()
    for question in ["number of controls", "suppose Ann owns A.3: controls with no owner"] {
      #expect { try engine.why("A.1", in: question) } throws: { error in
        (error as? QueryError)?.diagnostics.first?.id == "no-proof"
      }
    }
    #expect { try engine.why("A.9", in: "controls") } throws: { error in
      (error as? QueryError)?.diagnostics.first?.id == "unknown-name"
    }
  }

  @Test func `proofs say what the answer says for each control of the sample`() throws {
    var engine = SampleEngine.acme()
    func refs(_ question: String) throws -> [String] {
      guard case .answer(let answer)? = try engine.run(question).first else { return [] }
      return answer.rows.compactMap { $0.first??.description }
    }
    let all = try refs("controls")
    let found = Set(try refs("controls with no competent owner"))
    #expect(!found.isEmpty && found.count < all.count)
    for ref in all {
      let proof = try engine.why(ref, in: "controls with no competent owner")
      // All facts of the sample are read from files.
      #expect(!proof.description.contains("the prompt"), "\(ref)")
      #expect(proof.holds == found.contains(ref), "\(ref)")
      guard case .quantified(let owners) = proof.reason else {
        Issue.record("\(ref) is not shown by its owners")
        continue
      }
      #expect((owners.fulfilling == 0) == proof.holds, "\(ref)")
    }
  }
}
