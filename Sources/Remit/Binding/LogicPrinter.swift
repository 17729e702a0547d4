// SPDX-License-Identifier: Apache-2.0

/// Prints what a query means as a formula of first-order logic.
///
///     {c ∈ control : ¬∃p ∈ person (owns(p, c) ∧ competent(p, c))}
struct LogicPrinter {
  let model: Model
  private let variables: [BoundVariable]
  private let names: [BoundName]
  private let letters: [String]

  init(_ query: BoundQuery, model: Model) {
    self.init(query.variables, query.names, model)
  }

  init(_ definition: Definition, model: Model) {
    self.init(definition.variables, definition.names, model)
  }

  private init(_ variables: [BoundVariable], _ names: [BoundName], _ model: Model) {
    self.model = model
    self.variables = variables
    self.names = names
    self.letters = LogicPrinter.letters(variables, model)
  }

  /// A letter for each variable: the one it was given, else the first letter
  /// of its kind, with a number where several share it.
  private static func letters(_ variables: [BoundVariable], _ model: Model) -> [String] {
    var taken = Set(variables.compactMap(\.name))
    return variables.map { variable in
      if let name = variable.name { return name }
      let word = variable.kinds.count == 1 ? model.schema[variable.kinds[0]].singular : "x"
      let initial = word.first.map(String.init) ?? "x"
      var letter = initial
      var number = 2
      while taken.contains(letter) {
        letter = "\(initial)\(number)"
        number += 1
      }
      taken.insert(letter)
      return letter
    }
  }

  // MARK: Queries

  /// A sentence, which holds or does not, as `why` is asked of one.
  func printSentence(_ query: BoundQuery) -> String { day(query) + print(query.condition) }

  private func day(_ query: BoundQuery) -> String {
    query.asOf.map { "on \(print($0)): " } ?? ""
  }

  func print(_ query: BoundQuery) -> String {
    let day = day(query)
    let row = [query.head] + query.rowVariables
    let ranges = row.map { "\(letter($0)) ∈ \(kinds($0))" }.joined(separator: ", ")
    let condition = print(query.condition)
    let set = condition == "⊤" ? "{\(ranges)}" : "{\(ranges) : \(condition)}"
    switch query.shape {
    case .rows(let columns, let sort, let limit):
      var text = day + set
      if !columns.isEmpty {
        text += " → (\(columns.map { print($0.term) }.joined(separator: ", ")))"
      }
      return text + print(sort, limit)
    case .top(let columns, let sort, let keys, let count):
      let groups = columns.prefix(keys).map { print($0.term) }
      let shown = columns.map { print($0.term) }.joined(separator: ", ")
      return day + set + " → (\(shown))" + print(sort, count)
        + (groups.isEmpty ? "" : " for each \(groups.joined(separator: ", "))")
    case .periods(let periods):
      return day + print(periods, row: periods.isOfThings ? ranges : nil, condition)
    case .measure(let measure, let keys, let sort, let limit):
      let what =
        switch measure {
        case .count: "|·|"
        case .aggregate(let function, let term, _): "\(function.rawValue) \(print(term))"
        case .share(let part, _): "% with \(print(part))"
        }
      let groups = keys.map { key in
        switch key {
        case .term(let term, _): print(term)
        case .things(let variable, _, let member, _):
          "\(letter(variable)) ∈ \(kinds(variable)) with \(print(member))"
        }
      }
      return day + "\(what) of \(set)"
        + (groups.isEmpty ? "" : " for each \(groups.joined(separator: ", "))")
        + print(sort, limit)
    }
  }

  private func print(
    _ periods: BoundPeriods, row: String?, _ condition: String
  ) -> String {
    let heads = row.map { condition == "⊤" ? "\($0), " : "\($0), \(condition), " } ?? ""
    let span = "d…e ⊆ \(print(periods.first))…\(print(periods.last)) greatest"
    var text = "{\(heads)\(span) : on every day of d…e: \(print(periods.when))}"
    if !periods.columns.isEmpty {
      text += " → (\(periods.columns.map { print($0.term) }.joined(separator: ", ")), d…e)"
    }
    let keys = periods.sort.map { key in
      let what =
        switch key.key {
        case .column(let column): column.rawValue
        case .term(let term): print(term)
        }
      return what + (key.descending ? " ↓" : " ↑")
    }
    return text + (keys.isEmpty ? "" : " by \(keys.joined(separator: ", "))")
      + (periods.limit.map { ", first \($0)" } ?? "")
  }

