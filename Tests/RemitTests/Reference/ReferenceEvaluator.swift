// SPDX-License-Identifier: Apache-2.0

import Foundation
import RemitTestSupport

@testable import Remit

/// The definition of the language taken literally, to compare the engine with.
///
/// Every quantifier is a loop over all things of its variable's kinds, every
/// definition the set of all tuples for which its body holds, every repeated
/// link a repeated step. It shares no code with planning and execution.
final class ReferenceEvaluator {
  let graph: Graph
  let definitions: [Definition]
  let parameters: [String: Value]
  private(set) var today: Day
  /// What definitions hold of, once known.
  private var extents: [ExtentKey: Set<[Entity]>] = [:]
  /// What is known so far of those that are being computed.
  private var approximations: [ExtentKey: Set<[Entity]>] = [:]
  /// The definitions they belong to, those computed together in one set.
  private var openGroups: [Set<DefinitionID>] = []
  /// What repeated links reach, once known.
  private var reaches: [ReachKey: Set<Entity>] = [:]
  private let thingsByKind: [[Entity]]
  private let allThings: [Entity]
  private let datings: [Dating]
  private let tables: [[LinkTable]]
  /// The days that dates mean which are the same for all things, once known.
  private var times: [TimeKey: ReferenceTime] = [:]
  /// The same definition of the language on other days, once asked for.
  var others: [Int32: ReferenceEvaluator] = [:]
  /// The cause that is taken away while missing data are looked for.
  var assumed: MissingCause? { didSet { (reaches, times) = ([:], [:]) } }

  struct ExtentKey: Hashable {
    let definition: DefinitionID
    let time: ReferenceTime
  }

  /// Where a condition is evaluated.
  struct Context {
    let variables: [BoundVariable]
    let names: [Entity?]
    /// When plain links have to hold.
    let time: ReferenceTime
    /// Whether it is the query's own condition, where ``assumed`` counts.
    let isQuery: Bool
    /// The definition whose condition it is.
    var definition: DefinitionID?
  }

  private struct TimeKey: Hashable {
    let time: BoundTime
    let context: ReferenceTime
    let definition: DefinitionID?
    let isQuery: Bool
  }

  /// The thing each variable stands for.
  struct Bindings: ExpressibleByDictionaryLiteral {
    private var things: [Entity?] = []

    init(dictionaryLiteral elements: (Int, Entity)...) {
      for (index, entity) in elements { self[index] = entity }
    }

    init(_ variables: [Variable], _ things: [Entity]) {
      for (variable, thing) in zip(variables, things) where self[variable.index] == nil {
        self[variable.index] = thing
      }
    }

    init(_ things: [Int: Entity]) {
      for (index, thing) in things { self[index] = thing }
    }

    subscript(index: Int) -> Entity? {
      get { index < things.count ? things[index] : nil }
      set {
        while things.count <= index { things.append(nil) }
        things[index] = newValue
      }
    }
  }

  init(_ graph: Graph, _ definitions: [Definition], today: Day, parameters: [String: Value] = [:]) {
    self.graph = graph
    self.definitions = definitions
    self.today = today
    self.parameters = parameters
    thingsByKind = graph.schema.kinds.map { kind in
      graph.nodes(of: kind.id).map { Entity(kind: kind.id, node: $0) }
    }
    allThings = thingsByKind.flatMap { $0 }
    datings = graph.schema.relations.map(\.dating)
    tables = graph.schema.relations.map { graph.linkTables(of: $0.id) }
  }

  func things(_ kinds: [KindID]) -> [Entity] {
    if kinds.count == 1 { return thingsByKind[kinds[0].index] }
    return kinds.flatMap { thingsByKind[$0.index] }
  }

  func names(_ names: [BoundName]) -> [Entity?] {
    names.map { name in
      if let thing = name.thing { return thing }
      let text = name.isParameter ? parameters[name.text]?.description ?? "" : name.text
      let found = graph.find(text, kinds: name.kinds)
      return found.count == 1 ? found[0] : nil
    }
  }

  /// Sets the as-of day of a query and returns the context of its condition.
  func context(_ query: BoundQuery) -> Context {
    let plain = Context(variables: [], names: [], time: .on(today), isQuery: true)
    if let term = query.asOf, case .day(let day)? = value(term, [:], plain) { today = day }
    return Context(
      variables: query.variables,
      names: names(query.names),
      time: .on(today),
      isQuery: true
    )
  }

