// SPDX-License-Identifier: Apache-2.0

package import Remit

/// Tells how the parts of the statement being typed look.
///
/// The word the cursor is in is not marked as unknown: it is not finished. What the
/// engine says of a text is kept until the text changes, so that moving the cursor
/// reads nothing again.
package struct LineHighlighter {
  /// Longer texts are shown plainly: nobody types them, and reading them at each key
  /// would be felt.
  package static let longestText = 65_536

  private var text: [UInt8]?
  private var highlights: [Highlight] = []
  private var start = 0

  /// Makes a highlighter that has seen nothing yet.
  package init() {}

  /// Finds the styles of the parts of a text.
  ///
  /// - Parameters:
  ///   - text: The statement in UTF-8.
  ///   - cursor: The byte the cursor stands before; `nil` once it has been entered.
  ///   - engine: Whose words are known. The same as long as the text is.
  /// - Returns: The spans in their order, none overlapping another.
  package mutating func spans(of text: [UInt8], cursor: Int?, in engine: Engine) -> [StyledSpan] {
    guard text.count <= LineHighlighter.longestText else { return [] }
    if text != self.text {
      (start, highlights) = LineHighlighter.read(text, engine)
      self.text = text
    }
    var spans: [StyledSpan] = []
    if start > 0 { spans.append(StyledSpan(range: 0..<start, style: .keyword)) }
    let brackets = brackets(of: text, cursor)
    for highlight in highlights {
      let range = (start + highlight.range.start)..<(start + highlight.range.end)
      if let style = brackets[range.lowerBound] {
        spans.append(StyledSpan(range: range, style: style))
        continue
      }
      guard let style = LineStyle(highlight.kind) else { continue }
      if style == .mistake, let cursor, range.lowerBound < cursor, cursor <= range.upperBound {
        continue
      }
      spans.append(StyledSpan(range: range, style: style))
    }
    return spans
  }

  /// Forgets the text, because the engine has changed.
  package mutating func forget() { text = nil }

  /// What the engine says of a text, and where the question of a command begins.
  private static func read(_ text: [UInt8], _ engine: Engine) -> (Int, [Highlight]) {
    let string = String(decoding: text, as: UTF8.self)
    guard ShellCommand.isCommand(string) else { return (0, engine.highlights(string)) }
    let name = string.prefix { $0.isWhitespace }.utf8.count
    let end = text[name...].firstIndex { $0 == 32 || $0 == 9 || $0 == 10 } ?? text.count
    guard case .success(let command) = ShellCommand.find(ShellCommand.parts(of: string).name),
      case .stage = command.action
    else { return (end, []) }
    return (end, engine.highlights(String(decoding: text[end...], as: UTF8.self)))
  }

  /// The brackets that look other than plain, by their byte.
  private func brackets(of text: [UInt8], _ cursor: Int?) -> [Int: LineStyle] {
    var styles: [Int: LineStyle] = [:]
    var open: [Int] = []
    var partners: [Int: Int] = [:]
    for highlight in highlights where highlight.kind == .sign {
      let place = start + highlight.range.start
      guard place < text.count else { continue }
      if text[place] == UInt8(ascii: "(") {
        open.append(place)
      } else if text[place] == UInt8(ascii: ")") {
        if let partner = open.popLast() {
          (partners[place], partners[partner]) = (partner, place)
        } else {
          styles[place] = .mistake
        }
      }
    }
    for place in open { styles[place] = .open }
    guard let cursor else { return styles }
    for place in [cursor, cursor - 1] {
      guard let partner = partners[place] else { continue }
      (styles[place], styles[partner]) = (.match, .match)
      break
    }
    return styles
  }
}
