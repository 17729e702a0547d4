// SPDX-License-Identifier: Apache-2.0

import RemitTestSupport

@testable import Remit

/// A bound query with its definitions, made at random from a seed.
///
/// Every case of conditions, terms and shapes occurs. What is said need make
/// no sense, but links mostly join things that they can join.
struct RandomQuery {
  private(set) var query: BoundQuery
  private(set) var definitions: [Definition] = []

  init(seed: UInt64, in world: RandomGraph) {
    var maker = Maker(random: RandomSource(seed: seed ^ 0x5EED), world: world)
    query = BoundQuery(
      variables: [],
      names: [],
      head: Variable(0),
      rowVariables: [],
      condition: .always,
      shape: .rows([], sort: [], limit: nil),
      asOf: nil,
      missing: []
    )
    maker.makeDefinitions()
    query = maker.makeQuery()
    definitions = maker.definitions
  }
}

/// What has been made so far of one query.
private struct Maker {
  var random: RandomSource
  let world: RandomGraph
  var definitions: [Definition] = []
  /// How many definitions there will be, and their parameters: any of them may
  /// be used in any, if that makes no cycle through a negation.
  var signatures: [[[KindID]]] = []
  var usable = 0
  var variables: [BoundVariable] = []
  var names: [BoundName] = []

  init(random: RandomSource, world: RandomGraph) {
    self.random = random
    self.world = world
  }

  var schema: Schema { world.schema }

  mutating func someKinds() -> [KindID] {
    let all = schema.kinds.map(\.id)
    let first = all[random.below(all.count)]
    guard random.oneIn(4) else { return [first] }
    return Set([first, all[random.below(all.count)]]).sorted()
  }

  mutating func variable(_ kinds: [KindID]) -> Variable {
    variables.append(
      BoundVariable(name: random.oneIn(3) ? "v\(variables.count)" : nil, kinds: kinds)
    )
    return Variable(variables.count - 1)
  }

  // MARK: Definitions

  mutating func makeDefinitions() {
    let count = random.below(4)
    signatures = (0..<count).map { _ in (0..<(1 + random.below(2))).map { _ in someKinds() } }
    for index in 0..<count {
      let recursive = definition(index, usable: count)
      definitions.append(recursive)
      // Later ones are not there yet: they stand in as ones that never hold.
      let rest = (definitions.count..<count).map { placeholder($0) }
      if Stratification.check(definitions + rest) != nil
        || recursive.references.contains(where: { $0.index > index && !random.oneIn(2) })
      {
        definitions[index] = definition(index, usable: index)
      }
    }
    if Stratification.check(definitions) != nil {
      for index in definitions.indices { definitions[index] = definition(index, usable: index) }
    }
  }

  private func placeholder(_ index: Int) -> Definition {
    Definition(
      id: DefinitionID(index),
      name: "later",
      form: .noun,
      parameters: [],
      variables: [],
      names: [],
      body: .any([]),
      undetermined: nil,
      undeterminedPhrase: nil,
      text: ""
    )
  }

  private mutating func definition(_ index: Int, usable: Int) -> Definition {
    let outer = (variables, names)
    defer { (variables, names) = outer }
    (variables, names) = ([], [])
    self.usable = usable
    let parameters = signatures[index].map { variable($0) }
    let body =
      usable > index && random.oneIn(2)
      ? recursiveBody(DefinitionID(index), parameters) : condition(2, parameters)
    self.usable = index
    let undetermined = random.oneIn(3) ? condition(1, parameters) : nil
    return Definition(
      id: DefinitionID(index),
      name: "word\(index)",
      form: parameters.count == 1 ? .adjective : random.oneIn(2) ? .verb : .relationalAdjective,
      parameters: parameters,
      variables: variables,
      names: names,
      body: body,
      undetermined: undetermined,
      undeterminedPhrase: undetermined == nil ? nil : "they are odd",
      text: "define word\(index)"
    )
  }