  // MARK: Conditions

  func holds(_ condition: BoundCondition, _ bindings: Bindings, _ context: Context) -> Bool {
    switch condition {
    case .all(let parts): return parts.allSatisfy { holds($0, bindings, context) }
    case .any(let parts): return parts.contains { holds($0, bindings, context) }
    case .not(let part): return !holds(part, bindings, context)
    case .isOf(let operand, let kinds):
      return thing(operand, bindings, context).map { kinds.contains($0.kind) } ?? false
    case .same(let lhs, let rhs):
      return thing(lhs, bindings, context) == thing(rhs, bindings, context)
    case .compare(let lhs, let comparison, let rhs):
      if isAssumed(lhs, bindings, context) || isAssumed(rhs, bindings, context) { return true }
      guard let left = value(lhs, bindings, context), let right = value(rhs, bindings, context)
      else { return false }
      return compare(left, comparison, right)
    case .known(.entity(let operand)):
      return thing(operand, bindings, context).map { !graph.isUnknown($0) } ?? false
    case .known(let term): return value(term, bindings, context) != nil
    case .link(let link, let from, let to):
      guard let left = thing(from, bindings, context), let right = thing(to, bindings, context)
      else { return false }
      return leads(link, left, right, bindings, context)
    case .definition(let id, let operands):
      let arguments = operands.compactMap { thing($0, bindings, context) }
      if context.isQuery, case .unsaid(let ids, of: let variable, let beyond)? = assumed,
        ids.contains(id), operands.contains(.variable(variable)),
        let thing = bindings[variable.index], beyond.contains(thing.kind)
      {
        return true
      }
      return arguments.count == operands.count && holds(id, arguments, context.time, context)
    case .quantified(let quantifier, let variable, let among, let holds):
      var asked = 0
      var met = 0
      var inner = bindings
      for entity in things(context.variables[variable.index].kinds) {
        inner[variable.index] = entity
        guard self.holds(among, inner, context) else { continue }
        asked += 1
        if self.holds(holds, inner, context) { met += 1 }
      }
      switch quantifier {
      case .some: return met > 0
      case .no: return met == 0
      case .every:
        if context.isQuery, assumed == .vacuous, asked == 0 { return false }
        return met == asked
      case .only: return met > 0 && met == asked
      case .count(let comparison, let count):
        return compare(.number(Double(met)), comparison, .number(Double(count)))
      }
    case .during(let time, let inner): return during(time, inner, bindings, context)
    }
  }

  func thing(_ operand: Operand, _ bindings: Bindings, _ context: Context) -> Entity? {
    switch operand {
    case .variable(let variable): bindings[variable.index]
    case .name(let name): context.names[name.index]
    }
  }

  /// Whether a comparison with the term counts as fulfilled because the value
  /// of the attribute that is being looked into is missing.
  private func isAssumed(_ term: BoundTerm, _ bindings: Bindings, _ context: Context) -> Bool {
    guard context.isQuery, case .attribute(let attributes, _)? = assumed else { return false }
    switch term {
    case .attribute(let list, _):
      return list.contains(where: attributes.contains) && value(term, bindings, context) == nil
    case .arithmetic(_, let lhs, let rhs), .daysBetween(let lhs, let rhs),
      .shifted(let lhs, by: let rhs, later: _):
      return isAssumed(lhs, bindings, context) || isAssumed(rhs, bindings, context)
    default: return false
    }
  }

  /// A text as tests of a part of it see it.
  private static func folded(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .replacing("ł", with: "l").replacing("ø", with: "o").replacing("ß", with: "ss")
  }

  func compare(_ lhs: Value, _ comparison: Comparison, _ rhs: Value) -> Bool {
    if case .text(let text) = lhs, case .text(let part) = rhs {
      let bytes = Array(ReferenceEvaluator.folded(text).utf8)
      let wanted = Array(ReferenceEvaluator.folded(part).utf8)
      switch comparison {
      case .startsWith: return bytes.prefix(wanted.count).elementsEqual(wanted)
      case .endsWith: return bytes.suffix(wanted.count).elementsEqual(wanted)
      case .containsText:
        return wanted.isEmpty
          || bytes.indices.contains { bytes[$0...].prefix(wanted.count).elementsEqual(wanted) }
      default: break
      }
    }
    let order: Int
    switch (lhs, rhs) {
    case (.choice(_, let left), .choice(_, let right)): order = left - right
    case (.text, .text), (.number, .number), (.day, .day), (.period, .period), (.flag, .flag):
      order = Value.order(lhs, rhs)
    default: return comparison == .notEqual
    }
    return switch comparison {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    case .containsText, .startsWith, .endsWith: false
    }
  }

