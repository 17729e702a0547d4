// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Remit
import RemitFormats
import RemitShell

/// `remit watch`: asks again whenever a file changes.
struct WatchCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", _superCommandName: "remit",
    abstract: "Asks again whenever a file changes, and tells what entered and what left.",
    discussion: """
        remit watch samples/acme/ -c 'controls with no competent owner'
        remit watch samples/acme/ questions.remit

      The answers of the scripts, what their checks find and the answers of -c are shown
      once; then, after each change of a script or a data file, only the rows that are
      new and those that are gone. Ctrl-C ends it.
      """
  )

  @Argument(
    help: ArgumentHelp("Scripts to run, or folders with a model to open.", valueName: "file"),
    completion: .file())
  var paths: [String]

  @Option(
    name: .customShort("c"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A question to ask; may be repeated.", valueName: "statement"))
  var statements: [String] = []

  @OptionGroup
  var model: ModelOptions

  @Option(help: ArgumentHelp("Whether to use colours.", valueName: "when"))
  var color = ColorChoice.auto

  func run(_ output: StandardStream, _ errors: StandardStream) throws -> RunStatus {
    let scripts = Scripts(paths)
    let record = FileRecord()
    let isColored = Terminal.allowsColor(color, on: StandardStream.output)
    var watch = AnswerWatch()
    /// Asks everything, up to the first mistake, which is told.
    func ask(printing: Bool) throws -> (outcomes: [Outcome], status: RunStatus) {
      var session = try scripts.session(model, noting: record, output, errors) {
        $0.format = Terminal.isTerminal(StandardStream.output) ? .table : .tsv
        $0.terminalWidth = Terminal.width
        $0.colorsOutput = isColored
      }
      var all: [Outcome] = []
      var sources: [SourceText] = []
      for file in scripts.files {
        guard let source = session.source(of: file) else { return (all, .data) }
        sources.append(source)
      }
      for source in sources + statements.map({ SourceText($0) }) {
        let (outcomes, status) = session.outcomes(of: source)
        guard status == .success else { return (all, status) }
        if printing { for outcome in outcomes { session.print(outcome) } }
        all += outcomes
      }
      return (all, .success)
    }
    let (first, status) = try ask(printing: true)
    guard status == .success else { return status }
    _ = watch.note(first, isColored: isColored)
    let files = WatchedScripts(scripts, model, record, output, errors)
    errors.write("watching \(files.count) files; Ctrl-C ends it\n")
    while files.waitForChange() {
      let (outcomes, status) = try ask(printing: false)
      guard status != .interrupted else { break }
      guard status == .success else { continue }
      let changes = watch.note(outcomes, isColored: isColored)
      errors.write(WatchCommand.clock() + (changes.isEmpty ? " nothing has changed\n" : "\n"))
      output.write(changes)
    }
    return .success
  }

  private static func clock() -> String {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return String(format: "%02d:%02d:%02d", local.tm_hour, local.tm_min, local.tm_sec)
  }
}