  /// A beginning, and one or two ways to go on from what is known.
  private mutating func recursiveBody(
    _ id: DefinitionID, _ parameters: [Variable]
  ) -> BoundCondition {
    var ways = [condition(1, parameters)]
    for _ in 0..<(1 + random.below(2)) {
      let own = parameters[random.below(parameters.count)]
      let inner = variable(variables[own.index].kinds)
      let arguments = parameters.map { Operand.variable($0 == own ? inner : $0) }
      var known = BoundCondition.definition(id, arguments)
      if parameters.count == 2, random.oneIn(2) {
        let repetition = random.oneIn(4) ? Repetition(least: 1, most: nil) : nil
        known = .link(
          BoundLink(relations: [.defined(id)], repetition: repetition, time: .asOf),
          from: arguments[0], to: arguments[1])
      }
      let step = link([own], [inner]) ?? .always
      ways.append(.quantified(.some, inner, among: step, holds: known))
    }
    return .any(ways)
  }

  // MARK: Queries

  mutating func makeQuery() -> BoundQuery {
    usable = definitions.count
    let head = variable(someKinds())
    var row: [Variable] = []
    for _ in 0..<(random.oneIn(3) ? 1 + random.below(2) : 0) { row.append(variable(someKinds())) }
    var parts = [condition(3, [head] + row)]
    if random.oneIn(8) { parts = [.any([condition(1, [head] + row), condition(2, [head] + row)])] }
    for other in row {
      if let link = link([head], [other]) { parts.append(link) }
    }
    let condition = BoundCondition.all(parts)
    let shape = shape(head, row)
    var missing: [MissingCause] = []
    for attribute in schema.attributes where attribute.type != .flag && random.oneIn(4) {
      missing.append(.attribute([attribute.id], name: attribute.name))
    }
    for definition in definitions where definition.undetermined != nil {
      missing.append(.undetermined(definition.id))
    }
    if random.oneIn(6) { missing.append(.vacuous) }
    if random.oneIn(2) {
      // What the binder would look for.
      var model = Model()
      model.schema = schema
      model.definitions = definitions
      missing = condition.missingCauses(in: model)
    }
    if case .periods = shape { missing = [] }
    return BoundQuery(
      variables: variables,
      names: names,
      head: head,
      rowVariables: row,
      condition: condition,
      shape: shape,
      asOf: random.oneIn(6)
        ? .value(.day(RandomGraph.day(&random))) : nil,
      missing: missing
    )
  }

  private mutating func shape(_ head: Variable, _ row: [Variable]) -> BoundShape {
    let limit = random.oneIn(5) ? random.below(4) : nil
    let scope = [head] + row
    if row.isEmpty, random.oneIn(4) { return .periods(periods(head)) }
    if random.oneIn(3) {
      let keys = (0..<random.below(3)).map { _ in key(head) }
      let sort = random.oneIn(2) ? [BoundSort(term: nil, descending: random.oneIn(2))] : []
      return .measure(measure(head), keys: keys, sort: sort, limit: limit)
    }
    var columns: [BoundColumn] = []
    for index in 0..<random.below(3) {
      columns.append(BoundColumn(title: "column \(index)", term: column(scope)))
    }
    let isTop = random.oneIn(5)
    let keys = isTop ? random.below(columns.count + 1) : 0
    if !columns.isEmpty || !row.isEmpty || isTop {
      for variable in scope {
        columns.append(BoundColumn(title: "thing", term: .entity(.variable(variable))))
      }
    }
    var sort: [BoundSort] = []
    for _ in 0..<(random.below(2) + (isTop ? 1 : 0)) {
      sort.append(BoundSort(term: term(1, scope), descending: random.oneIn(2)))
    }
    guard !isTop else {
      return .top(columns, sort: sort, keys: keys, count: 1 + random.below(3))
    }
    return .rows(columns, sort: sort, limit: limit)
  }

