// SPDX-License-Identifier: Apache-2.0

/// Says what conditions mean in English, with the things they are about.
struct ProofWords {
  let graph: Graph
  let definitions: [Definition]
  let variables: [BoundVariable]
  let names: [Entity]
  let today: Day
  /// The variable that is `it` in a clause about it.
  var pronoun: Variable?
  /// The record that the step above has named, and that is `it` below.
  var subject: Entity?

  typealias Things = [Int: Entity]

  // MARK: Operands

  func name(_ entity: Entity) -> String {
    if entity == subject { return "it" }
    if entity == Frame.nothing { return "nothing" }
    return graph.isUnknown(entity)
      ? "the unknown \(graph.label(of: entity))" : graph.label(of: entity)
  }

  func possessive(_ name: String) -> String { name == "it" ? "its" : "\(name)'s" }

  func thing(_ operand: Operand, _ things: Things) -> Entity? {
    switch operand {
    case .name(let name): names[name.index]
    case .variable(let variable): things[variable.index]
    }
  }

  func name(_ operand: Operand, _ things: Things) -> String {
    switch operand {
    case .name(let name): return self.name(names[name.index])
    case .variable(let variable):
      if let thing = things[variable.index] { return name(thing) }
      if variable == pronoun { return "it" }
      let kinds = variables[variable.index].kinds
      let noun =
        kinds.count > 3
        ? "something" : kinds.map { graph.schema[$0].singular }.joined(separator: " or ")
      return kinds.count > 3 ? noun : BindingMessages.article(noun)
    }
  }

  /// The kinds an operand's thing may have.
  func kinds(_ operand: Operand, _ things: Things) -> [KindID] {
    if let thing = thing(operand, things) { return [thing.kind] }
    guard case .variable(let variable) = operand else { return [] }
    return variables[variable.index].kinds
  }

  func plural(_ verb: String) -> String { Inflection.verb(verb).plural }

  // MARK: Sentences

  /// A condition as a sentence, with `not` where it does not hold.
  func sentence(_ condition: BoundCondition, _ holds: Bool, _ things: Things) -> String {
    switch condition {
    case .all(let parts):
      guard holds || parts.count == 1 else { return "not all of it holds" }
      return parts.map { sentence($0, holds, things) }.joined(separator: ", and ")
    case .any(let parts):
      return parts.map { sentence($0, holds, things) }
        .joined(separator: holds ? ", or " : ", and ")
    case .not(let inner): return sentence(inner, !holds, things)
    case .isOf(let operand, let kinds):
      let noun = kinds.map { graph.schema[$0].singular }.joined(separator: " or ")
      return "\(name(operand, things)) is \(holds ? "" : "not ")\(BindingMessages.article(noun))"
    case .same(let lhs, let rhs):
      return "\(name(lhs, things)) is \(holds ? "" : "not ")\(name(rhs, things))"
    case .compare, .known: return comparison(condition, holds, things)
    case .link(let link, let from, let to):
      return pair(link, from, to, holds, things)
    case .definition(let id, let operands):
      return definition(id, operands.map { name($0, things) }, holds)
    case .quantified(let quantifier, let variable, let among, let inside):
      return quantified(quantifier, variable, among, inside, holds, things)
    case .during(let time, let inner): return otherDays(time, inner, holds, things)
    }
  }

  /// A condition as of other days: `on some day from … to …: Ann owns A.5.3`.
  private func otherDays(
    _ time: BoundTime, _ inner: BoundCondition, _ holds: Bool, _ things: Things
  ) -> String {
    var isEvery = false
    let span: String
    switch time {
    case .asOf: span = " today"
    case .past: span = " up to \(today)"
    case .always: span = " at all"
    case .within(let first?, let last?) where first == last:
      return "on \(term(first, things)): \(sentence(inner, holds, things))"
    case .within(let first, let last), .throughout(let first, let last):
      if case .throughout = time { isEvery = true }
      span =
        (first.map { " from \(term($0, things))" } ?? "")
        + (last.map { " to \(term($0, things))" } ?? "")
    }
    let days =
      isEvery ? "\(holds ? "" : "not ")on every day" : holds ? "on some day" : "on no day"
    return "\(days)\(span): \(sentence(inner, true, things))"
  }

  private func definition(_ id: DefinitionID, _ names: [String], _ holds: Bool) -> String {
    let definition = definitions[id.index]
    let no = holds ? "" : "not "
    switch definition.form {
    case .adjective: return "\(names[0]) is \(no)\(definition.name)"
    case .noun: return "\(names[0]) is \(no)\(BindingMessages.article(definition.name))"
    case .relationalAdjective:
      return "\(names[0]) is \(no)\(definition.name) \(definition.preposition) \(names[1])"
    case .action:
      return holds
        ? "\(names[0]) \(definition.name)"
        : "\(names[0]) does not \(plural(definition.name))"
    case .verb:
      return holds
        ? "\(names[0]) \(definition.name) \(names[1])"
        : "\(names[0]) does not \(plural(definition.name)) \(names[1])"
    }
  }

