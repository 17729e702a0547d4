// SPDX-License-Identifier: Apache-2.0

import RemitTestSupport

@testable import Remit

/// Terms of every type.
extension RandomQueryMaker {
  /// The attributes of a type, one for each kind that has one.
  mutating func attributeTerm(_ type: ValueType, _ scope: [Variable]) -> BoundTerm {
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
    case 1:
      switch random.below(3) {
      case 0: return .today
      case 1: return .parameter("day", SourceRange(0, 0))
      default:
        let units: [Period.Unit] = [.weeks, .months, .quarters, .years]
        let span = CalendarSpan(
          turn: CalendarSpan.Turn.allCases[random.below(3)], unit: units[random.below(4)])
        return .calendar(span, isLast: random.oneIn(2))
      }
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
