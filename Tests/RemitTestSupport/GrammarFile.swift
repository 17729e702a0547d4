// SPDX-License-Identifier: Apache-2.0

/// A grammar in the EBNF of `Grammar/remit.ebnf`.
///
/// `=` defines, `|` chooses, `[ ]` is optional, `{ }` repeats, `( )` groups,
/// quotes hold keywords and signs, capitals name classes of tokens, `(* *)` is
/// a comment and `;` ends a production.
package struct GrammarFile: Sendable {
  /// The right side of a production.
  package indirect enum Expression: Hashable, Sendable {
    /// `"owned"`, `KIND`, `np`
    case symbol(GrammarSymbol)
    case sequence([Expression])
    case choice([Expression])
    case optional(Expression)
    case repetition(Expression)

    /// The symbols in it, in order, with repeats.
    package var symbols: [GrammarSymbol] {
      switch self {
      case .symbol(let symbol): [symbol]
      case .sequence(let parts), .choice(let parts): parts.flatMap(\.symbols)
      case .optional(let inside), .repetition(let inside): inside.symbols
      }
    }
  }

  /// `name = expression ;`
  package struct Production: Sendable {
    package var name: String
    package var expression: Expression
    /// The production as written, with each run of white space made one space.
    package var text: String
    package var line: Int
  }

  /// Something is wrong with the form of the grammar.
  package struct Mistake: Error, CustomStringConvertible {
    package var line: Int
    package var message: String
    package var description: String { "line \(line): \(message)" }
  }

  package let productions: [Production]

  /// Reads a grammar.
  ///
  /// - Parameter text: The text of the file.
  /// - Throws: ``Mistake`` at the first thing that is no EBNF.
  package init(_ text: String) throws(Mistake) {
    var reader = Reader(try Reader.scan(text))
    productions = try reader.productions()
  }

  package subscript(name: String) -> Production? { productions.first { $0.name == name } }

  /// Every symbol of the right sides, with a production that uses it.
  package var symbols: [GrammarSymbol: String] {
    var found: [GrammarSymbol: String] = [:]
    for production in productions {
      for symbol in production.expression.symbols {
        found[symbol] = found[symbol] ?? production.name
      }
    }
    return found
  }
}

/// What a production is made of.
package enum GrammarSymbol: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// `"owned"`
  case literal(String)
  /// `KIND`
  case tokenClass(String)
  /// `np`
  case production(String)

  package var description: String {
    switch self {
    case .literal(let text): "\"\(text)\""
    case .tokenClass(let name), .production(let name): name
    }
  }
}

extension GrammarFile {
  /// Recursive descent over the pieces of the file.
  private struct Reader {
    /// A name, a quoted text or a sign, with its line.
    struct Piece {
      var text: String
      var line: Int
      var isQuoted: Bool { text.hasPrefix("\"") }
      var isName: Bool { text.first?.isLetter == true }
    }

    let pieces: [Piece]
    var place = 0

    init(_ pieces: [Piece]) { self.pieces = pieces }

    static func scan(_ text: String) throws(Mistake) -> [Piece] {
      var pieces: [Piece] = []
      var line = 1
      var rest = text[...]
      while let first = rest.first {
        if first.isNewline { line += 1 }
        if first.isWhitespace {
          rest.removeFirst()
        } else if rest.hasPrefix("(*") {
          guard let end = rest.firstRange(of: "*)") else {
            throw Mistake(line: line, message: "the comment has no end")
          }
          line += rest[..<end.lowerBound].filter(\.isNewline).count
          rest = rest[end.upperBound...]
        } else if first == "\"" {
          guard let end = rest.dropFirst().firstIndex(of: "\"") else {
            throw Mistake(line: line, message: "the quote has no end")
          }
          pieces.append(Piece(text: String(rest[...end]), line: line))
          rest = rest[rest.index(after: end)...]
        } else if first.isLetter {
          let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
          pieces.append(Piece(text: String(word), line: line))
          rest = rest.dropFirst(word.count)
        } else if "=|[]{}();".contains(first) {
          pieces.append(Piece(text: String(first), line: line))
          rest.removeFirst()
        } else {
          throw Mistake(line: line, message: "'\(first)' has no meaning")
        }
      }
      return pieces
    }

    func at(_ text: String) -> Bool { place < pieces.count && pieces[place].text == text }

    mutating func take() throws(Mistake) -> Piece {
      guard place < pieces.count else {
        throw Mistake(line: pieces.last?.line ?? 1, message: "the file ends inside a production")
      }
      place += 1
      return pieces[place - 1]
    }

    mutating func expect(_ text: String) throws(Mistake) {
      let piece = try take()
      guard piece.text == text else {
        throw Mistake(line: piece.line, message: "'\(text)' expected, not '\(piece.text)'")
      }
    }

    mutating func productions() throws(Mistake) -> [Production] {
      var found: [Production] = []
      while place < pieces.count {
        let start = place
        let name = try take()
        guard name.isName else {
          throw Mistake(line: name.line, message: "a name expected, not '\(name.text)'")
        }
        if let twice = found.first(where: { $0.name == name.text }) {
          throw Mistake(line: name.line, message: "'\(name.text)' stands in line \(twice.line) too")
        }
        try expect("=")
        let expression = try choice()
        try expect(";")
        found.append(
          Production(
            name: name.text,
            expression: expression,
            text: pieces[start..<place].map(\.text).joined(separator: " "),
            line: name.line
          )
        )
      }
      return found
    }

    mutating func choice() throws(Mistake) -> Expression {
      var parts = [try sequence()]
      while at("|") {
        place += 1
        parts.append(try sequence())
      }
      return parts.count == 1 ? parts[0] : .choice(parts)
    }

    mutating func sequence() throws(Mistake) -> Expression {
      var parts: [Expression] = []
      while place < pieces.count, !["|", ";", ")", "]", "}"].contains(pieces[place].text) {
        parts.append(try item())
      }
      return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    mutating func item() throws(Mistake) -> Expression {
      let piece = try take()
      switch piece.text {
      case "(":
        let inside = try choice()
        try expect(")")
        return inside
      case "[":
        let inside = try choice()
        try expect("]")
        return .optional(inside)
      case "{":
        let inside = try choice()
        try expect("}")
        return .repetition(inside)
      case _ where piece.isQuoted:
        return .symbol(.literal(String(piece.text.dropFirst().dropLast())))
      case _ where piece.isName:
        let isClass = piece.text.allSatisfy { $0.isUppercase || $0 == "-" }
        return .symbol(isClass ? .tokenClass(piece.text) : .production(piece.text))
      default:
        throw Mistake(line: piece.line, message: "'\(piece.text)' cannot stand here")
      }
    }
  }
}
