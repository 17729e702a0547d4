// SPDX-License-Identifier: Apache-2.0

@testable import Remit

/// A graph and a question over it, to be made smaller while they still fail.
struct RandomPair {
  var world: RandomGraph
  var query: BoundQuery
  var definitions: [Definition]

  init(seed: UInt64) {
    world = RandomGraph(seed: seed)
    let random = RandomQuery(seed: seed, in: world)
    query = random.query
    definitions = random.definitions
  }

  /// The smallest pair that can be reached by leaving things out one at a time.
  ///
  /// - Parameter fails: Whether a pair still shows what went wrong.
  /// - Returns: A pair that fails, none of whose smaller ones does.
  func shrunk(while fails: (RandomPair) -> Bool) -> RandomPair {
    var best = self
    var attempts = 0
    search: while attempts < 5_000 {
      for candidate in best.smaller() {
        attempts += 1
        if fails(candidate) {
          best = candidate
          continue search
        }
      }
      break
    }
    return best
  }

  /// Pairs with one part less, those with least first.
  func smaller() -> [RandomPair] {
    var found: [RandomPair] = []
    func add(_ change: (inout RandomPair) -> Void) {
      var copy = self
      change(&copy)
      found.append(copy)
    }
    for shape in query.shape.smaller {
      // A row of several things is told apart by showing them.
      if case .rows(let columns, _, _) = shape {
        let shown = columns.map(\.term)
        let things = query.rowVariables.map { BoundTerm.entity(.variable($0)) }
        guard things.allSatisfy(shown.contains) else { continue }
      }
      add { $0.query.shape = shape }
    }
    if !query.missing.isEmpty { add { $0.query.missing = [] } }
    for place in query.missing.indices { add { $0.query.missing.remove(at: place) } }
    if query.asOf != nil { add { $0.query.asOf = nil } }
    for condition in query.condition.smaller { add { $0.query.condition = condition } }
    for row in query.rowVariables.indices {
      let condition = query.condition.mentions(query.rowVariables[row])
      if !condition, query.shape == .rows([], sort: [], limit: nil) {
        add { $0.query.rowVariables.remove(at: row) }
      }
    }
    for index in definitions.indices {
      if definitions[index].undetermined != nil { add { $0.definitions[index].undetermined = nil } }
      for body in definitions[index].body.smaller { add { $0.definitions[index].body = body } }
      for body in definitions[index].undetermined?.smaller ?? [] {
        add { $0.definitions[index].undetermined = body }
      }
    }
    let half = world.steps.count / 2
    add { $0.world = world.made(of: Array(world.steps[half...])) }
    add { $0.world = world.made(of: Array(world.steps[..<half])) }
    for place in world.steps.indices {
      var steps = world.steps
      steps.remove(at: place)
      add { $0.world = world.made(of: steps) }
    }
    return found
  }
}

extension BoundShape {
  fileprivate var smaller: [BoundShape] {
    switch self {
    case .rows([], sort: [], limit: nil): []
    case .rows(let columns, let sort, let limit):
      (columns.isEmpty ? [] : [.rows([], sort: [], limit: nil)])
        + (sort.isEmpty ? [] : [.rows(columns, sort: [], limit: limit)])
        + (limit == nil ? [] : [.rows(columns, sort: sort, limit: nil)])
        + columns.indices.map { place in
          var columns = columns
          columns.remove(at: place)
          return .rows(columns, sort: sort, limit: limit)
        }
    case .measure(let measure, let keys, let sort, let limit):
      [.rows([], sort: [], limit: nil)]
        + (sort.isEmpty ? [] : [.measure(measure, keys: keys, sort: [], limit: limit)])
        + (limit == nil ? [] : [.measure(measure, keys: keys, sort: sort, limit: nil)])
        + keys.indices.map { place in
          var keys = keys
          keys.remove(at: place)
          return .measure(measure, keys: keys, sort: sort, limit: limit)
        }
    default: [.rows([], sort: [], limit: nil)]
    }
  }
}

extension BoundCondition {
  /// Conditions that are made of parts of this one.
  fileprivate var smaller: [BoundCondition] {
    var found: [BoundCondition] = self == .always || self == .never ? [] : [.always, .never]
    switch self {
    case .all(let parts), .any(let parts):
      let isAll = if case .all = self { true } else { false }
      func made(_ parts: [BoundCondition]) -> BoundCondition { isAll ? .all(parts) : .any(parts) }
      if parts.count == 1 { found.append(parts[0]) }
      for place in parts.indices {
        var fewer = parts
        let part = fewer.remove(at: place)
        found.append(made(fewer))
        for other in part.smaller {
          var parts = parts
          parts[place] = other
          found.append(made(parts))
        }
      }
    case .not(let part): found += [part] + part.smaller.map { .not($0) }
    case .during(let time, let part):
      found += [part] + part.smaller.map { .during(time, $0) }
    case .quantified(let quantifier, let variable, let among, let holds):
      for part in [among, holds] where !part.mentions(variable) { found.append(part) }
      if quantifier != .some {
        found.append(.quantified(.some, variable, among: among, holds: holds))
      }
      found += among.smaller.map { .quantified(quantifier, variable, among: $0, holds: holds) }
      found += holds.smaller.map { .quantified(quantifier, variable, among: among, holds: $0) }
    case .link(var link, let from, let to):
      if link.repetition != nil {
        link.repetition = nil
        found.append(.link(link, from: from, to: to))
      } else if link.time != .asOf {
        link.time = .asOf
        found.append(.link(link, from: from, to: to))
      }
    case .isOf, .same, .compare, .known, .definition: break
    }
    return found
  }
}

extension RandomPair: CustomStringConvertible {
  /// The question as a formula, its definitions, and the graph.
  var description: String {
    func printer(_ variables: [BoundVariable], _ names: [BoundName]) -> ConditionPrinter {
      ConditionPrinter(
        schema: world.schema, definitions: definitions, variables: variables, names: names)
    }
    let words = definitions.filter { $0.meaning != .always && $0.meaning != .never }.map {
      "\($0.name): \(printer($0.variables, $0.names).text($0.meaning))"
    }
    let question = printer(query.variables, query.names).text(query.condition)
    let ranges = query.variables.enumerated().map { number, variable in
      "v\(number): \(variable.kinds.map { world.schema[$0].singular }.joined(separator: "/"))"
    }
    let day = query.asOf.map { "as of \($0)" } ?? "as of today"
    let statements = GraphStatements(world.graph)
    // As statements, to be put into a spec.
    let script = statements.isComplete ? statements.declarations + statements.facts : []
    return
      ([day, question, ranges.joined(separator: ", "), "\(query.shape)"] + words
      + ["\(world)"] + script).joined(separator: "\n")
  }
}
