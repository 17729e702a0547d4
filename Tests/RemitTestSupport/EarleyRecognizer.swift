// SPDX-License-Identifier: Apache-2.0

/// Finds every reading of a row of tokens under a grammar.
///
/// It knows nothing of reading rules: what the grammar allows is found, all of
/// it. The chart tells which production spans which tokens; trees are counted
/// and chosen on top of that.
///
/// - Complexity: O(*n*³) in the number of tokens for the chart.
/// - SeeAlso: J. Earley, "An efficient context-free parsing algorithm" (1970);
///   J. Aycock and R. N. Horspool, "Practical Earley parsing" (2002), for
///   productions that can be empty.
package struct EarleyRecognizer {
  /// How many tokens a literal or class takes at a place: one, none for a mark
  /// such as `LINE`, or `nil` when it does not match.
  package typealias Matcher = (GrammarSymbol, Int) -> Int?

  private struct Item: Hashable {
    var state: Int
    var name: String
    var origin: Int
  }

  private struct Key: Hashable {
    var name: String
    var start: Int
  }

  private struct Place: Hashable {
    var state: Int
    var from: Int
    var to: Int
  }

  private let grammar: GrammarAutomaton
  private let length: Int
  private let matches: Matcher
  /// Where each production that begins at a token can end.
  private var ends: [Key: Set<Int>] = [:]
  private var paths: [Place: Int] = [:]
  private var open: Set<Place> = []

  /// The furthest token up to which the tokens begin some sentence.
  package private(set) var reached = 0
  /// The most readings that are told apart.
  package static let limit = 10_000

  /// Reads the tokens.
  ///
  /// - Parameters:
  ///   - grammar: The grammar.
  ///   - start: The production the tokens should be.
  ///   - length: The number of tokens.
  ///   - matches: What the tokens are.
  package init(
    _ grammar: GrammarAutomaton,
    start: String,
    length: Int,
    matches: @escaping Matcher
  ) {
    self.grammar = grammar
    self.length = length
    self.matches = matches
    fill(start)
  }

  // MARK: The chart

  private mutating func fill(_ start: String) {
    var sets: [[Item]] = Array(repeating: [], count: length + 1)
    var known: [Set<Item>] = Array(repeating: [], count: length + 1)
    func add(_ item: Item, at place: Int) {
      if known[place].insert(item).inserted { sets[place].append(item) }
    }
    func predict(_ name: String, at place: Int) {
      guard let first = grammar.starts[name] else { return }
      add(Item(state: first, name: name, origin: place), at: place)
    }
    predict(start, at: 0)
    for place in 0...length {
      var next = 0
      while next < sets[place].count {
        let item = sets[place][next]
        next += 1
        let state = grammar.states[item.state]
        for (symbol, target) in state.steps {
          let after = Item(state: target, name: item.name, origin: item.origin)
          guard case .production(let name) = symbol else {
            if let taken = matches(symbol, place), place + taken <= length {
              add(after, at: place + taken)
            }
            continue
          }
          predict(name, at: place)
          if grammar.nullable.contains(name) { add(after, at: place) }
        }
        guard state.isFinal else { continue }
        ends[Key(name: item.name, start: item.origin), default: []].insert(place)
        guard item.origin < place else { continue }
        for waiting in sets[item.origin] {
          for case (.production(item.name), let target) in grammar.states[waiting.state].steps {
            add(Item(state: target, name: waiting.name, origin: waiting.origin), at: place)
          }
        }
      }
      if !sets[place].isEmpty { reached = place }
    }
  }

  /// Whether the tokens are a whole production.
  package func accepts(_ name: String) -> Bool {
    ends[Key(name: name, start: 0)]?.contains(length) == true
  }

  // MARK: Counting

  /// The number of trees of a production over tokens, at most ``limit``.
  package mutating func count(_ name: String, _ range: Range<Int>) -> Int {
    guard let start = grammar.starts[name],
      ends[Key(name: name, start: range.lowerBound)]?.contains(range.upperBound) == true
    else { return 0 }
    return ways(from: start, range.lowerBound, range.upperBound)
  }

  /// The number of ways from a state at `from` to the end of its production at
  /// `to`. A production inside itself over the same tokens has endless trees.
  private mutating func ways(from state: Int, _ from: Int, _ to: Int) -> Int {
    let place = Place(state: state, from: from, to: to)
    if let known = paths[place] { return known }
    guard open.insert(place).inserted else { return EarleyRecognizer.limit }
    defer { open.remove(place) }
    var total = grammar.states[state].isFinal && from == to ? 1 : 0
    for (symbol, target) in steps(of: state, at: from) {
      for end in spans(symbol, from, to) {
        let rest = ways(from: target, end, to)
        guard rest > 0 else { continue }
        let inside: Int
        if case .production(let name) = symbol {
          inside = count(name, from..<end)
        } else {
          inside = 1
        }
        total = min(EarleyRecognizer.limit, total + min(EarleyRecognizer.limit, inside) * rest)
      }
    }
    paths[place] = total
    return total
  }

  /// The steps of a state. Classes of one token that lead to the same place,
  /// as in `ATTR | RELNOUN`, are one step.
  private func steps(of state: Int, at place: Int) -> [(symbol: GrammarSymbol, target: Int)] {
    var targets: Set<Int> = []
    return grammar.states[state].steps.filter { symbol, target in
      if case .production = symbol { return true }
      return matches(symbol, place) != nil && targets.insert(target).inserted
    }
  }

  private func spans(_ symbol: GrammarSymbol, _ from: Int, _ to: Int) -> [Int] {
    if case .production(let name) = symbol {
      return (ends[Key(name: name, start: from)] ?? []).filter { $0 <= to }.sorted()
    }
    guard let taken = matches(symbol, from), from + taken <= to else { return [] }
    return [from + taken]
  }

  // MARK: Trees

  /// The lists of children a production can have over tokens, at most ``limit``.
  package mutating func children(of name: String, _ range: Range<Int>) -> [[ParseTree.Part]] {
    guard let start = grammar.starts[name] else { return [] }
    var found: [[ParseTree.Part]] = []
    var current: [ParseTree.Part] = []
    collect(from: start, range.lowerBound, range.upperBound, &current, &found)
    return found
  }

  private mutating func collect(
    from state: Int,
    _ from: Int,
    _ to: Int,
    _ current: inout [ParseTree.Part],
    _ found: inout [[ParseTree.Part]]
  ) {
    guard found.count < EarleyRecognizer.limit else { return }
    if grammar.states[state].isFinal, from == to { found.append(current) }
    for (symbol, target) in steps(of: state, at: from) {
      for end in spans(symbol, from, to) where ways(from: target, end, to) > 0 {
        current.append(ParseTree.Part(symbol: symbol, range: from..<end))
        collect(from: target, end, to, &current, &found)
        current.removeLast()
      }
    }
  }

  /// One tree: at each node the list of children that `choose` picks.
  ///
  /// `choose` is given a production and the lists its node could have, and says
  /// the number of one. It is asked only where there are several.
  package mutating func tree(
    _ name: String,
    _ range: Range<Int>,
    choose: (String, [[ParseTree.Part]]) -> Int
  ) -> ParseTree? {
    let lists = children(of: name, range)
    guard let first = lists.first else { return nil }
    let parts = lists.count == 1 ? first : lists[choose(name, lists)]
    var result = ParseTree(name: name, range: range, parts: parts, nodes: [])
    for part in parts {
      if case .production(let inside) = part.symbol,
        let node = tree(inside, part.range, choose: choose)
      {
        result.nodes.append(node)
      }
    }
    return result
  }
}

/// A reading of tokens under a grammar.
package struct ParseTree: Hashable, Sendable {
  /// A child: a token, or a production over several.
  package struct Part: Hashable, Sendable {
    package var symbol: GrammarSymbol
    package var range: Range<Int>
  }

  package var name: String
  /// The numbers of the tokens.
  package var range: Range<Int>
  package var parts: [Part]
  /// The trees of those parts that are productions, in order.
  package var nodes: [ParseTree]

  /// This node and all below it.
  package var all: [ParseTree] { [self] + nodes.flatMap(\.all) }
}