  /// A span of some days, and what can be asked of each: also of no thing.
  private mutating func periods(_ head: Variable) -> BoundPeriods {
    let isOfThings = !random.oneIn(3)
    let start = RandomGraph.day(&random)
    let inner = variable(someKinds())
    let when =
      isOfThings
      ? condition(2, [head])
      : .quantified(
        random.oneIn(2) ? .some : .no, inner, among: condition(1, [inner]),
        holds: condition(1, [inner]))
    let keys: [BoundPeriods.Key] = isOfThings ? [.term(term(1, [head]))] : []
    let columns = PeriodColumn.allCases.map(BoundPeriods.Key.column)
    return BoundPeriods(
      first: .value(.day(start)),
      last: .shifted(
        .value(.day(start)), by: .value(.period(Period(days: Int32(random.below(24))))),
        later: !random.oneIn(8)),
      isOfThings: isOfThings, when: when,
      columns: isOfThings && random.oneIn(3)
        ? [BoundColumn(title: "column", term: term(1, [head]))] : [],
      sort: random.oneIn(3)
        ? [
          BoundPeriods.Sort(
            key: random.pick(keys + columns) ?? .column(.days), descending: random.oneIn(2))
        ] : [],
      limit: random.oneIn(5) ? 1 + random.below(3) : nil)
  }

  private mutating func key(_ head: Variable) -> BoundKey {
    switch random.below(4) {
    case 0: return .term(term(1, [head]), title: "key")
    case 1:
      // Each value of a list is a group.
      let inner = variable(someKinds())
      let condition = link([inner], [head]) ?? condition(1, [head, inner])
      return .term(.list(term(0, [inner]), inner, condition), title: "key")
    default:
      let group = variable(someKinds())
      let member = link([group], [head]) ?? condition(1, [group, head])
      return .things(group, groups: condition(1, [group]), member: member, title: "group")
    }
  }

  private mutating func measure(_ head: Variable) -> BoundMeasure {
    switch random.below(6) {
    case 0: return .count(title: "number")
    case 1: return .share(condition(1, [head]), title: "share")
    default:
      let function = anAggregate()
      return .aggregate(function, measured(function, 1, [head]), title: "measure")
    }
  }

  /// A term an aggregate makes sense of: days have an earliest, numbers a total.
  mutating func measured(_ function: Aggregate, _ depth: Int, _ scope: [Variable]) -> BoundTerm {
    switch function {
    case .earliest, .latest: random.oneIn(6) ? number(depth, scope) : day(depth, scope)
    case .lowest, .highest: random.oneIn(4) ? term(depth, scope) : number(depth, scope)
    case .total, .average, .median:
      random.oneIn(2) ? attributeTerm(.number, scope) : number(depth, scope)
    }
  }

  private mutating func column(_ scope: [Variable]) -> BoundTerm {
    guard random.oneIn(3) else { return term(2, scope) }
    let inner = variable(someKinds())
    let condition = condition(1, scope + [inner])
    return .list(term(0, [inner]), inner, condition)
  }

  mutating func anAggregate() -> Aggregate {
    Aggregate.allCases[random.below(Aggregate.allCases.count)]
  }
}

// MARK: Conditions

extension Maker {
  mutating func condition(_ depth: Int, _ scope: [Variable]) -> BoundCondition {
    guard depth > 0 else { return leaf(scope) }
    switch random.below(10) {
    case 0:
      return .all((0..<(1 + random.below(3))).map { _ in condition(depth - 1, scope) })
    case 1:
      return .any((0..<random.below(4)).map { _ in condition(depth - 1, scope) })
    case 2:
      if random.oneIn(3) { return .during(days(), condition(depth - 1, scope)) }
      return .not(condition(depth - 1, scope))
    case 3, 4, 5, 6, 7: return quantified(depth, scope)
    default: return leaf(scope)
    }
  }

  /// A few days, seldom all up to today, seldom moving with a thing.
  private mutating func days() -> BoundTime {
    if random.oneIn(12) { return .past }
    let first = random.oneIn(3) ? BoundTerm.today : .value(.day(RandomGraph.day(&random)))
    let last = BoundTerm.shifted(
      random.oneIn(3) ? .today : first,
      by: .value(.period(Period(days: Int32(random.below(6))))), later: !random.oneIn(4))
    return random.oneIn(3)
      ? .throughout(first: first, last: last) : .within(first: first, last: last)
  }

