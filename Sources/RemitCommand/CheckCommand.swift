// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
public import Remit
public import RemitFormats
import RemitShell

/// `remit check`: makes the checks of scripts and writes a report.
struct CheckCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: "remit",
    abstract: "Makes the checks of scripts and reports what they found.",
    discussion: """
        remit check samples/acme/
        remit check samples/acme/ checks.remit --format junit --output checks.xml
        remit check samples/acme/ checks.remit --severity high

      Of a folder alone the model is read and the file checks.remit in it; without that
      file a model that uses "iso27001" is checked by the checks of that library.

      Exit status: 0 all passed, 1 one failed, 2 error in a script or a check that
      could not be evaluated, or no check at all, 3 data could not be read, 4 limit reached.
      """
  )

  @Argument(
    help: ArgumentHelp("Scripts, or folders with a model.", valueName: "file"),
    completion: .file())
  var paths: [String]

  @Option(help: ArgumentHelp("text, json, junit, sarif or markdown.", valueName: "format"))
  var format = CheckReport.Format.text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the report to a file.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Only checks of this severity or more make the run fail.", valueName: "severity")
  )
  var severity = CheckResult.Severity.low

  @Flag(help: "Go on after an error and report all.")
  var keepGoing = false

  @OptionGroup
  var model: ModelOptions

  func run(_ output: StandardStream, _ errors: StandardStream) throws -> RunStatus {
    let scripts = Scripts(CheckCommand.withTheirChecks(paths))
    var session = try CheckSession.make(scripts, model, output, errors)
    session.settings.keepsGoing = keepGoing
    var runner = CheckRunner(session)
    runner.leastSeverity = severity
    let status = CheckSession.run(scripts, &runner, &session)
    if status == .success, runner.status == .success, runner.report.entries.isEmpty,
      let checks = checksOfLibrary(session)
    {
      runner.run(checks, in: &session)
    }
    if status == .success, runner.status == .success, runner.report.entries.isEmpty {
      // A pipeline that names the wrong file must not be green.
      errors.write("error: there is no check in \(Sanitizer.line(paths.joined(separator: ", ")))\n")
      return .invalid
    }
    for line in runner.strayExceptions(in: session) { errors.write(line) }
    let text = runner.report.render(format) ?? runner.text()
    guard let file = self.output else {
      output.write(text)
      return max(status, runner.status)
    }
    do {
      let folder = FileNames.folder(of: file)
      try FileWriter(folder: ".", granted: [folder], replaces: true)
        .write(Array(text.utf8), to: file)
    } catch {
      errors.write("error: \(Sanitizer.line(error.message))\n")
      return max(status, .data)
    }
    errors.write(runner.report.summary + "\n")
    return max(status, runner.status)
  }
}

extension CheckCommand {
  /// The checks of the library, for folders with a model that uses it.
  private func checksOfLibrary(_ session: Session) -> SourceText? {
    guard paths.allSatisfy(FileNames.isDirectory),
      session.engine.usedFiles.contains(where: { $0.hasSuffix("iso27001/notions.remit") })
    else { return nil }
    return session.source(of: "iso27001/checks")
  }

  /// The paths, and where they are folders and nothing else the checks that lie in them.
  private static func withTheirChecks(_ paths: [String]) -> [String] {
    guard paths.allSatisfy(FileNames.isDirectory) else { return paths }
    let checks = paths.map { $0 + ($0.hasSuffix("/") ? "" : "/") + "checks.remit" }
    return paths + checks.filter(FileNames.isFile)
  }
}

