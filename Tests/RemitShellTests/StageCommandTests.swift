// SPDX-License-Identifier: Apache-2.0

import RemitTestSupport
import Testing

/// `remit explain`, `remit logic` and `remit reading`.
struct StageCommandTests {
  private static let model = ProjectFiles.path("Tests/Specs/models/small.remit")

  @Test(arguments: [
    ("reading", "controls [with no [competent owner]]\n"),
    ("logic", "{c ∈ control : ¬∃p ∈ person (owns(p, c) ∧ competent(p, c))}\n"),
  ])
  func `a stage of a question is printed`(_ command: String, _ text: String) throws {
    let run = try RemitProcess.run([command, Self.model, "controls with no competent owner"])
    #expect(run.status == 0)
    #expect(run.output == text)
    #expect(run.errors.isEmpty)
  }

  @Test func `U18: the steps of a question are told with their rows and times`() throws {
    let run = try RemitProcess.run([
      "explain", Self.model, "controls with no owner", "--as-of", "2026-06-30",
    ])
    #expect(run.status == 0)
    #expect(run.output.contains(/^show them: 1 row, about 0 expected, \d+\.\d{3} ms\n/))
    #expect(run.output.contains(/\n    all controls: 5 rows, about 5 expected, \d+\.\d{3} ms\n/))
  }

  @Test func `a mistake is an error with status 2`() throws {
    let run = try RemitProcess.run(["logic", Self.model, "controls onwed by Bob"])
    #expect(run.status == 2)
    #expect(run.errors.contains("error[unknown-word]"))
    let proof = try RemitProcess.run(["explain", Self.model, "why there is a control"])
    #expect(proof.status == 2)
    #expect(proof.errors.contains("error[no-such-stage]"))
    #expect(try RemitProcess.run(["logic"]).status == 2)
    #expect(try RemitProcess.run(["logic", "no.remit", "controls"]).status == 3)
  }
}
