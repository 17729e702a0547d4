// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport

@testable import Remit

extension GrammarSymbol {
  /// The parts of speech each class of the grammar stands for.
  static let termClasses: [String: TermClasses] = [
    "KIND": .kind, "RELNOUN": .relationNoun, "ATTR": .attribute, "ADJ": .adjective,
    "FITTING": .fittingPhrase, "VERB": .verb,
    "PASSIVE": .passive, "LINK": .link, "PARTICIPLE": .participle,
    "BARE": .participle, "EVENT": .event, "PRESENT": [.singularVerb, .pluralVerb],
    "VALUE": [.value, .adjective],
    "CONSTANT": .constant,
  ]

  /// How many tokens the symbol takes at a place; `nil` when it does not match.
  func matches(_ tokens: [Token], _ place: Int) -> Int? {
    let token = tokens[place]
    switch self {
    case .literal(let text):
      switch token.kind {
      case .word, .term, .sign, .possessive: return token.text == text ? 1 : nil
      default: return nil
      }
    case .tokenClass("LINE"): return token.startsLine ? 0 : nil
    case .tokenClass("JOINED"):
      return place > 0 && tokens[place - 1].range.end == token.range.start ? 0 : nil
    case .tokenClass(let name): return token.isOf(name) ? 1 : nil
    case .production: return nil
    }
  }
}

extension Token {
  fileprivate func isOf(_ name: String) -> Bool {
    if let classes = GrammarSymbol.termClasses[name] {
      guard let term, !term.classes.isDisjoint(with: classes) else { return false }
      switch name {
      case "ATTR": return !term.classes.contains(.relationNoun)
      case "VALUE": return term.classes.isDisjoint(with: [.attribute, .relationNoun])
      default: return true
      }
    }
    switch (name, kind) {
    case ("NAME", .name), ("NAME", .parameter), ("STRING", .name(isQuoted: true)): return true
    case ("PARAMETER", .parameter): return true
    case ("VAR", .variable), ("DATE", .date), ("NUMBER", .number): return true
    case ("INT", .number(let value)): return Int(exactly: value) != nil
    case ("MONTH", .name(isQuoted: false)): return Month(text) != nil
    case ("INT", .word): return Parser.numberWords.contains(text)
    case ("WORD", .word), ("WORD", .term), ("WORD", .variable): return true
    default: return false
    }
  }
}

/// The grammar of the language and readings of text under it.
enum TestGrammar {
  static let file: GrammarFile? = (try? ProjectFiles.text("Grammar/remit.ebnf")).flatMap {
    try? GrammarFile($0)
  }
  static let automaton = file.map { GrammarAutomaton($0) }

  /// Reads tokens, the last of kind `end`, as a production.
  static func read(
    _ tokens: [Token], as production: String
  ) -> EarleyRecognizer? {
    automaton.map {
      EarleyRecognizer($0, start: production, length: tokens.count - 1) { symbol, place in
        guard place < tokens.count - 1 else { return nil }
        return symbol.matches(tokens, place)
      }
    }
  }
}
