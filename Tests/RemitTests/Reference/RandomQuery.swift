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
    var maker = RandomQueryMaker(random: RandomSource(seed: seed ^ 0x5EED), world: world)
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

/// What has been made so far of one query. Its conditions and terms are made in
/// files of their own.
struct RandomQueryMaker {
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
      missing = condition.missingCauses(in: model, variables: variables)
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
