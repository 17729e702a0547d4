// SPDX-License-Identifier: Apache-2.0

import Remit
import RemitFormats

/// Writes what statements did and what went wrong.
///
/// In a table, notes and the sentence of an empty answer stand below it. In the
/// other formats the output is for programs, so both go to the errors.
struct AnswerPrinter {
  var settings: ShellSettings
  var output: any TextSink
  var errors: any TextSink

  /// Writes one outcome.
  ///
  /// - Returns: What it means for the exit status.
  func print(_ outcome: Outcome) -> RunStatus {
    if !printAsJSON(outcome) { printAsText(outcome) }
    return switch outcome {
    case .answer(let result):
      (result.isEmpty ? settings.failsIfNone : settings.failsIfAny) ? .found : .success
    case .check(let check): check.outcome == .passed ? .success : .found
    case .expectation(let expectation): expectation.isMet ? .success : .found
    case .text, .heading, .proof, .done, .wrote: .success
    }
  }

  private func printAsText(_ outcome: Outcome) {
    switch outcome {
    case .answer(let result): print(result)
    case .text(let text): output.write(CheckPrinter(self).text(text, isHeading: false))
    case .heading(let text, _): output.write(CheckPrinter(self).text(text, isHeading: true))
    case .proof(let proof): output.write(flow(Sanitizer.block(ProofText().render(proof))))
    case .check(let check): output.write(CheckPrinter(self).text(check))
    case .expectation(let expectation): output.write(CheckPrinter(self).text(expectation))
    case .done(let sentence):
      if settings.isInteractive { output.write(flow(Sanitizer.block(sentence)) + "\n") }
    case .wrote(let sentence, notes: let notes):
      if settings.isInteractive { output.write(flow(Sanitizer.block(sentence)) + "\n") }
      for note in notes {
        (settings.isInteractive ? output : errors).write(flow(Sanitizer.line(note)) + "\n")
      }
    }
  }

  /// Whether a program reads what is written, errors included.
  var isJSON: Bool { settings.format == .json || settings.format == .jsonLines }

  /// Writes an outcome as an object on a line, if that is the format: in JSON
  /// Lines a question gives its rows alone.
  private func printAsJSON(_ outcome: Outcome) -> Bool {
    guard isJSON else { return false }
    if settings.format == .jsonLines, case .answer = outcome { return false }
    guard let line = JSONOutcomeWriter().render(outcome) else { return false }
    output.write(line)
    return true
  }

  /// Writes an error with all its diagnostics.
  func print(_ error: QueryError) {
    // Who reads the output as data is told there; who reads the log, below.
    if isJSON { output.write(JSONOutcomeWriter().render(error)) }
    printAsText(error)
  }

  private func printAsText(_ error: QueryError) {
    defer { error.others.forEach(printAsText) }
    guard error.code != .cancelled else {
      errors.write("cancelled\n")
      return
    }
    let renderer = DiagnosticRenderer(error.source, width: settings.terminalWidth())
    var text = ""
    for diagnostic in error.diagnostics {
      var rendered = Sanitizer.block(renderer.render(diagnostic))
      if let width = settings.terminalWidth() {
        // The lines of the text and the marks below them belong under one another.
        rendered = TextFlow.wrapLines(rendered, width: width) { line in
          line.drop { $0 == " " || $0.isNumber }.hasPrefix("| ")
        }
      }
      text += AnsiStyle.diagnostic(rendered, if: settings.colorsErrors)
      if !text.hasSuffix("\n") { text += "\n" }
    }
    errors.write(text)
  }

  /// Writes what a linter found.
  func print(_ findings: [Diagnostic], of source: SourceText) {
    let renderer = DiagnosticRenderer(source)
    for finding in findings {
      let rendered = Sanitizer.block(renderer.render(finding))
      let text = AnsiStyle.diagnostic(rendered, if: settings.colorsOutput)
      output.write(text.hasSuffix("\n") ? text : text + "\n")
    }
  }

  /// Writes a sentence about what the shell itself cannot do.
  func print(problem: String) {
    let text = flow("error: \(Sanitizer.block(problem))")
    let prefix = AnsiStyle.red("error", if: settings.colorsErrors)
    errors.write("\(prefix)\(text.dropFirst("error".count))\n")
  }

  /// Writes what a statement took.
  func print(_ times: PhaseTimes) {
    errors.write(AnsiStyle.dim(flow(times.description), if: settings.colorsErrors) + "\n")
  }

  private func print(_ result: QueryResult) {
    if let rendered = settings.format.render(result) {
      // In a pipe the data are as they are; a terminal would obey some of them.
      let isSeen = settings.terminalWidth() != nil
      output.write(isSeen ? Sanitizer.block(rendered.text) : rendered.text)
      var notes = result.notes
      if result.isEmpty { notes.insert(result.emptySentence, at: 0) }
      notes += rendered.notes
      if !notes.isEmpty { errors.write(lines(notes, isDim: settings.colorsErrors)) }
      return
    }
    var text: String
    if result.isEmpty {
      text = flow(Sanitizer.block(result.emptySentence)) + "\n"
    } else {
      let renderer = TableRenderer(width: settings.terminalWidth(), rowLimit: settings.rowLimit)
      text = renderer.render(result)
    }
    output.write(text + lines(result.notes, isDim: settings.colorsOutput))
  }

  private func lines(_ notes: [String], isDim: Bool) -> String {
    notes.map { AnsiStyle.dim(flow(Sanitizer.block($0)), if: isDim) + "\n" }.joined()
  }

  /// A text whose lines break between words at the width of the terminal.
  private func flow(_ text: String) -> String {
    settings.terminalWidth().map { TextFlow.wrapLines(text, width: $0) } ?? text
  }
}
