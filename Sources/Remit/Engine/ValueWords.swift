// SPDX-License-Identifier: Apache-2.0

/// The values that may stand in the place of a word nobody declared: `controls whose status
/// is bla`, `set status of A.5.7 to bla`.
struct ValueWords {
  /// The attributes whose value is said.
  private let attributes: [Attribute]
  /// The word, and all that follows it.
  private let (word, rest): (Token, SourceRange)

  /// Looks whether a value is said at a mistake.
  ///
  /// - Returns: `nil` where none is.
  init?(at mistake: SourceRange, in tokens: [Token], _ builder: GraphBuilder, _ model: Model) {
    guard let place = tokens.firstIndex(where: { $0.range.start == mistake.start }), place > 1,
      let last = tokens.dropLast().last
    else { return nil }
    let noun: Int
    let named: Int?
    if tokens[0].keyword == .set, tokens[place - 1].keyword == .to {
      (noun, named) = (1, tokens[2].keyword == .of ? 3 : nil)
    } else {
      guard let behind = tokens[..<place].lastIndex(where: { $0.term != nil }), behind > 0,
        tokens[behind - 1].keyword == .whose, behind < place - 1,
        tokens[(behind + 1)..<place].allSatisfy({ $0.keyword != nil })
      else { return nil }
      (noun, named) = (behind, behind > 1 ? behind - 2 : nil)
    }
    guard let term = tokens[noun].term else { return nil }
    let kinds = named.flatMap { ValueWords.kinds(tokens[$0], builder) } ?? model.factKinds
    attributes = model.attributes(named: term.base, of: kinds).map { model.schema[$0] }
    guard !attributes.isEmpty else { return nil }
    word = tokens[place]
    rest = SourceRange(word.range.start, last.range.end)
  }

  /// The kinds of what a word names.
  private static func kinds(_ token: Token, _ builder: GraphBuilder) -> [KindID]? {
    if let term = token.term, let kind = builder.schema.kind(named: term.base) { return [kind] }
    guard token.isName else { return nil }
    let kinds = builder.schema.kinds.filter { !$0.isHidden }.map(\.id)
    var name = token.text
    switch name.withUTF8({ NameResolver(builder, kinds: kinds).find($0) }) {
    case .one(let entity): return [entity.kind]
    case .several, .none: return nil
    }
  }

  /// The type of the value; `nil` if attributes of several types have the name.
  private var type: ValueType? {
    let types = Set(attributes.map(\.type))
    return types.count == 1 ? types.first : nil
  }

  /// What the word may have been meant as, likely ones first.
  func edits(in source: SourceText, today: Day) -> [Diagnostic.Edit] {
    switch type {
    case .text:
      return [word.range, rest].map { range in
        Diagnostic.Edit(
          range: range, replacement: SyntaxPrinter().quote(source.text(in: range)))
      }
    case .flag:
      let values = ["yes": "yes", "true": "yes", "no": "no", "false": "no"]
      return values[word.text].map {
        [Diagnostic.Edit(range: word.range, replacement: "\"\($0)\"")]
      } ?? []
    case .date:
      return Synonyms.days[word.text].map {
        let day = Day(number: today.number &+ $0)
        return [Diagnostic.Edit(range: word.range, replacement: day.description)]
      } ?? []
    case .number, .duration, .enumeration, .levels, nil: return []
    }
  }

  /// What the values are, where they can be said.
  var help: String? {
    switch type {
    case .enumeration(let choices), .levels(let choices):
      return "the values are \(choices.joined(separator: ", "))"
    case .flag: return "the values are \"yes\" and \"no\""
    case .date: return "dates are written year-month-day, as in 2026-06-30"
    case .duration: return "a length of time is written as in '30 days' or '6 months'"
    case .text, .number, nil: return nil
    }
  }
}