  private mutating func quantified(_ depth: Int, _ scope: [Variable]) -> BoundCondition {
    let inner = variable(someKinds())
    if random.oneIn(8), let link = link(scope, [inner]) {
      // What all of some things have in common: `every competence that …`.
      return .quantified(.every, inner, among: condition(depth - 1, [inner]), holds: link)
    }
    var among = random.oneIn(3) ? condition(depth - 1, scope + [inner]) : .always
    if let anchor = random.pick(scope), let link = link([inner], [anchor]), !random.oneIn(4) {
      among = random.oneIn(3) ? .all([link, among]) : link
    }
    var holds = random.oneIn(3) ? .always : condition(depth - 1, scope + [inner])
    if let anchor = random.pick(scope), let link = link([inner], [anchor]), random.oneIn(3) {
      holds = random.oneIn(2) ? .all([holds, link]) : link
    }
    let quantifier: Quantifier =
      switch random.below(7) {
      case 0, 1: .some
      case 2: .no
      case 3: .every
      case 4: .only
      default: .count(aComparison(ordered: true), random.below(4))
      }
    return .quantified(quantifier, inner, among: among, holds: holds)
  }

  mutating func operand(_ scope: [Variable]) -> Operand {
    if !random.oneIn(6), let variable = random.pick(scope) { return .variable(variable) }
    var found: [(String, KindID)] = []
    for kind in world.kinds {
      for node in world.graph.nodes(of: kind) {
        found.append((world.graph.label(of: Entity(kind: kind, node: node)), kind))
      }
    }
    guard let (text, kind) = random.pick(found) else { return .variable(scope[0]) }
    let isParameter = text == "A0" && random.oneIn(2)
    names.append(
      BoundName(
        text: isParameter ? "name" : text,
        isParameter: isParameter,
        kinds: [kind],
        range: SourceRange(0, 0)
      )
    )
    return .name(NameID(names.count - 1))
  }

  private func kinds(_ operand: Operand) -> [KindID] {
    switch operand {
    case .variable(let variable): variables[variable.index].kinds
    case .name(let name): names[name.index].kinds
    }
  }

  /// A link between one of each, if there is a relation that can join them.
  mutating func link(_ lefts: [Variable], _ rights: [Variable]) -> BoundCondition? {
    guard let first = random.pick(lefts), let second = random.pick(rights) else { return nil }
    let (one, other) = (Operand.variable(first), Operand.variable(second))
    var fitting: [(RelationReference, isForward: Bool)] = []
    func note(_ reference: RelationReference, _ left: [KindID], _ right: [KindID]) {
      if !left.filter(kinds(one).contains).isEmpty, !right.filter(kinds(other).contains).isEmpty {
        fitting.append((reference, true))
      }
      if !left.filter(kinds(other).contains).isEmpty, !right.filter(kinds(one).contains).isEmpty {
        fitting.append((reference, false))
      }
    }
    for relation in schema.relations { note(.stored(relation.id), relation.left, relation.right) }
    for index in 0..<usable where signatures[index].count == 2 {
      note(.defined(DefinitionID(index)), signatures[index][0], signatures[index][1])
    }
    guard let (reference, isForward) = random.pick(fitting) else { return nil }
    // Verbs may mean several relations between the same things.
    let others = fitting.filter { $0.isForward == isForward && $0.0 != reference }.map(\.0)
    let also = random.oneIn(3) ? random.pick(others) : nil
    return .link(
      boundLink([reference] + [also].compactMap { $0 }, lefts + rights),
      from: isForward ? one : other,
      to: isForward ? other : one
    )
  }

  private mutating func boundLink(
    _ references: [RelationReference],
    _ scope: [Variable]
  ) -> BoundLink {
    var link = BoundLink(relations: references, repetition: nil, time: time(scope))
    if random.oneIn(4) {
      link.repetition = random.pick([
        Repetition(least: 1, most: nil), Repetition(least: 0, most: nil),
        Repetition(least: 1, most: 2), Repetition(least: 0, most: 1), Repetition(least: 2, most: 3),
        Repetition(least: 2, most: nil), Repetition(least: 1, most: 1),
      ])
    }
    return link
  }

