// SPDX-License-Identifier: Apache-2.0

/// Writes conditions and terms of a plan as short text.
///
///     not some k among requires(c, k): not holds(p, k)
struct ConditionPrinter {
  let schema: Schema
  let definitions: [Definition]
  let variables: [BoundVariable]
  let names: [BoundName]

  func text(_ variable: Variable) -> String {
    guard variables.indices.contains(variable.index) else { return "v\(variable.index)" }
    return variables[variable.index].name ?? "v\(variable.index)"
  }

  func text(_ name: NameID) -> String {
    guard names.indices.contains(name.index) else { return "?" }
    return (names[name.index].isParameter ? "$" : "") + names[name.index].text
  }

  func text(_ operand: Operand) -> String {
    switch operand {
    case .variable(let variable): text(variable)
    case .name(let name): text(name)
    }
  }

  func text(_ id: DefinitionID) -> String {
    definitions.indices.contains(id.index) ? definitions[id.index].name : "definition \(id.index)"
  }

  func text(_ kinds: [KindID]) -> String {
    kinds.map { schema[$0].singular }.joined(separator: " or ")
  }

  func text(_ link: BoundLink) -> String {
    let words = link.relations.map { relation in
      switch relation {
      case .stored(let id): schema[id].name
      case .defined(let id): text(id)
      }
    }
    return words.joined(separator: " or ") + text(link.repetition) + text(link.time)
  }

  private func text(_ repetition: Repetition?) -> String {
    guard let repetition else { return "" }
    switch (repetition.least, repetition.most) {
    case (0, nil): return "*"
    case (1, nil): return "+"
    case (let least, let most): return " \(least)...\(most.map(String.init) ?? "") steps"
    }
  }

  private func text(_ time: BoundTime) -> String {
    func span(_ first: BoundTerm?, _ last: BoundTerm?) -> String {
      "\(first.map(text) ?? "")...\(last.map(text) ?? "")"
    }
    switch time {
    case .asOf: return ""
    case .past: return " in the past"
    case .within(let first, let last): return " within \(span(first, last))"
    case .throughout(let first, let last): return " throughout \(span(first, last))"
    case .always: return " at any time"
    }
  }

  func text(_ condition: BoundCondition) -> String {
    switch condition {
    case .all(let parts): parts.isEmpty ? "always" : joined(parts, by: " and ")
    case .any(let parts): parts.isEmpty ? "never" : joined(parts, by: " or ")
    case .not(let part): "not \(text(part))"
    case .isOf(let operand, let kinds): "\(text(operand)) is a \(text(kinds))"
    case .same(let lhs, let rhs): "\(text(lhs)) is \(text(rhs))"
    case .compare(let lhs, let comparison, let rhs):
      "\(text(lhs)) \(comparison.rawValue) \(text(rhs))"
    case .known(let term): "\(text(term)) is known"
    case .link(let link, let from, let to): "\(text(link))(\(text(from)), \(text(to)))"
    case .definition(let id, let operands):
      "\(text(id))(\(operands.map { text($0) }.joined(separator: ", ")))"
    case .quantified(let quantifier, let variable, let among, let holds):
      "\(text(quantifier)) \(text(variable))"
        + (among == .always ? "" : " among \(text(among))") + ": \(text(holds))"
    case .during(let time, let inner): "on a day\(text(time)): \(text(inner))"
    }
  }

  private func joined(_ parts: [BoundCondition], by word: String) -> String {
    "(" + parts.map { text($0) }.joined(separator: word) + ")"
  }

  private func text(_ quantifier: Quantifier) -> String {
    switch quantifier {
    case .some: "some"
    case .no: "no"
    case .every: "every"
    case .only: "only"
    case .count(let comparison, let count): "\(comparison.rawValue) \(count)"
    }
  }

  func text(_ term: BoundTerm) -> String {
    switch term {
    case .value(.text(let text)): "\"\(text)\""
    case .value(let value): value.description
    case .parameter(let name, _): "$\(name)"
    case .today: "today"
    case .calendar(let span, isLast: let isLast):
      "the \(isLast ? "last" : "first") day of \(span)"
    case .attribute(let attributes, let operand):
      "\(text(operand))'s \(attributes.first.map { schema[$0].name } ?? "?")"
    case .entity(let operand): text(operand)
    case .count(let variable, let condition): "number of \(text(variable)): \(text(condition))"
    case .aggregate(let aggregate, let value, let variable, let condition):
      "\(aggregate.rawValue) \(text(value)) of \(text(variable)): \(text(condition))"
    case .list(let value, let variable, let condition):
      "\(text(value)) of \(text(variable)): \(text(condition))"
    case .arithmetic(let operation, let lhs, let rhs):
      "(\(text(lhs)) \(operation.rawValue) \(text(rhs)))"
    case .shifted(let day, by: let period, later: let later):
      "(\(text(day)) \(later ? "plus" : "minus") \(text(period)))"
    case .walk(let walk, from: let from, to: let to, let hops):
      "\(walk) from \(text(from)) to \(text(to)) by "
        + hops.map { ($0.isForward ? "" : "backwards ") + text($0.link) }.joined(separator: " or ")
    case .daysBetween(let lhs, let rhs): "days between \(text(lhs)) and \(text(rhs))"
    }
  }
}
