// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
@testable import RemitShell
import Testing

/// `--safe`: what reaches out of the model is refused before anything is run.
struct SafeModeTests {
  @Test(
    arguments: [".graph x.dot"] + ShellCommand.all.filter { $0.reachesOut(with: "") }.map(\.example)
  )
  func `a command that reaches out is refused before what stands above it`(line: String) throws {
    var settings = ShellSettings()
    settings.isSafe = true
    var (session, output, errors) = try makeSession(settings: settings)
    let runner = ScriptRunner(allowsCommands: true)
    let result = runner.run(SourceText("people\n\(line)\npeople"), in: &session)
    #expect(result.status == .invalid && output.text.isEmpty)
    #expect(errors.text.contains("which --safe forbids"))
  }

  @Test func `what reads and writes files reaches out`() {
    let names = ShellCommand.all.filter { $0.reachesOut(with: "") }.map(\.name)
    for name in ["read", "save", "snapshot", "output", "edit"] { #expect(names.contains(name)) }
  }

  @Test func `D3-17: statements reach no file either`() throws {
    let folder = try TemporaryFolder()
    try "name\nAnn\n".write(
      toFile: folder.path + "/people.csv", atomically: true, encoding: .utf8)
    let model = "kind person (people)\n  name: text\n"
    let load = "load people from \"people.csv\""
    let open = try RemitProcess.run(["-c", model + load + "\nnumber of people"], in: folder)
    #expect(open.output == "number\n1\n")
    let safe = try RemitProcess.run(["--safe", "-c", model + load], in: folder)
    #expect(safe.status == 3 && safe.errors.contains("only libraries can be read here"))
    let export = try RemitProcess.run(
      ["--safe", "--allow-write", ".", "-c", model + "export people to \"out.csv\""], in: folder)
    #expect(export.status != 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out.csv"))
    let late = try RemitProcess.run(
      ["--safe", "-c", "print \"seen\"", "-c", ".save x.remit"], in: folder)
    #expect(late.status == 2 && late.output.isEmpty)
  }
}