  private func quantified(
    _ quantifier: Quantifier, _ variable: Variable, _ among: BoundCondition,
    _ inside: BoundCondition, _ holds: Bool, _ things: Things
  ) -> String {
    let kinds = variables[variable.index].kinds
    let noun =
      kinds.count > 3
      ? "thing" : kinds.map { graph.schema[$0].singular }.joined(separator: " or ")
    let many =
      kinds.count > 3 ? "things" : kinds.map { graph.schema[$0].plural }.joined(separator: " or ")
    let inner = clauses(inside, variable, things)
    var clause = clauses(among, variable, things)
    if quantifier != .every, quantifier != .only { clause += inner }
    // Of a long condition the steps below say the rest.
    let whole = clause.joined(separator: " and ")
    let isLong = clause.count > 1 && whole.count > ProofWords.longest
    let which =
      clause.isEmpty ? "" : " " + (isLong ? clause[0] + " and that fits" : whole)
    let what = ProofWords.joined(inner)
    switch (quantifier, holds) {
    case (.some, true), (.no, false): return "there is \(BindingMessages.article(noun))\(which)"
    case (.some, false), (.no, true): return "there is no \(noun)\(which)"
    case (.every, true): return "every \(noun)\(which) \(what)"
    case (.every, false): return "not every \(noun)\(which) \(what)"
    case (.only, true): return "there is \(BindingMessages.article(noun))\(which), and each \(what)"
    case (.only, false): return "not each \(noun)\(which) \(what)"
    case (.count(let comparison, let count), _):
      let words = ProofWords.comparisons[comparison] ?? comparison.rawValue
      return "there are \(holds ? "" : "not ")\(words) \(count) \(many)\(ProofWords.plural(which))"
    }
  }

  /// What is said of a variable, as relative clauses: `that owns A.5.3`, `whose
  /// level is 2`, `for which there is no owner`.
  private func clauses(
    _ condition: BoundCondition, _ variable: Variable, _ things: Things
  ) -> [String] {
    var own = self
    own.pronoun = variable
    return condition.conjuncts.flatMap { part -> [String] in
      if case .all(let parts) = part, parts.isEmpty { return [] }
      if case .link(let link, let from, let to) = part, to == .variable(variable) {
        return ["that " + own.passive(link, from, to, things)]
      }
      if let end = own.end(part, of: variable, things) { return [end] }
      let sentence = own.sentence(part, true, things)
      if case .any = part { return ["for which " + sentence] }
      if sentence.hasPrefix("it ") { return ["that " + sentence.dropFirst(3)] }
      if sentence.hasPrefix("its ") { return ["whose " + sentence.dropFirst(4)] }
      return ["for which " + sentence]
    }
  }

  /// Clauses as a predicate: `owns A.5.3 and has level 2`.
  private static func joined(_ clauses: [String]) -> String {
    clauses.map { $0.hasPrefix("that ") ? String($0.dropFirst(5)) : "is one " + $0 }
      .joined(separator: " and ")
  }

  /// A clause said of several.
  private static func plural(_ clause: String) -> String {
    let words = clause.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count > 2, words[1] == "that" else { return clause }
    var changed = words
    switch words[2] {
    case "is": changed[2] = "are"
    case "does": changed[2] = "do"
    case "has": changed[2] = "have"
    case let verb where verb.hasSuffix("s"): changed[2] = Inflection.verb(verb).plural
    default: break
    }
    return changed.joined(separator: " ")
  }

  /// The longest condition that is said in full, in characters.
  private static let longest = 90

  static let comparisons: [Comparison: String] = [
    .equal: "exactly", .notEqual: "other than", .less: "fewer than", .lessOrEqual: "at most",
    .greater: "more than", .greaterOrEqual: "at least",
  ]

  // MARK: Values

  func value(of attributes: [AttributeID], _ thing: Entity, _ value: Value?) -> String {
    let attribute = attributes.first { graph.schema[$0].kind == thing.kind } ?? attributes[0]
    let title = graph.schema[attribute].name
    guard let value else { return "\(name(thing)) has no \(title)" }
    if case .flag(let flag) = value, graph.schema[attribute].source == .membership {
      return "\(name(thing)) was \(flag ? "" : "not ")found by '\(title)'"
    }
    if case .flag(let flag) = value { return "\(name(thing)) is \(flag ? "" : "not ")\(title)" }
    return "\(possessive(name(thing))) \(title) is \(value)"
  }