/// `remit test`: compares answers with the rows they should have.
struct TestCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "test", _superCommandName: "remit",
    abstract: "Compares answers with the rows that scripts expect, and makes their checks.",
    discussion: """
        remit test samples/acme/ tests.remit
        remit test samples/acme/ tests.remit --coverage --threshold 80

      A script says what it expects in the lines below 'expect QUESTION':

        expect critical assets with no owner
          = AS008
          = AS015

      What can be covered: each definition by being used, each check once by passing
      and once by failing. A check made several times, as facts are added, counts as
      one.

      Exit status: 0 all are met, 1 one is not or too little is covered,
      2 error in a script or nothing to test, 3 data could not be read.
      """
  )

  @Argument(
    help: ArgumentHelp("Scripts, or folders with a model.", valueName: "file"),
    completion: .file())
  var paths: [String]

  @Flag(
    help: "List the definitions that nothing has used, and checks never seen to pass or to fail.")
  var coverage = false

  @Option(
    help: ArgumentHelp(
      "Fail if less is covered: definitions used, checks seen to pass, checks seen to fail.",
      valueName: "percent")
  )
  var threshold: Int?

  @Flag(help: "Go on after an error and report all.")
  var keepGoing = false

  @OptionGroup
  var model: ModelOptions

  func run(_ output: StandardStream, _ errors: StandardStream) throws -> RunStatus {
    let scripts = Scripts(paths)
    var session = try CheckSession.make(scripts, model, output, errors)
    session.settings.keepsGoing = keepGoing
    let recorder = CoverageRecorder()
    session.engine.coverage = recorder
    var runner = CheckRunner(session)
    var status = max(CheckSession.run(scripts, &runner, &session), runner.status)
    if status == .success, runner.report.entries.isEmpty, runner.expectations.isEmpty {
      errors.write(
        "error: there is no expectation and no check in \(Sanitizer.line(paths.joined(separator: ", ")))\n"
      )
      return .invalid
    }
    if !runner.report.entries.isEmpty { output.write(runner.text()) }
    output.write(runner.expectationText())
    let met = runner.expectations.filter(\.isMet).count
    output.write("\(met) passed, \(runner.expectations.count - met) failed\n")
    guard coverage || threshold != nil else { return status }
    let all = session.engine.definedWords
    let unused = all.filter { !recorder.used.contains($0) }
    let percent = all.isEmpty ? 100 : (all.count - unused.count) * 100 / all.count
    output.write("definitions used: \(all.count - unused.count) of \(all.count), \(percent) %\n")
    if coverage {
      for word in unused { output.write("  not used: \(Sanitizer.line(word))\n") }
    }
    let checks = CheckCoverage(runner.report.entries)
    output.write(checks.text(details: coverage))
    let covered = all.count - unused.count + checks.counts.seen
    let whole = all.count + checks.counts.all
    let share = whole == 0 ? 100 : covered * 100 / whole
    let short = threshold.map { share < $0 ? ", less than the threshold of \($0) %" : "" } ?? ""
    output.write("coverage: \(covered) of \(whole), \(share) %\(short)\n")
    if !short.isEmpty { status = max(status, .found) }
    return status
  }
}

/// What the two have in common.
private enum CheckSession {
  static func make(
    _ scripts: Scripts, _ model: ModelOptions, _ output: StandardStream,
    _ errors: StandardStream
  ) throws -> Session {
    try scripts.session(model, output, errors) {
      $0.format = Terminal.isTerminal(StandardStream.output) ? .table : .tsv
      $0.terminalWidth = Terminal.width
      $0.colorsOutput = Terminal.allowsColor(.auto, on: StandardStream.output)
    }
  }

  /// Runs all scripts; one that cannot be read ends the run.
  static func run(
    _ scripts: Scripts, _ runner: inout CheckRunner, _ session: inout Session
  ) -> RunStatus {
    for file in scripts.files {
      guard let source = session.source(of: file) else { return .data }
      runner.run(source, in: &session)
      if runner.status == .interrupted || runner.status > .found && !session.settings.keepsGoing {
        break
      }
    }
    return .success
  }
}

extension CheckReport.Format: ExpressibleByArgument {}
extension CheckResult.Severity: ExpressibleByArgument {}
