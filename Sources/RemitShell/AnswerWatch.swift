// SPDX-License-Identifier: Apache-2.0

package import Remit

/// Tells what entered and what left the answers of the same questions, asked again.
package struct AnswerWatch {
  /// The rows of one answer, or what one check found.
  private struct Answer {
    let title: String
    let rows: [[String]]
  }

  private var answers: [Answer] = []

  /// Makes a watch that has seen nothing.
  package init() {}

  /// Takes note of the answers, and tells what became of those before.
  ///
  /// - Parameters:
  ///   - outcomes: What the questions and checks gave, in the order asked.
  ///   - isColored: Whether what entered is green and what left is red.
  /// - Returns: A block for each answer that has changed, each line ended by a line
  ///   feed; empty if none has.
  /// - Complexity: O(*rows*).
  package mutating func note(_ outcomes: [Outcome], isColored: Bool = false) -> String {
    let next = outcomes.compactMap(AnswerWatch.answer)
    defer { answers = next }
    // A question that was not there before begins with no rows.
    var earlier = Dictionary(grouping: answers, by: \.title)
    return next.map { answer in
      let before =
        earlier[answer.title]?.isEmpty == false
        ? earlier[answer.title]?.removeFirst() : nil
      return AnswerWatch.changes(from: before?.rows ?? [], to: answer, isColored)
    }.joined()
  }

  private static func answer(_ outcome: Outcome) -> Answer? {
    switch outcome {
    case .answer(let result): Answer(title: result.question, rows: texts(result))
    case .check(let check): Answer(title: check.name, rows: texts(check.offenders))
    case .expectation(let expectation):
      Answer(
        title: "expect \(expectation.question)",
        rows: expectation.missing.map { ["missing"] + $0 }
          + expectation.unexpected.map { ["unexpected"] + $0 })
    case .proof, .text, .heading, .done, .wrote: nil
    }
  }

  private static func texts(_ result: QueryResult) -> [[String]] {
    (0..<result.rowCount).map { result.row($0).map { $0?.description ?? "" } }
  }

  private static func changes(from before: [[String]], to answer: Answer, _ isColored: Bool)
    -> String
  {
    let entered = rows(of: answer.rows, without: before)
    let left = rows(of: before, without: answer.rows)
    guard !entered.isEmpty || !left.isEmpty else { return "" }
    let count = TableRenderer.grouped(answer.rows.count)
    let all = Sanitizer.line(answer.title)
    var text = "\(all): \(entered.count) entered, \(left.count) left; \(count) now\n"
    for row in entered { text += AnsiStyle.green("  + \(line(row))", if: isColored) + "\n" }
    for row in left { text += AnsiStyle.red("  - \(line(row))", if: isColored) + "\n" }
    return text
  }

  private static func line(_ row: [String]) -> String {
    Sanitizer.line(row.joined(separator: "  "))
  }

  /// The rows that are not among others, as often as they are not.
  private static func rows(of rows: [[String]], without others: [[String]]) -> [[String]] {
    var left: [[String]: Int] = [:]
    for row in others { left[row, default: 0] += 1 }
    return rows.filter { row in
      guard let count = left[row], count > 0 else { return true }
      left[row] = count - 1
      return false
    }
  }
}

extension Session {
  /// Asks the last question, or another, again whenever a file of the model changes,
  /// until Ctrl-C.
  ///
  /// - Parameter question: What to ask; empty for the last question.
  /// - Returns: The status; what went wrong has been printed.
  mutating func watch(_ question: String) -> RunStatus {
    guard let files = host.files else {
      return fail("there is no file to watch; 'remit FOLDER' opens a model whose files can be")
    }
    guard let question = question.isEmpty ? last?.question : question else {
      return fail(".watch asks the last question again, and there is none yet")
    }
    let status = run(SourceText(question))
    guard status <= .found, let last else { return status }
    var watch = AnswerWatch()
    _ = watch.note([.answer(last)])
    _ = show("Watching the files of the model; Ctrl-C ends it.")
    while files.waitForChange() {
      guard var next = files.read() else { continue }
      next.parameters = engine.parameters
      next.limits = engine.limits
      // What was typed here and is in no file would be lost.
      var asked = self
      asked.engine = next
      let (outcomes, status) = asked.outcomes(of: SourceText(question))
      guard status != .interrupted else { break }
      guard status == .success else { continue }
      let changes = watch.note(outcomes, isColored: settings.colorsOutput)
      output.write(changes.isEmpty ? "nothing has changed in the answer\n" : changes)
      if !hasEdits { engine = next }
    }
    // The terminal has echoed `^C` where the next line would have begun.
    if settings.isInteractive { errors.write("\n") }
    return .success
  }
}
