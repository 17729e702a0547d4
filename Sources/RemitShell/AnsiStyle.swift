// SPDX-License-Identifier: Apache-2.0

/// The few colours the shell uses, from the palette every terminal has.
enum AnsiStyle: String {
  case bold = "1"
  case dim = "2"
  case red = "1;31"
  case green = "32"

  /// Returns the text in this style, or as it is when colours are off.
  func callAsFunction(_ text: String, if isOn: Bool) -> String {
    isOn ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Returns a rendered diagnostic with its first words and its carets in red.
  static func diagnostic(_ text: String, if isOn: Bool) -> String {
    guard isOn else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line -> String in
      if index == 0, let colon = line.firstIndex(of: ":") {
        return AnsiStyle.red(String(line[..<colon]), if: true) + line[colon...]
      }
      let isCarets = line.contains("^") && line.allSatisfy { " |^".contains($0) }
      return isCarets ? AnsiStyle.red(String(line), if: true) : String(line)
    }.joined(separator: "\n")
  }
}