  private func print(_ hops: [Hop]) -> String {
    hops.map { hop in
      let verb = names(hop.link).joined(separator: "|")
      return hop.isForward ? verb : verb + "⁻¹"
    }.joined(separator: "|")
  }

  private func print(_ sort: [BoundSort], _ limit: Int?) -> String {
    let keys = sort.map {
      ($0.term.map { print($0) } ?? "number") + ($0.descending ? " ↓" : " ↑")
    }
    return (keys.isEmpty ? "" : " by \(keys.joined(separator: ", "))")
      + (limit.map { ", first \($0)" } ?? "")
  }

  /// A definition as an equivalence.
  func print(_ definition: Definition) -> String {
    let arguments = definition.parameters.map(letter).joined(separator: ", ")
    let text = "\(definition.name)(\(arguments)) ⟺ \(print(definition.body))"
    guard let undetermined = definition.undetermined else { return text }
    return text + ", undetermined when \(print(undetermined))"
  }

  private func letter(_ variable: Variable) -> String { letters[variable.index] }

  private func kinds(_ variable: Variable) -> String {
    let kinds = variables[variable.index].kinds
    return kinds == model.allKinds || kinds.count > 8
      ? "thing" : kinds.map { model.schema[$0].singular }.joined(separator: " ∪ ")
  }

  private func print(_ operand: Operand) -> String {
    switch operand {
    case .variable(let variable): return letter(variable)
    case .name(let id):
      let name = names[id.index]
      return name.isParameter
        ? "$\(name.text)" : name.text.contains(" ") ? "“\(name.text)”" : name.text
    }
  }

  // MARK: Conditions

  func print(_ condition: BoundCondition) -> String {
    switch condition {
    case .all(let parts):
      return parts.isEmpty ? "⊤" : parts.map(operand).joined(separator: " ∧ ")
    case .any(let parts):
      return parts.isEmpty ? "⊥" : parts.map(operand).joined(separator: " ∨ ")
    case .not(let part): return "¬\(operand(part))"
    case .isOf(let thing, let kinds): return "\(print(thing)) ∈ \(model.phrase(kinds))"
    case .same(let lhs, let rhs): return "\(print(lhs)) = \(print(rhs))"
    case .compare(.attribute(let ids, let thing), .equal, .value(.flag(true))):
      return "\(ids.first.map { model.schema[$0].name } ?? "")(\(print(thing)))"
    case .compare(let lhs, let comparison, let rhs):
      return "\(print(lhs)) \(LogicPrinter.signs[comparison] ?? comparison.rawValue) \(print(rhs))"
    case .known(let term): return "known(\(print(term)))"
    case .link(let link, let from, let to): return print(link, from, to)
    case .definition(let id, let arguments):
      return "\(model[id].name)(\(arguments.map { print($0) }.joined(separator: ", ")))"
    case .quantified(let quantifier, let variable, let among, let holds):
      return print(quantifier, variable, among, holds)
    case .during(let time, let inner): return print(time, inner)
    }
  }

  /// A condition as of other days: `∃d ∈ 2024-01-01–2024-12-31 on d: (…)`.
  private func print(_ time: BoundTime, _ inner: BoundCondition) -> String {
    func day(_ term: BoundTerm?) -> String { term.map { print($0) } ?? "…" }
    let days =
      switch time {
      case .asOf: "on today"
      case .past: "∃d ≤ today on d"
      case .always: "∃d on d"
      case .within(let first?, let last?) where first == last: "on \(print(first))"
      case .within(let first, let last): "∃d ∈ \(day(first))–\(day(last)) on d"
      case .throughout(let first, let last): "∀d ∈ \(day(first))–\(day(last)) on d"
      }
    return "\(days): (\(print(inner)))"
  }

  private static let signs: [Comparison: String] = [
    .notEqual: "≠", .lessOrEqual: "≤", .greaterOrEqual: "≥",
  ]

