// SPDX-License-Identifier: Apache-2.0

/// A set of signs, for what could stand at a place.
struct SignSet: Hashable, Sendable {
  private static let signs = [
    ",", ":", "(", ")", "+", "*", "-", "/", "=", "!=", "<", "<=", ">", ">=", "'s",
  ]

  private var bits: UInt16 = 0

  mutating func insert(_ sign: String) { bits |= SignSet.bit(of: sign) }

  func contains(_ sign: String) -> Bool { bits & SignSet.bit(of: sign) != 0 }

  mutating func formUnion(_ other: SignSet) { bits |= other.bits }

  private static func bit(of sign: String) -> UInt16 {
    signs.firstIndex(of: sign).map { 1 << UInt16($0) } ?? 0
  }
}

/// The unit the lexer makes and the parser reads.
struct Token: Hashable, Sendable {
  /// What a token is.
  enum Kind: Hashable, Sendable {
    /// A declared form, of one or more words.
    case term(Term)
    /// Any other lower-case word: a keyword, or a word nobody declared.
    case word
    /// A name: `Bob`, `A.5.3`, `"Head of IT"`.
    case name(isQuoted: Bool)
    /// A variable: `p`, `c2`.
    case variable
    /// A value given by the host: `$department`; the text is without `$`.
    case parameter
    /// A number; the text keeps how it was written.
    case number(Double)
    /// A date.
    case date(Day)
    /// `'s`
    case possessive
    /// A sign: `, : ( ) + * - / = != < <= > >=`.
    case sign
    /// The end of the statement.
    case end
  }

  var kind: Kind
  /// The text: words in lower case, names without quotes.
  var text: String
  var range: SourceRange
  /// The keyword the text is, if it is one.
  var keyword: Keyword?
  /// Whether it is the first token of its line.
  var startsLine: Bool

  /// The declared form, if it is one.
  var term: Term? {
    if case .term(let term) = kind { term } else { nil }
  }

  /// The name or quoted text, if it is one.
  var isName: Bool {
    if case .name = kind { true } else { false }
  }

  /// Whether it is quoted.
  var isQuoted: Bool {
    if case .name(let isQuoted) = kind { isQuoted } else { false }
  }

  /// Whether it is a sign.
  var isSign: Bool {
    if case .sign = kind { true } else { false }
  }

  /// What the token is in words, for `.tokens`.
  var phrase: String {
    switch kind {
    case .term(let term):
      term.base == term.text ? term.classes.phrase : "\(term.classes.phrase) of '\(term.base)'"
    case .word: keyword == nil ? "unknown word" : "keyword"
    case .name(let isQuoted): isQuoted ? "quoted name or text" : "name"
    case .variable: "variable"
    case .parameter: "parameter"
    case .number: "number"
    case .date: "date"
    case .possessive: "possessive"
    case .sign: "sign"
    case .end: "end"
    }
  }
}
