// SPDX-License-Identifier: Apache-2.0

/// A grammar whose productions are deterministic automata over their symbols.
///
/// A way through an automaton is the list of a node's children, and there is
/// one way for one list. So `A { "and" A } | A { "or" A }` reads a lone `A` in
/// one way, and what is counted is trees, not the marks EBNF writes them with.
package struct GrammarAutomaton: Sendable {
  /// A state of the automaton of some production.
  package struct State: Sendable {
    package var steps: [(symbol: GrammarSymbol, target: Int)] = []
    package var isFinal = false
  }

  /// All states of all automata.
  package private(set) var states: [State] = []
  /// The first state of each production.
  package private(set) var starts: [String: Int] = [:]
  /// The productions that can be empty.
  package private(set) var nullable: Set<String> = []

  package init(_ grammar: GrammarFile) {
    for production in grammar.productions { add(production) }
    findNullable()
  }

  /// Determinises the automaton of one production by the subset construction.
  private mutating func add(_ production: GrammarFile.Production) {
    var machine = Machine()
    let (from, to) = machine.build(production.expression)
    var numbers: [Set<Int>: Int] = [:]
    var waiting: [Set<Int>] = []
    func number(_ set: Set<Int>, _ states: inout [State]) -> Int {
      if let known = numbers[set] { return known }
      states.append(State(isFinal: set.contains(to)))
      numbers[set] = states.count - 1
      waiting.append(set)
      return states.count - 1
    }
    starts[production.name] = number(machine.closure([from]), &states)
    while let set = waiting.popLast() {
      var targets: [GrammarSymbol: Set<Int>] = [:]
      for state in set {
        for (symbol, target) in machine.steps[state] { targets[symbol, default: []].insert(target) }
      }
      guard let current = numbers[set] else { continue }
      for symbol in targets.keys.sorted() {
        let target = number(machine.closure(targets[symbol] ?? []), &states)
        states[current].steps.append((symbol, target))
      }
    }
  }

  private mutating func findNullable() {
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (name, start) in starts where !nullable.contains(name) && isNullable(from: start) {
        nullable.insert(name)
        isGrowing = true
      }
    }
  }

  private func isNullable(from start: Int) -> Bool {
    var seen: Set<Int> = [start]
    var waiting = [start]
    while let state = waiting.popLast() {
      if states[state].isFinal { return true }
      for case (.production(let name), let target) in states[state].steps
      where nullable.contains(name) && seen.insert(target).inserted {
        waiting.append(target)
      }
    }
    return false
  }
}

/// A nondeterministic automaton with silent steps, after Thompson.
private struct Machine {
  var steps: [[(GrammarSymbol, Int)]] = []
  var silent: [[Int]] = []

  mutating func state() -> Int {
    steps.append([])
    silent.append([])
    return steps.count - 1
  }

  mutating func build(_ expression: GrammarFile.Expression) -> (from: Int, to: Int) {
    let from = state()
    switch expression {
    case .symbol(let symbol):
      let to = state()
      steps[from].append((symbol, to))
      return (from, to)
    case .sequence(let parts):
      var end = from
      for part in parts {
        let inside = build(part)
        silent[end].append(inside.from)
        end = inside.to
      }
      return (from, end)
    case .choice(let parts):
      let to = state()
      for part in parts {
        let inside = build(part)
        silent[from].append(inside.from)
        silent[inside.to].append(to)
      }
      return (from, to)
    case .optional(let part):
      let inside = build(part)
      silent[from].append(contentsOf: [inside.from, inside.to])
      return (from, inside.to)
    case .repetition(let part):
      let to = state()
      let inside = build(part)
      silent[from].append(contentsOf: [inside.from, to])
      silent[inside.to].append(contentsOf: [inside.from, to])
      return (from, to)
    }
  }

  func closure(_ set: Set<Int>) -> Set<Int> {
    var result = set
    var waiting = Array(set)
    while let state = waiting.popLast() {
      for target in silent[state] where result.insert(target).inserted { waiting.append(target) }
    }
    return result
  }
}