  private mutating func time(_ scope: [Variable]) -> BoundTime {
    guard random.oneIn(3) else { return .asOf }
    func day() -> BoundTerm? {
      switch random.below(6) {
      case 0, 1: return nil
      case 2, 3:
        // The first and the last day of a link are where spans begin and end.
        let days = world.steps.flatMap { step -> [Day] in
          guard case .link(let link) = step else { return [] }
          return [link.from, link.until].compactMap { $0 }
        }
        return random.pick(days).map { .value(.day($0)) }
      default: return self.day(1, scope)
      }
    }
    switch random.below(4) {
    case 0: return .past
    case 1: return .always
    case 2:
      let first = day()
      return .within(first: first, last: day())
    default:
      let first = day()
      return .throughout(first: first, last: day())
    }
  }

  /// A defined word said of one thing, if there is one.
  func defined(_ variable: Variable) -> BoundCondition? {
    (0..<usable).first { signatures[$0].count == 1 }
      .map { .definition(DefinitionID($0), [.variable(variable)]) }
  }

  mutating func leaf(_ scope: [Variable]) -> BoundCondition {
    switch random.below(12) {
    case 0: return .isOf(operand(scope), someKinds())
    case 1: return .same(operand(scope), operand(scope))
    case 2: return .known(term(1, scope))
    case 3, 4:
      if let link = link(scope, scope) { return link }
      fallthrough
    case 5:
      let relations = schema.relations.map { RelationReference.stored($0.id) }
      guard let first = random.pick(relations), let second = random.pick(relations) else {
        return .always
      }
      let references = random.oneIn(2) || first == second ? [first] : [first, second]
      return .link(boundLink(references, scope), from: operand(scope), to: operand(scope))
    case 6, 7:
      let index = random.below(max(1, usable))
      guard index < usable else { return comparison(scope) }
      return .definition(DefinitionID(index), signatures[index].map { _ in operand(scope) })
    default: return comparison(scope)
    }
  }

  private mutating func aComparison(ordered: Bool) -> Comparison {
    var all: [Comparison] = [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]
    if !ordered { all += [.containsText, .startsWith, .endsWith] }
    return all[random.below(all.count)]
  }

  private mutating func comparison(_ scope: [Variable]) -> BoundCondition {
    switch random.below(7) {
    case 0: return .compare(text(scope), aComparison(ordered: false), text(scope))
    case 3: return isCurrent(scope)
    case 4: return .compare(number(2, scope), aComparison(ordered: true), number(0, scope))
    case 1: return .compare(number(1, scope), aComparison(ordered: true), number(1, scope))
    case 2: return .compare(day(1, scope), aComparison(ordered: true), day(1, scope))
    default:
      guard let attribute = random.pick(schema.attributes) else { return .always }
      let value = RandomGraph.value(of: attribute.type, &random)
      let term = attributeTerm(attribute.type, scope)
      return .compare(term, aComparison(ordered: true), .value(value))
    }
  }

  /// `current`: the link that a record is holds today.
  private mutating func isCurrent(_ scope: [Variable]) -> BoundCondition {
    let records = scope.filter { variable in
      variables[variable.index].kinds.contains { schema[$0].isRecord }
    }
    guard let record = random.pick(records) else {
      // Part of a value is looked for, not only all of one.
      let all: [Comparison] = [.containsText, .startsWith, .endsWith]
      let part = ["r", "re", "een", "", "Gr", "0", "A"][random.below(7)]
      return .compare(text(scope), all[random.below(3)], .value(.text(part)))
    }
    func dates(_ source: Attribute.Source) -> BoundTerm {
      .attribute(
        schema.attributes.filter { $0.source == source }.map(\.id), .variable(record))
    }
    let (start, end) = (dates(.linkStart), dates(.linkEnd))
    return .all([
      .any([.not(.known(start)), .compare(start, .lessOrEqual, .today)]),
      .any([.not(.known(end)), .compare(end, .greater, .today)]),
    ])
  }
}

// MARK: Terms

