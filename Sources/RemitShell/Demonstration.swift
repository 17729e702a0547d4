// SPDX-License-Identifier: Apache-2.0

package import Remit

/// What `remit --demo` opens, and what it says to type there.
///
/// The model is that of `samples/acme`, which comes with Remit as a library.
package enum Demonstration {
  /// The statement that opens the sample.
  package static let statement = "use \"acme\""

  /// The day on which the sample's records are asked about.
  package static let day = Day(year: 2026, month: 6, day: 30) ?? .earliest

  /// Three things to type, each with what it answers.
  package static let questions: [(text: String, meaning: String)] = [
    (text: "controls with no competent owner", meaning: "who is missing, or not up to it"),
    (text: "number of people per department", meaning: "counting; then type .chart"),
    (
      text: "suppose Marek Zieliński leaves: changes in controls with no owner",
      meaning: "what falls if he leaves"
    ),
  ]

  /// What stands above the first prompt.
  ///
  /// - Parameters:
  ///   - day: The day that is today in the session.
  ///   - width: The columns of the terminal.
  /// - Returns: The lines, each ended by a line feed.
  package static func greeting(on day: Day, width: Int = 80) -> String {
    let text = """
      Acme, an invented company on \(day): 150 people, 93 controls, 200 assets.
      Three things to type:
      \(TextFlow.list(questions, width: width))
      Tab completes what you began. .lesson teaches the language, .quit leaves.

      """
    return TextFlow.wrapLines(text, width: width)
  }
}
