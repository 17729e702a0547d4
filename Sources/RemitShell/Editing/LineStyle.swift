// SPDX-License-Identifier: Apache-2.0

import Remit

/// How a part of the statement being typed looks.
///
/// Of the sixteen colours only those are used that can be read on a light and on a
/// dark ground: no yellow, no white, nothing bright. Nothing is told by colour alone:
/// what is wrong is underlined too.
package enum LineStyle: Sendable, Hashable, CaseIterable {
  case prompt, continuation
  case keyword, kind, word, name, literal, letter, comment
  /// A word or name that nobody declared, and a bracket that closes nothing.
  case mistake
  /// A bracket that is still open.
  case open
  /// The bracket at the cursor and its partner.
  case match
  /// A character that is shown by its number.
  case escaped

  /// The parameters of the terminal's sequence for the style.
  var codes: String {
    switch self {
    case .prompt, .letter: "1"
    case .continuation, .comment: "2"
    case .keyword: "1;34"
    case .kind: "1;35"
    case .word: "35"
    case .name: "32"
    case .literal, .escaped: "36"
    case .mistake: "4;31"
    case .open: "1"
    case .match: "7"
    }
  }

  /// The style of a part of a text; `nil` for what is shown plainly.
  init?(_ kind: Highlight.Kind) {
    switch kind {
    case .keyword: self = .keyword
    case .kind: self = .kind
    case .relation, .attribute, .adjective: self = .word
    case .name: self = .name
    case .text, .number, .date: self = .literal
    case .variable, .parameter: self = .letter
    case .comment: self = .comment
    case .unknownWord, .unknownName, .unreadable: self = .mistake
    case .declared, .sign: return nil
    }
  }
}

/// Some bytes of a text with a style.
package struct StyledSpan: Sendable, Hashable {
  /// The bytes of the text in UTF-8.
  package var range: Range<Int>
  /// How they look.
  package var style: LineStyle
}