  // MARK: Definitions

  private func holds(
    _ id: DefinitionID,
    _ arguments: [Entity],
    _ time: ReferenceTime,
    _ context: Context
  ) -> Bool {
    if extent(id, time).contains(arguments) { return true }
    guard context.isQuery, assumed == .undetermined(id),
      let undetermined = definitions[id.index].undetermined
    else { return false }
    let definition = definitions[id.index]
    guard fits(arguments, definition) else { return false }
    return holds(
      undetermined,
      bindings(arguments, definition),
      Context(
        variables: definition.variables,
        names: names(definition.names),
        time: time,
        isQuery: false,
        definition: id
      )
    )
  }

  /// All tuples a definition holds of, from nothing upwards together with the
  /// definitions that use it and that it uses.
  private func extent(_ id: DefinitionID, _ time: ReferenceTime) -> Set<[Entity]> {
    let key = ExtentKey(definition: id, time: time)
    if let known = extents[key] { return known }
    if let approximation = approximations[key] { return approximation }
    approximations[key] = []
    // A group that is being computed takes the new one in at its next round.
    if openGroups.contains(where: { $0.contains(id) }) { return [] }
    let group = reachable(from: id).filter { reachable(from: $0).contains(id) }.union([id])
    openGroups.append(group)
    var changes = true
    while changes {
      changes = false
      for key in approximations.keys where group.contains(key.definition) {
        let count = approximations.count
        let next = evaluate(definitions[key.definition.index], key.time)
        if next != approximations[key] || approximations.count != count { changes = true }
        approximations[key] = next
      }
    }
    openGroups.removeLast()
    for key in approximations.keys where group.contains(key.definition) {
      extents[key] = approximations.removeValue(forKey: key)
    }
    return extents[key] ?? []
  }

  /// The definitions that one uses, at once or through others.
  private func reachable(from id: DefinitionID) -> Set<DefinitionID> {
    var found = definitions[id.index].references
    while true {
      let more = found.reduce(into: found) { $0.formUnion(definitions[$1.index].references) }
      if more == found { return found }
      found = more
    }
  }

  private func evaluate(_ definition: Definition, _ time: ReferenceTime) -> Set<[Entity]> {
    let context = Context(
      variables: definition.variables,
      names: names(definition.names),
      time: time,
      isQuery: false,
      definition: definition.id
    )
    var tuples: [[Entity]] = [[]]
    for parameter in definition.parameters {
      let all = things(definition.variables[parameter.index].kinds)
      tuples = tuples.flatMap { tuple in all.map { tuple + [$0] } }
    }
    return Set(
      tuples.filter { tuple in
        let bindings = bindings(tuple, definition)
        if let undetermined = definition.undetermined, holds(undetermined, bindings, context) {
          return false
        }
        return holds(definition.body, bindings, context)
      }
    )
  }

  private func bindings(_ arguments: [Entity], _ definition: Definition) -> Bindings {
    Bindings(definition.parameters, arguments)
  }

  private func fits(_ arguments: [Entity], _ definition: Definition) -> Bool {
    zip(arguments, definition.parameters).allSatisfy {
      definition.variables[$1.index].kinds.contains($0.kind)
    }
  }

  // MARK: Links

  func leads(
    _ link: BoundLink,
    _ left: Entity,
    _ right: Entity,
    _ bindings: Bindings,
    _ context: Context
  ) -> Bool {
    let time = resolve(link.time, bindings, context)
    guard let repetition = link.repetition else {
      return joins(link, left, right, time, context)
    }
    return reached(link, repetition, from: left, time, context).contains(right)
  }

