// SPDX-License-Identifier: Apache-2.0

/// Terms compiled to closures over slots.
extension Executor {
  /// Compiles a term.
  func evaluation(_ term: BoundTerm, bound: [Variable]) throws(Stop) -> Evaluation {
    switch term {
    case .value(let value): return fixed(value)
    case .parameter(let name, let range):
      guard let value = execution.parameters[name] else {
        throw .invalid([NameLookup.unknownParameter(name, at: range)])
      }
      return fixed(value)
    case .today: return fixed(.day(execution.today))
    case .calendar(let span, isLast: let isLast):
      return fixed(span.day(isLast, on: execution.today).map(Value.day))
    case .attribute(let attributes, let operand): return attribute(attributes, slot(operand))
    case .entity(let operand):
      let (index, graph) = (slot(operand), graph)
      return { (frame: inout Frame) throws(Stop) -> Value? in
        let entity = frame.slots[index]
        return entity == Frame.nothing ? nil : .text(graph.label(of: entity))
      }
    case .count(let variable, let condition):
      let count = try counting(variable, [condition], bound, upTo: .max)
      return { (frame: inout Frame) throws(Stop) -> Value? in
        .number(Double(try count(&frame)))
      }
    case .aggregate(let aggregate, let value, let variable, let condition):
      if let number = try foldedDistances(aggregate, value, variable, condition) { return number }
      let values = try gathering(value, variable, condition, bound)
      return { (frame: inout Frame) throws(Stop) -> Value? in
        aggregate.value(of: try values(&frame))
      }
    case .list(let value, let variable, let condition):
      let values = try gathering(value, variable, condition, bound)
      return { (frame: inout Frame) throws(Stop) -> Value? in
        let all = try values(&frame).sorted { Value.order($0, $1) < 0 }
        let distinct = all.removingRepetitionsInRow()
        return distinct.isEmpty ? nil : .list(distinct)
      }
    case .walk(let walk, from: let from, to: let to, let hops):
      return try self.walk(walk, from, to, hops, bound)
    case .arithmetic(let operation, let lhs, let rhs):
      return try binary(lhs, rhs, bound) { operation.value(of: $0, $1) }
    case .shifted(let day, by: let period, later: let later):
      return try binary(day, period, bound) {
        guard case .day(let day) = $0, case .period(let period) = $1 else { return nil }
        return day.adding(later ? period : period.negated).map(Value.day)
      }
    case .daysBetween(let lhs, let rhs):
      return try binary(lhs, rhs, bound) {
        guard case .day(let first) = $0, case .day(let last) = $1 else { return nil }
        return .number(Double(Int(last.number) - Int(first.number)))
      }
    }
  }

  private func fixed(_ value: Value?) -> Evaluation {
    { (_: inout Frame) throws(Stop) -> Value? in value }
  }

  private func binary(
    _ lhs: BoundTerm,
    _ rhs: BoundTerm,
    _ bound: [Variable],
    _ combine: @escaping (Value, Value) -> Value?
  ) throws(Stop) -> Evaluation {
    let left = try evaluation(lhs, bound: bound)
    let right = try evaluation(rhs, bound: bound)
    return { (frame: inout Frame) throws(Stop) -> Value? in
      guard let first = try left(&frame), let second = try right(&frame) else { return nil }
      return combine(first, second)
    }
  }

  /// The value of the attribute of a list that belongs to the thing's kind; a
  /// flag that is missing is no.
  private func attribute(_ attributes: [AttributeID], _ index: Int) -> Evaluation {
    var byKind = [((NodeID) -> Value?)?](repeating: nil, count: graph.schema.kinds.count)
    for attribute in attributes.reversed() {
      let values = graph.values(of: attribute)
      let isFlag = graph.schema[attribute].type == .flag
      byKind[graph.schema[attribute].kind.index] =
        isFlag ? { values($0) ?? .flag(false) } : values
    }
    let readers = byKind
    return { (frame: inout Frame) throws(Stop) -> Value? in
      let entity = frame.slots[index]
      guard readers.indices.contains(entity.kind.index),
        let values = readers[entity.kind.index]
      else { return nil }
      return values(entity.node)
    }
  }

  /// Compiles the gathering of the values of a term over things, in the order
  /// of the things.
  private func gathering(
    _ term: BoundTerm,
    _ variable: Variable,
    _ condition: BoundCondition,
    _ bound: [Variable]
  ) throws(Stop) -> (inout Frame) throws(Stop) -> [Value] {
    let things = try gathering(variable, condition, bound)
    let evaluation = try evaluation(term, bound: bound + [variable])
    let index = variable.index
    return { (frame: inout Frame) throws(Stop) -> [Value] in
      var values: [Value] = []
      for entity in try things(&frame) {
        frame.slots[index] = entity
        if let value = try evaluation(&frame) { values.append(value) }
      }
      return values
    }
  }
}

extension Aggregate {
  /// The value made of several; `nil` when there is none.
  func value(of values: [Value]) -> Value? {
    var fold = AggregateFold(self)
    for value in values { fold.add(value) }
    return fold.value
  }
}

extension Arithmetic {
  /// The result for two numbers; `nil` for anything else, and where there is none.
  func value(of lhs: Value, _ rhs: Value) -> Value? {
    guard case .number(let left) = lhs, case .number(let right) = rhs else { return nil }
    let result: Double =
      switch self {
      case .add: left + right
      case .subtract: left - right
      case .multiply: left * right
      case .divide: right == 0 ? .nan : left / right
      }
    return result.isFinite ? .number(result) : nil
  }
}

extension Array where Element: Equatable {
  /// The elements without those that are equal to the one before.
  func removingRepetitionsInRow() -> [Element] {
    var kept: [Element] = []
    for element in self where kept.last != element { kept.append(element) }
    return kept
  }
}