  /// A condition inside another: in parentheses unless it is one piece.
  private func operand(_ condition: BoundCondition) -> String {
    switch condition {
    case .all(let parts) where parts.count > 1, .any(let parts) where parts.count > 1:
      "(\(print(condition)))"
    default: print(condition)
    }
  }

  private func print(
    _ quantifier: Quantifier, _ variable: Variable, _ among: BoundCondition,
    _ holds: BoundCondition
  ) -> String {
    let range = "\(letter(variable)) ∈ \(kinds(variable))"
    // Each part is printed once: what is nested would be printed twice for each level.
    switch quantifier {
    case .every: return "∀\(range) (\(operand(among)) → \(operand(holds)))"
    case .only: return "∃∀\(range) (\(operand(among)) → \(operand(holds)))"
    case .some, .no, .count: break
    }
    let both = print(.conjunction([among, holds]))
    guard case .count(let comparison, let number) = quantifier else {
      let sign = quantifier == .no ? "¬∃" : "∃"
      return both == "⊤" ? "\(sign)\(range)" : "\(sign)\(range) (\(both))"
    }
    let sign = LogicPrinter.signs[comparison] ?? comparison.rawValue
    return "#\(range) (\(both)) \(sign) \(number)"
  }

  /// What the relations of a link are called, each once.
  private func names(_ link: BoundLink) -> [String] {
    let names = link.relations.map { reference -> String in
      switch reference {
      case .stored(let id):
        let verb = model.verbs[model.schema[id].name]
        // A verb with a definition is read; the stored relation is the direct one.
        let isDirect = verb.map { !$0.definitions.isEmpty } ?? false
        return (isDirect ? "directly " : "") + model.schema[id].name
      case .defined(let id): return model[id].name
      }
    }
    return names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
  }

  private func print(_ link: BoundLink, _ from: Operand, _ to: Operand) -> String {
    let unique = names(link)
    let steps =
      switch link.repetition {
      case nil: ""
      case .some(let repetition) where repetition.most == nil:
        repetition.least == 0 ? "*" : "⁺"
      case .some(let repetition): "^\(repetition.least)…\(repetition.most ?? 0)"
      }
    return
      "\(unique.joined(separator: "|"))\(steps)(\(print(from)), \(print(to))\(print(link.time)))"
  }

  private func print(_ time: BoundTime) -> String {
    func day(_ term: BoundTerm?) -> String { term.map { print($0) } ?? "…" }
    return switch time {
    case .asOf: ""
    case .past: ", ever until today"
    case .always: ", on any day"
    case .within(let first, let last): ", some day of \(day(first))–\(day(last))"
    case .throughout(let first, let last): ", every day of \(day(first))–\(day(last))"
    }
  }

  // MARK: Terms

  func print(_ term: BoundTerm) -> String {
    switch term {
    case .value(.text(let text)): return "“\(text)”"
    case .value(let value): return value.description
    case .parameter(let name, _): return "$\(name)"
    case .today: return "today"
    case .calendar(let span, isLast: let isLast):
      return "\(isLast ? "last" : "first") day of \(span)"
    case .attribute(let ids, let thing):
      return "\(ids.first.map { model.schema[$0].name } ?? "")(\(print(thing)))"
    case .entity(let thing): return print(thing)
    case .count(let variable, let condition):
      return "#\(letter(variable)) ∈ \(kinds(variable)) (\(print(condition)))"
    case .aggregate(let function, let value, let variable, let condition):
      return
        "\(function.rawValue) \(print(value)) over \(letter(variable)) ∈ \(kinds(variable)) (\(print(condition)))"
    case .list(let value, let variable, let condition):
      return "{\(print(value)) : \(letter(variable)) ∈ \(kinds(variable)), \(print(condition))}"
    case .arithmetic(let operation, let lhs, let rhs):
      return "(\(print(lhs)) \(operation.rawValue) \(print(rhs)))"
    case .shifted(let day, by: let period, let later):
      return "\(print(day)) \(later ? "+" : "−") \(print(period))"
    case .daysBetween(let first, let last): return "days(\(print(first)), \(print(last)))"
    case .walk(let walk, from: let from, to: let to, let hops):
      return "\(walk)(\(print(from)), \(print(to)), \(print(hops)))"
    }
  }
}
