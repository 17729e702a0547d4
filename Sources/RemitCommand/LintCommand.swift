// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
import Remit
public import RemitFormats
import RemitShell

/// `remit lint`: reports what in scripts probably does not mean what was wanted.
struct LintCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", _superCommandName: "remit",
    abstract: "Reports what in scripts runs, but probably does not mean what was wanted.",
    discussion: """
        remit lint samples/acme/ checks.remit
        remit lint samples/acme/ checks.remit --format sarif > lint.sarif

      The model and the facts of the scripts are read; nothing else of them is run.
      A comment silences a lint in its statement or in the one below it:

        # lint: allow comma-attachment

      Exit status: 0 nothing found, 1 something found, 2 error in a script, 3 data
      could not be read.

      \(list)
      """
  )

  private static let list = Lint.allCases
    .map { "\($0.rawValue): \($0.summary)" }.joined(separator: "\n")

  @Argument(
    help: ArgumentHelp("Scripts, or folders with a model.", valueName: "file"),
    completion: .file())
  var paths: [String]

  @Option(help: ArgumentHelp("text, json or sarif.", valueName: "format"))
  var format = LintWriter.Format.text

  @OptionGroup
  var model: ModelOptions

  func run(_ output: StandardStream, _ errors: StandardStream) throws -> RunStatus {
    let scripts = Scripts(paths)
    var session = try scripts.session(model, output, errors) {
      $0.colorsOutput = Terminal.allowsColor(.auto, on: StandardStream.output)
    }
    var reports: [LintReport] = []
    var status = RunStatus.success
    for file in scripts.files {
      guard let source = session.source(of: file) else {
        status = max(status, .data)
        continue
      }
      let report = session.lint(source, printing: format == .text)
      for error in report.errors { status = max(status, RunStatus(error.code)) }
      if !report.findings.isEmpty { status = max(status, .found) }
      reports.append(report)
      if status == .interrupted { return status }
    }
    if let text = LintWriter().render(reports, as: format) { output.write(text) }
    let count = reports.reduce(0) { $0 + $1.findings.count }
    let found = count == 0 ? "nothing" : count == 1 ? "1 finding" : "\(count) findings"
    let files = reports.count == 1 ? "1 file" : "\(reports.count) files"
    errors.write("\(found) in \(files)\n")
    return status
  }
}

extension LintWriter.Format: ExpressibleByArgument {}