extension Maker {
  /// The attributes of a type, one for each kind that has one.
  private mutating func attributeTerm(_ type: ValueType, _ scope: [Variable]) -> BoundTerm {
    let operand = operand(scope)
    let fitting = schema.attributes.filter { $0.type == type && kinds(operand).contains($0.kind) }
    let any = schema.attributes.filter { $0.type == type }
    guard let first = random.pick(fitting) ?? random.pick(any) else { return .entity(operand) }
    var attributes = [first]
    for other in fitting where !attributes.contains(where: { $0.kind == other.kind }) {
      attributes.append(other)
    }
    return .attribute(attributes.map(\.id), operand)
  }

  mutating func text(_ scope: [Variable]) -> BoundTerm {
    switch random.below(9) {
    case 0, 1: .value(RandomGraph.value(of: .text, &random))
    case 2: .walk(.path, from: operand(scope), to: operand(scope), hops())
    case 3, 4: random.oneIn(2) ? .parameter("text", SourceRange(0, 0)) : .entity(operand(scope))
    default: attributeTerm(.text, scope)
    }
  }

  mutating func number(_ depth: Int, _ scope: [Variable]) -> BoundTerm {
    switch depth > 0 ? random.below(11) : random.below(3) {
    case 0: return .value(.number(Double(random.below(4))))
    case 1, 2: return attributeTerm(.number, scope)
    case 8: return .walk(.distance, from: operand(scope), to: operand(scope), hops())
    case 3, 9:
      let operations: [Arithmetic] = [.add, .subtract, .multiply, .divide]
      return .arithmetic(
        operations[random.below(4)],
        number(depth - 1, scope),
        number(depth - 1, scope)
      )
    case 4: return .daysBetween(day(depth - 1, scope), day(depth - 1, scope))
    case 5: return .parameter("number", SourceRange(0, 0))
    case 6:
      let inner = variable(someKinds())
      return .count(inner, condition(depth - 1, scope + [inner]))
    default:
      let inner = variable(someKinds())
      let function = anAggregate()
      let linked = link([inner], scope)
      let others = condition(depth - 1, scope + [inner])
      return .aggregate(
        function,
        measured(function, 0, scope + [inner]),
        inner,
        random.oneIn(2) ? linked ?? others : others
      )
    }
  }

  /// One or two ways to take a step of a walk.
  private mutating func hops() -> [Hop] {
    (0..<(1 + random.below(2))).map { _ in
      var relations = schema.relations.map { RelationReference.stored($0.id) }
      for index in 0..<usable where signatures[index].count == 2 {
        relations.append(.defined(DefinitionID(index)))
      }
      let time: BoundTime =
        switch random.below(6) {
        case 0: .past
        case 1: .always
        case 2: .within(first: .value(.day(RandomGraph.day(&random))), last: nil)
        default: .asOf
        }
      let link = BoundLink(
        relations: [random.pick(relations)].compactMap { $0 }, repetition: nil, time: time)
      return Hop(link: link, isForward: random.oneIn(2))
    }
  }

  mutating func day(_ depth: Int, _ scope: [Variable]) -> BoundTerm {
    switch depth > 0 ? random.below(7) : random.below(3) {
    case 0: return .value(RandomGraph.value(of: .date, &random))
    case 1: return random.oneIn(2) ? .today : .parameter("day", SourceRange(0, 0))
    case 2, 3: return attributeTerm(.date, scope)
    case 4:
      // `after the earliest review date of controls that …`
      let inner = variable(someKinds())
      let around = random.oneIn(2) ? [inner] : scope + [inner]
      return .aggregate(
        random.oneIn(2) ? .earliest : .latest, attributeTerm(.date, [inner]), inner,
        random.oneIn(2) ? defined(inner) ?? .always : condition(depth - 1, around))
    default:
      return .shifted(
        day(depth - 1, scope),
        by: random.oneIn(2)
          ? .value(RandomGraph.value(of: .duration, &random)) : attributeTerm(.duration, scope),
        later: random.oneIn(2)
      )
    }
  }

  mutating func term(_ depth: Int, _ scope: [Variable]) -> BoundTerm {
    switch random.below(6) {
    case 0: return text(scope)
    case 1: return number(depth, scope)
    case 2: return day(depth, scope)
    case 3: return .entity(operand(scope))
    default:
      guard let attribute = random.pick(schema.attributes) else { return .today }
      return attributeTerm(attribute.type, scope)
    }
  }
}