  /// All things reached by repeating a link, one step after the other.
  private func reached(
    _ link: BoundLink,
    _ repetition: Repetition,
    from left: Entity,
    _ time: ReferenceTime,
    _ context: Context
  ) -> Set<Entity> {
    let key = ReachKey(
      relations: link.relations, repetition: repetition, left: left, time: time,
      isQuery: context.isQuery)
    let isFinal = approximations.isEmpty
    if isFinal, let known = reaches[key] { return known }
    let all = allThings
    var found: Set<Entity> = []
    if repetition.least <= 0, ends(link).contains(left.kind) { found.insert(left) }
    var reached: Set<Entity> = [left]
    var step = 0
    let most = repetition.most ?? (max(0, repetition.least) + all.count)
    while step < most, !reached.isEmpty {
      step += 1
      reached = Set(
        all.filter { other in reached.contains { joins(link, $0, other, time, context) } }
      )
      if step >= repetition.least { found.formUnion(reached) }
    }
    if isFinal { reaches[key] = found }
    return found
  }

  private struct ReachKey: Hashable {
    let relations: [RelationReference]
    let repetition: Repetition
    let left: Entity
    let time: ReferenceTime
    let isQuery: Bool
  }

  private func ends(_ link: BoundLink) -> [KindID] {
    link.relations.flatMap { relation -> [KindID] in
      switch relation {
      case .stored(let id): return graph.schema[id].left + graph.schema[id].right
      case .defined(let id):
        let definition = definitions[id.index]
        return definition.parameters.flatMap { definition.variables[$0.index].kinds }
      }
    }
  }

  private func joins(
    _ link: BoundLink,
    _ left: Entity,
    _ right: Entity,
    _ time: ReferenceTime,
    _ context: Context
  ) -> Bool {
    link.relations.contains { relation in
      switch relation {
      case .defined(let id): return holds(id, [left, right], time, context)
      case .stored(let id):
        for table in tables[id.index] where table.left == left.kind && table.right == right.kind {
          for place in table.forward.range(of: left.node)
          where table.forward.targets[place] == right.node {
            let (from, until) = (table.from?[place] ?? .min, table.until?[place] ?? .max)
            if time.holds(from: from, until: until, datings[id.index]) { return true }
          }
        }
        return false
      }
    }
  }

  private func resolve(
    _ time: BoundTime,
    _ bindings: Bindings,
    _ context: Context
  ) -> ReferenceTime {
    // No definition is used in its own dates, so they do not change while it
    // is being computed.
    guard time.terms.contains(where: \.hasCondition), time.isClosed else {
      return days(time, bindings, context)
    }
    let key = TimeKey(
      time: time, context: context.time, definition: context.definition, isQuery: context.isQuery)
    if let known = times[key] { return known }
    let days = days(time, bindings, context)
    times[key] = days
    return days
  }

  /// The days a time means: none if a bound of it has no value.
  func days(
    _ time: BoundTime,
    _ bindings: Bindings,
    _ context: Context
  ) -> ReferenceTime {
    func day(_ term: BoundTerm?, orElse open: Int) -> Int? {
      guard let term else { return open }
      guard case .day(let day)? = value(term, bindings, context) else { return nil }
      return Int(day.number)
    }
    switch time {
    case .asOf: return context.time
    case .past: return .within(Int.min, Int(today.number))
    case .always: return .always
    case .within(let first, let last):
      guard let first = day(first, orElse: .min), let last = day(last, orElse: .max) else {
        return .within(.max, .min)
      }
      return .within(first, last)
    case .throughout(let first, let last):
      guard let first = day(first, orElse: .min), let last = day(last, orElse: .max) else {
        return .within(.max, .min)
      }
      return .throughout(first, last)
    }
  }
}

/// The days on which a link has to hold, `Int.min` and `Int.max` being open.
enum ReferenceTime: Hashable {
  case day(Int)
  case within(Int, Int)
  case throughout(Int, Int)
  case always

  static func on(_ day: Day) -> ReferenceTime { .day(Int(day.number)) }

  func holds(from: Int32, until: Int32, _ dating: Dating) -> Bool {
    let start = dating == .undated || from == .min ? Int.min : Int(from)
    let end = dating == .undated || until == .max ? Int.max : Int(until)
    switch self {
    case .always: return true
    case .day(let day): return start <= day && (day < end || dating == .day)
    case .within(let first, let last):
      // Some day is in both spans.
      return first <= last && start <= last && first < end && start < end
    case .throughout(let first, let last):
      return first <= last && start <= first && (end == .max || last < end)
    }
  }
}
