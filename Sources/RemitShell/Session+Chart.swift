// SPDX-License-Identifier: Apache-2.0

import Remit

extension Session {
  /// Draws the last answer, or that of a question, as bars.
  ///
  /// - Parameter question: What to ask first; empty for the last answer.
  /// - Returns: The status; what went wrong has been printed.
  mutating func chart(_ question: String) -> RunStatus {
    if !question.isEmpty {
      // A fact among it should change nothing.
      var asked = self
      let (outcomes, status) = asked.outcomes(of: SourceText(question))
      guard status == .success else { return status }
      for case .answer(let answer) in outcomes { last = answer }
    }
    guard let answer = last else {
      return fail(".chart draws the last answer, and there is none yet")
    }
    guard !answer.isEmpty else { return show(answer.emptySentence) }
    let renderer = ChartRenderer(
      width: settings.terminalWidth() ?? 80, rowLimit: settings.rowLimit)
    guard let chart = renderer.render(answer) else {
      return fail(
        "the answer has no numbers that could be drawn; ask for some, "
          + "as in: .chart number of controls per owner")
    }
    output.write(chart)
    return .success
  }
}
