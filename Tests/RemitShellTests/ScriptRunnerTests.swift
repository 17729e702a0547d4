// SPDX-License-Identifier: Apache-2.0

import Remit
import RemitFormats
@testable import RemitShell
import Testing

struct ScriptRunnerTests {
  private func run(
    _ text: String,
    allowsCommands: Bool = false,
    _ change: (inout ShellSettings) -> Void = { _ in }
  ) throws -> (status: RunStatus, output: String, errors: String) {
    var settings = ShellSettings()
    settings.format = .tsv
    change(&settings)
    var (session, output, errors) = try makeSession(settings: settings)
    let runner = ScriptRunner(allowsCommands: allowsCommands)
    let status = runner.run(SourceText(text, name: "audit.remit"), in: &session).status
    return (status, output.text, errors.text)
  }

  @Test func `a mistake in a script is told before its first line acts`() throws {
    let seen = try run("controls\ncontrls\npeople\npeeple")
    #expect(seen.status == .invalid)
    #expect(seen.output.isEmpty)
    #expect(seen.errors.contains("audit.remit:2") && seen.errors.contains("audit.remit:4"))
  }

  @Test func `what comes through a pipe is run up to the first error`() throws {
    var settings = ShellSettings()
    settings.format = .tsv
    var (session, output, errors) = try makeSession(settings: settings)
    let runner = ScriptRunner(allowsCommands: true, checksAhead: false)
    let source = SourceText("controls\ncontrls\npeople")
    #expect(runner.run(source, in: &session).status == .invalid)
    #expect(output.text.contains("A.5.1") && !output.text.contains("Bob"))
    #expect(errors.text.contains("controls"))
  }

  @Test func `keeping going reports every error at its place`() throws {
    let seen = try run("contrls\npeople\n\nowners of\n  controlz") { $0.keepsGoing = true }
    #expect(seen.status == .invalid)
    #expect(seen.output.contains("Bob"))
    #expect(seen.errors.contains("audit.remit:1") && seen.errors.contains("audit.remit:5"))
  }

  @Test func `keeping going tells a mistake and counts what follows from it`() throws {
    let script = "kind lamp\n  on: date\nlamps\nnumber of lamps\ncontrls\nadd lamp Desk\npeople"
    let seen = try run(script) { $0.keepsGoing = true }
    #expect(seen.status == .invalid && seen.output.contains("Bob"))
    #expect(seen.errors.matches(of: /error\[/).count == 2, "\(seen.errors)")
    #expect(seen.errors.contains("audit.remit:2") && seen.errors.contains("write: controls"))
    #expect(
      seen.errors.hasSuffix(
        "error: 3 statements use words or names that are not there, perhaps because of what is "
          + "wrong above\n"))
    let all = try run(script) {
      $0.keepsGoing = true
      $0.format = .json
    }
    #expect(all.output.matches(of: /"kind": "error"/).count == 5, "a program gets every error")
  }

  @Test func `a plain question is no finding unless it is asked to be`() throws {
    #expect(try run("controls").status == .success)
    #expect(try run("controls") { $0.failsIfAny = true }.status == .found)
    #expect(try run("controls") { $0.failsIfNone = true }.status == .success)
    #expect(try run("people named \"Zoe\"") { $0.failsIfNone = true }.status == .found)
    #expect(try run("people named \"Zoe\"") { $0.failsIfAny = true }.status == .success)
  }

  @Test func `an error outweighs a finding`() throws {
    #expect(try run("controls\ncontrls") { $0.failsIfAny = true }.status == .invalid)
  }

  @Test func `commands run where they are allowed`() throws {
    let text = "people\n.mode csv\ncontrols\n.quit\npeople"
    let seen = try run(text, allowsCommands: true)
    #expect(seen.status == .success)
    #expect(seen.output.contains("A.5.1,Policies"))
    #expect(try run(text).status == .invalid, "a file is only the language")
  }

  @Test func `a wrong command ends a pipe too`() throws {
    let seen = try run(".mdoe csv\ncontrols", allowsCommands: true)
    #expect(seen.status == .invalid && seen.output.isEmpty)
  }

  @Test func `segments keep the lines of the whole text`() {
    let source = SourceText("# head\npeople\n.mode csv\n\ncontrols\n  with no owner\npeople\n")
    let segments = ScriptRunner(allowsCommands: true).segments(of: source).map {
      switch $0 {
      case .statements(let text): text.string
      case .command(let line): line
      }
    }
    #expect(
      segments == [
        "# head\npeople\n", ".mode csv", "\n\n\n\ncontrols\n  with no owner\npeople\n",
      ]
    )
  }

  @Test func `a cancelled script ends with 130`() throws {
    final class Canceller: Interrupter {
      func willEvaluate(_ cancellation: Cancellation) { cancellation.cancel() }
      func didEvaluate() {}
    }
    var (session, _, errors) = try makeSession()
    session.interrupter = Canceller()
    let source = SourceText(String(repeating: "controls with no owner\n", count: 1_000))
    #expect(ScriptRunner(allowsCommands: false).run(source, in: &session).status == .interrupted)
    #expect(errors.text.contains("cancelled"))
  }
}
