// SPDX-License-Identifier: Apache-2.0

import RemitTestSupport

@testable import Remit

/// Conditions of every case, over links that mostly can hold.
extension RandomQueryMaker {
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
    // `whose owner is p`: the thing looked for is one that is known.
    if random.oneIn(6) { among = .all([.same(.variable(inner), operand(scope)), among]) }
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

  func kinds(_ operand: Operand) -> [KindID] {
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
