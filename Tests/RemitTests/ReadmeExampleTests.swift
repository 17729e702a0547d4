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

struct Control: Decodable, Equatable {
  var ref, title: String
  var owner: [String]
}

/// Returns the controls that somebody owns on a day.
func controls(ownedBy name: String, on day: Day) async throws -> [Control] {
  let snapshot = try Snapshot(register, today: day, limits: .untrusted)
  let answer = try await snapshot.answer("controls owned by \(name) showing ref, title, owner")
  return try answer.decode(as: Control.self)
}

/// Returns what is wrong with a question, as the prompt would show it.
func problem(with question: String) throws -> String? {
  let snapshot = try Snapshot(register, today: .latest)
  do {
    _ = try snapshot.answer(Question(text: question))
    return nil
  } catch {
    return error.rendered
  }
}
// end example

/// The example of the README and of the embedding tutorial, as it stands there.
struct ReadmeExampleTests {
  @Test func `the example answers`() async throws {
    let day = try #require(Day("2026-06-30"))
    let owned = try await controls(ownedBy: "Ann", on: day)
    #expect(owned == [Control(ref: "A.5.1", title: "Policies", owner: ["Ann"])])
    let before = try #require(Day("2023-12-31"))
    #expect(try await controls(ownedBy: "Ann", on: before).isEmpty)
    await #expect(throws: QueryError.self) {
      try await controls(ownedBy: "Ann\" or everything", on: day)
    }
  }

  @Test func `the example explains a mistake`() throws {
    let text = try #require(try problem(with: "controls onwed by Ann"))
    #expect(text.contains("write: controls owned by Ann"))
    #expect(try problem(with: "controls owned by Ann") == nil)
  }
}
