// SPDX-License-Identifier: Apache-2.0

/// Makes random sentences of a grammar.
///
/// Up to a depth it chooses freely; below it, only what ends soonest.
package struct SentenceGenerator {
  private let productions: [String: GrammarFile.Expression]
  /// How deep the shallowest tree of each production is.
  private let depths: [String: Int]
  package var random: RandomSource

  package init(_ grammar: GrammarFile, seed: UInt64) {
    var productions: [String: GrammarFile.Expression] = [:]
    for production in grammar.productions { productions[production.name] = production.expression }
    var depths: [String: Int] = [:]
    var isChanging = true
    while isChanging {
      isChanging = false
      for (name, expression) in productions {
        let depth = SentenceGenerator.depth(expression, depths)
        if depth < .max, depths[name] != depth + 1 {
          depths[name] = depth + 1
          isChanging = true
        }
      }
    }
    self.productions = productions
    self.depths = depths
    random = RandomSource(seed: seed)
  }

  /// Makes a sentence: literals and classes of tokens, in order.
  ///
  /// Down to `depth` productions inside one another it may take any way.
  package mutating func sentence(_ production: String, depth: Int) -> [GrammarSymbol] {
    var symbols: [GrammarSymbol] = []
    grow(.symbol(.production(production)), depth, &symbols)
    return symbols
  }

  private mutating func grow(
    _ expression: GrammarFile.Expression,
    _ depth: Int,
    _ symbols: inout [GrammarSymbol]
  ) {
    switch expression {
    case .symbol(.production(let name)):
      if let inside = productions[name] { grow(inside, depth - 1, &symbols) }
    case .symbol(let symbol): symbols.append(symbol)
    case .sequence(let parts): for part in parts { grow(part, depth, &symbols) }
    case .choice(let parts):
      let shortest = parts.map { SentenceGenerator.depth($0, depths) }.min()
      let open =
        depth > 0 ? parts : parts.filter { SentenceGenerator.depth($0, depths) == shortest }
      grow(open[random.below(open.count)], depth, &symbols)
    case .optional(let inside):
      if depth > 0, random.below(3) == 0 { grow(inside, depth, &symbols) }
    case .repetition(let inside):
      while depth > 0, random.below(3) == 0 { grow(inside, depth, &symbols) }
    }
  }

  private static func depth(_ expression: GrammarFile.Expression, _ known: [String: Int]) -> Int {
    switch expression {
    case .symbol(.production(let name)): known[name] ?? .max
    case .symbol, .optional, .repetition: 0
    case .sequence(let parts): parts.map { depth($0, known) }.max() ?? 0
    case .choice(let parts): parts.map { depth($0, known) }.min() ?? 0
    }
  }
}

/// Writes sentences with words of a vocabulary.
package enum SentenceWriter {
  /// Joins symbols to text, each written as `word` says.
  package static func text(
    _ symbols: [GrammarSymbol],
    word: (GrammarSymbol) -> String
  ) -> String {
    var text = ""
    var isJoined = true
    for symbol in symbols {
      if symbol == .tokenClass("JOINED") {
        isJoined = true
        continue
      }
      let word = word(symbol)
      let closes = [",", ":", ")", "'s"].contains(word)
      text += (isJoined || closes ? "" : " ") + word
      isJoined = word == "("
    }
    return text
  }
}
