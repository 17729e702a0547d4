// SPDX-License-Identifier: Apache-2.0

import Remit
@testable import RemitShell
import Testing

/// `.history` and `.edit`.
struct HistoryCommandTests {
  private func session(_ entries: [String]) throws -> (Session, RecordingSink, RecordingSink) {
    var made = try makeSession()
    made.session.host.history = { entries }
    return made
  }

  @Test func `.history lists the last entries with their numbers`() throws {
    var (session, output, _) = try session((1...30).map { "people, first \($0)" } + [".history"])
    _ = ShellCommand.run(".history", in: &session)
    let lines = output.text.split(separator: "\n")
    #expect(lines.first == "11  people, first 11" && lines[19] == "30  people, first 30")
    #expect(lines.last == "10 before them; .history all lists all")
  }

  @Test func `.history finds entries with a word, in any case`() throws {
    var (session, output, _) = try session(["people", "controls\n  with no owner", "roles"])
    _ = ShellCommand.run(".history OWNER", in: &session)
    #expect(output.text == "2  controls\n     with no owner\n")
    _ = ShellCommand.run(".history xyz", in: &session)
    #expect(output.text.hasSuffix("Nothing that was entered has 'xyz' in it.\n"))
  }

  @Test func `.edit runs what came of it, and the history takes note`() throws {
    var (session, output, _) = try session(["people", "controls with no owner", ".edit"])
    var given = ""
    session.host.edit = { text in
      given = text
      return .success("people,\n  first 1\n\n")
    }
    var shell = Shell(session: session)
    var source = ScriptedSource([.line(".edit")])
    _ = shell.run(&source)
    #expect(given == "controls with no owner")
    #expect(output.text.hasPrefix("remit> people,\n  ...>   first 1\n"))
    #expect(output.text.contains("Ann") && !output.text.contains("Bob"))
    #expect(source.remembered == [".edit", "people,\n  first 1"])
  }

  @Test func `.edit N takes an entry, and says which there are`() throws {
    var (session, output, errors) = try session(["people", "controls"])
    session.host.edit = { .success($0) }
    #expect(ShellCommand.run(".edit 1", in: &session) == .success)
    #expect(output.text == "Nothing was changed, and nothing is run.\n")
    #expect(ShellCommand.run(".edit 3", in: &session) == .invalid)
    #expect(errors.text.contains("1 to 2; .history lists them"))
  }

  @Test func `what the editor could not do is told`() throws {
    var (session, _, errors) = try session(["people"])
    session.host.edit = { _ in .failure(ShellHost.Failure("the editor 'x' did not end well")) }
    #expect(ShellCommand.run(".edit", in: &session) == .invalid)
    #expect(errors.text == "error: the editor 'x' did not end well\n")
  }
}
