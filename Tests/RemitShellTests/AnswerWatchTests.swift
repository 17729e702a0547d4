// SPDX-License-Identifier: Apache-2.0

import Remit
@testable import RemitShell
import Testing

struct AnswerWatchTests {
  private func answer(_ question: String, _ names: [String]) -> Outcome {
    var result = QueryResult(
      columns: [QueryResult.Column(title: "name", isNumeric: false)],
      rows: names.map { [.text($0)] })
    result.question = question
    return .answer(result)
  }

  @Test func `what entered and what left is told, and nothing else`() {
    var watch = AnswerWatch()
    _ = watch.note([answer("people", ["Ann", "Bob"]), answer("roles", ["CISO"])])
    let changes = watch.note([answer("people", ["Bob", "Cid"]), answer("roles", ["CISO"])])
    #expect(changes == "people: 1 entered, 1 left; 2 now\n  + Cid\n  - Ann\n")
    #expect(watch.note([answer("people", ["Cid", "Bob"]), answer("roles", ["CISO"])]).isEmpty)
  }

  @Test func `a row that is there twice may leave once`() {
    var watch = AnswerWatch()
    _ = watch.note([answer("people", ["Ann", "Ann"])])
    #expect(
      watch.note([answer("people", ["Ann"])]) == "people: 0 entered, 1 left; 1 now\n  - Ann\n")
  }

  @Test func `the same question twice is two answers, and a new one begins empty`() {
    var watch = AnswerWatch()
    _ = watch.note([answer("people", ["Ann"]), answer("people", ["Bob"])])
    let next = [answer("people", ["Ann"]), answer("people", ["Bob"]), answer("roles", ["CISO"])]
    #expect(watch.note(next) == "roles: 1 entered, 0 left; 1 now\n  + CISO\n")
  }

  /// Files that change so often, each time with another model.
  private final class Changing: ModelFiles {
    var models: [String]
    init(_ models: [String]) { self.models = models }
    func waitForChange() -> Bool { !models.isEmpty }
    func read() -> Engine? {
      var engine = Engine(today: Day("2026-06-30") ?? .earliest)
      return (try? engine.run(models.removeFirst())).map { _ in engine }
    }
  }

  @Test func `.watch asks again after each change, until it is ended`() throws {
    var (session, output, errors) = try makeSession()
    session.host.files = Changing([
      smallModel + "\nadd person Cid", "this is no model", smallModel,
    ])
    #expect(session.watch("") == .invalid, "there is no question yet")
    #expect(session.watch("people") == .success)
    #expect(output.text.contains("people: 1 entered, 0 left; 3 now\n  + Cid\n"))
    #expect(output.text.hasSuffix("people: 0 entered, 1 left; 2 now\n  - Cid\n"))
    #expect(errors.text.contains("there is none yet"))
  }

  @Test func `.watch keeps what was typed and goes on with the files if nothing was`() throws {
    var settings = ShellSettings()
    settings.isInteractive = true
    var (session, _, _) = try makeSession(settings: settings)
    session.host.files = Changing([smallModel + "\nadd person Cid"])
    _ = session.watch("people")
    _ = session.run(SourceText("number of people"))
    #expect(session.last?.row(0).first == .number(3))
    _ = session.run(SourceText("add person Dee"))
    session.host.files = Changing([smallModel])
    _ = session.watch("people")
    _ = session.run(SourceText("number of people"))
    #expect(session.last?.row(0).first == .number(4), "Dee is in no file")
  }
}
