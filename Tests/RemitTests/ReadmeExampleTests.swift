// SPDX-License-Identifier: Apache-2.0
import Testing

// begin example
import Remit

let register = """
  kind person (people)
    name: text
  kind control
    ref: text, key
    title: text
  relation person owns control as owner, dated

  add person "Ann"
  add control A.5.1 with title "Policies"
  add control A.5.2 with title "Roles"
  add Ann owns A.5.1 since 2024-01-01
  """

/// Returns the controls of the register that nobody owns on a day.
func controlsWithoutOwner(on day: Day) throws -> [String] {
  var engine = Engine(today: day, limits: .script)
  try engine.run(register)
  let question = try engine.prepare("controls with no owner")
  let answer = try engine.answer(question)
  return answer.rows.map { row in row.map { $0?.description ?? "" }.joined(separator: " ") }
}

/// Returns what is wrong with a question, as the prompt would show it.
func problem(with question: String) -> String? {
  var engine = Engine(today: .latest)
  do {
    try engine.run(register)
    try engine.run(question)
    return nil
  } catch {
    let renderer = DiagnosticRenderer(error.source)
    return error.diagnostics.map { renderer.render($0) }.joined()
  }
}
// end example

/// The example of the README and of the embedding tutorial, as it stands there.
struct ReadmeExampleTests {
  @Test func `the example answers`() throws {
    let day = try #require(Day("2026-06-30"))
    #expect(try controlsWithoutOwner(on: day) == ["A.5.2 Roles"])
    let before = try #require(Day("2023-12-31"))
    #expect(try controlsWithoutOwner(on: before) == ["A.5.1 Policies", "A.5.2 Roles"])
  }

  @Test func `the example explains a mistake`() throws {
    let text = try #require(problem(with: "controls onwed by Ann"))
    #expect(text.contains("write: controls owned by Ann"))
    #expect(problem(with: "controls owned by Ann") == nil)
  }
}