  /// A comparison with the values it compares, where they are known.
  func comparison(
    _ condition: BoundCondition, _ holds: Bool, _ things: Things,
    _ value: (BoundTerm) throws(Stop) -> Value?
  ) throws(Stop) -> String {
    let text = comparison(condition, holds, things)
    guard case .compare(let lhs, let comparison, let rhs) = condition else { return text }
    // A word that stands for its value says it already.
    if case .attribute = lhs, case .value(let wanted) = rhs {
      switch wanted {
      case .flag, .choice: return text
      default: break
      }
    }
    let words = "\(holds ? "" : "not ")\(words(comparison, of: lhs))"
    let asked =
      term(rhs, things) + (isLiteral(rhs) ? "" : ", \(try value(rhs)?.description ?? "unknown")")
    let subject = term(lhs, things)
    guard !isLiteral(lhs) else { return "\(subject) is \(words)\(asked)" }
    guard let known = try value(lhs) else {
      return "\(subject) is unknown, and so \(words)\(asked)"
    }
    return "\(subject), \(known), is \(words)\(asked)"
  }

  private func isLiteral(_ term: BoundTerm) -> Bool {
    if case .value = term { true } else { false }
  }

  private func comparison(
    _ condition: BoundCondition, _ holds: Bool, _ things: Things
  ) -> String {
    let no = holds ? "" : "not "
    switch condition {
    case .known(.entity(let operand)):
      let thing = thing(operand, things)
      let name = thing.map { $0 == subject ? "it" : graph.label(of: $0) } ?? name(operand, things)
      return "\(name) is \(holds ? "known" : "unknown")"
    case .known(let known): return "\(term(known, things)) is \(holds ? "known" : "unknown")"
    case .compare(.attribute(let ids, let operand), .equal, .value(.flag(true))):
      let attribute = graph.schema[ids[0]]
      return attribute.source == .membership
        ? "\(name(operand, things)) was \(no)found by '\(attribute.name)'"
        : "\(name(operand, things)) is \(no)\(attribute.name)"
    case .compare(.attribute(_, let operand), .equal, .value(.choice(let choice, _))):
      return "\(name(operand, things)) is \(no)\(choice)"
    case .compare(let lhs, let comparison, let rhs):
      return "\(term(lhs, things)) is \(no)\(words(comparison, of: lhs))\(term(rhs, things))"
    default: return ""
    }
  }

  private func words(_ comparison: Comparison, of lhs: BoundTerm) -> String {
    (isDate(lhs) ? ProofWords.dates[comparison] : nil)
      ?? ProofWords.relations[comparison] ?? comparison.rawValue
  }

  private static let relations: [Comparison: String] = [
    .equal: "", .notEqual: "different from ", .less: "below ", .lessOrEqual: "at most ",
    .greater: "above ", .greaterOrEqual: "at least ", .containsText: "one that contains ",
    .startsWith: "one that starts with ", .endsWith: "one that ends with ",
  ]

  private static let dates: [Comparison: String] = [
    .less: "before ", .lessOrEqual: "on or before ", .greater: "after ",
    .greaterOrEqual: "on or after ",
  ]

  private func isDate(_ term: BoundTerm) -> Bool {
    switch term {
    case .attribute(let ids, _): graph.schema[ids[0]].type == .date
    case .today, .calendar, .shifted, .value(.day): true
    default: false
    }
  }

  func term(_ term: BoundTerm, _ things: Things) -> String {
    switch term {
    case .value(.text(let text)): return "\"\(text)\""
    case .value(let value): return value.description
    case .parameter(let name, _): return "$\(name)"
    case .today: return "today"
    case .calendar(let span, isLast: let isLast):
      return "the \(isLast ? "last" : "first") day of \(span)"
    case .attribute(let ids, let operand):
      return "\(possessive(name(operand, things))) \(graph.schema[ids[0]].name)"
    case .entity(let operand): return name(operand, things)
    case .count(let variable, let condition):
      return "the number of \(counted(variable, condition, things))"
    case .aggregate(let function, let value, let variable, let condition):
      var title = "value"
      if case .attribute(let ids, _) = value { title = graph.schema[ids[0]].name }
      return "the \(function.rawValue) \(title) of \(counted(variable, condition, things))"
    case .list(_, let variable, let condition): return counted(variable, condition, things)
    case .arithmetic(let operation, let lhs, let rhs):
      return "\(self.term(lhs, things)) \(operation.rawValue) \(self.term(rhs, things))"
    case .shifted(let day, by: let period, later: let later):
      return "\(self.term(day, things)) \(later ? "plus" : "minus") \(self.term(period, things))"
    case .daysBetween(let lhs, let rhs):
      return "the days between \(self.term(lhs, things)) and \(self.term(rhs, things))"
    case .walk(_, from: let from, to: let to, _):
      return "the distance from \(name(from, things)) to \(name(to, things))"
    }
  }

  private func counted(
    _ variable: Variable, _ condition: BoundCondition, _ things: Things
  ) -> String {
    let kinds = variables[variable.index].kinds
    let many =
      kinds.count > 3 ? "things" : kinds.map { graph.schema[$0].plural }.joined(separator: " or ")
    let clause = clauses(condition, variable, things)
    return clause.isEmpty ? many : many + ProofWords.plural(" " + clause.joined(separator: " and "))
  }
}
