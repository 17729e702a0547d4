// SPDX-License-Identifier: Apache-2.0

/// Conditions that no operator took, compiled to closures over slots. A leaf
/// is coarse: "does a link lead from this to that on the day".
extension Executor {
  /// Compiles a condition, given the variables that are bound when it is
  /// tested, in the order in which they were bound.
  func test(_ condition: BoundCondition, bound: [Variable]) throws(Stop) -> Test {
    if condition.hasLink || condition.hasQuantifier {
      let free = condition.freeVariables
      if free.count == 1, let variable = free.first,
        let set = try knownSet(of: condition, variable)
      {
        return member(of: set, variable.index)
      }
      if free.isEmpty, !bound.isEmpty {
        // It is the same for all things.
        var frame = frame()
        return constant(try test(condition, bound: [])(&frame))
      }
    }
    switch condition {
    case .all(let parts): return try all(parts, bound)
    case .any(let parts): return try any(parts, bound)
    case .not(let part):
      let test = try test(part, bound: bound)
      return { (frame: inout Frame) throws(Stop) -> Bool in !(try test(&frame)) }
    case .isOf(let operand, let kinds):
      let index = slot(operand)
      return { (frame: inout Frame) throws(Stop) -> Bool in
        kinds.contains(frame.slots[index].kind)
      }
    case .same(let lhs, let rhs):
      let (left, right) = (slot(lhs), slot(rhs))
      return { (frame: inout Frame) throws(Stop) -> Bool in
        frame.slots[left] == frame.slots[right]
      }
    case .compare(let lhs, let comparison, let rhs):
      return try compare(lhs, comparison, rhs, bound)
    case .known(.entity(let operand)):
      let (index, graph) = (slot(operand), graph)
      return { (frame: inout Frame) throws(Stop) -> Bool in
        !graph.isUnknown(frame.slots[index])
      }
    case .known(let term):
      let evaluation = try evaluation(term, bound: bound)
      return { (frame: inout Frame) throws(Stop) -> Bool in try evaluation(&frame) != nil }
    case .link(let link, let from, let to): return try self.link(link, from, to, bound)
    case .definition(let id, let operands): return try definition(id, operands)
    case .quantified(let quantifier, let variable, let among, let holds):
      return try quantified(quantifier, variable, among, holds, bound)
    case .during(let time, let inner): return try during(time, inner, bound)
    }
  }

  func constant(_ value: Bool) -> Test {
    { (_: inout Frame) throws(Stop) -> Bool in value }
  }

  /// The set of a condition on one variable that is at hand without asking
  /// every thing.
  func knownSet(of condition: BoundCondition, _ variable: Variable) throws(Stop) -> EntitySet? {
    switch condition {
    case .definition(let id, [.variable(variable)]):
      return try execution.set(of: id, at: time)
    case .not(let inner):
      guard inner.hasLink, let set = try knownSet(of: inner, variable) else { return nil }
      return EntitySet(all: kinds(variable), in: graph).subtracting(set)
    default: return try sharedSet(condition, variable)
    }
  }

  private func all(_ parts: [BoundCondition], _ bound: [Variable]) throws(Stop) -> Test {
    if parts.count == 1 { return try test(parts[0], bound: bound) }
    let tests = try listed(parts, bound)
    return { (frame: inout Frame) throws(Stop) -> Bool in
      for listed in tests where !(try listed.test(&frame)) { return false }
      return true
    }
  }

  private func any(_ parts: [BoundCondition], _ bound: [Variable]) throws(Stop) -> Test {
    anyOf(try listed(parts, bound))
  }

  /// A test that is true as soon as one of some tests is.
  func anyOf(_ tests: [ListedTest]) -> Test {
    if tests.count == 1 { return tests[0].test }
    return { (frame: inout Frame) throws(Stop) -> Bool in
      for listed in tests where try listed.test(&frame) { return true }
      return false
    }
  }

  /// The tests of some conditions, one after another.
  func listed(_ parts: [BoundCondition], _ bound: [Variable]) throws(Stop) -> [ListedTest] {
    var tests: [ListedTest] = []
    for part in parts { tests.append(ListedTest(test: try test(part, bound: bound))) }
    return tests
  }

  func member(of set: EntitySet, _ index: Int) -> Test {
    guard set.parts.count == 1 else {
      return { (frame: inout Frame) throws(Stop) -> Bool in set.contains(frame.slots[index]) }
    }
    let (kind, nodes) = set.parts[0]
    return { (frame: inout Frame) throws(Stop) -> Bool in
      frame.slots[index].kind == kind && nodes.contains(frame.slots[index].node)
    }
  }

  private func compare(
    _ lhs: BoundTerm,
    _ comparison: Comparison,
    _ rhs: BoundTerm,
    _ bound: [Variable]
  ) throws(Stop) -> Test {
    let left = try evaluation(lhs, bound: bound)
    let right = try evaluation(rhs, bound: bound)
    let test = ValueComparison(comparison, choices: choices(lhs) ?? choices(rhs))
    let budget = budget
    return { (frame: inout Frame) throws(Stop) -> Bool in
      guard let value = try left(&frame) else { return false }
      let other = try right(&frame)
      try budget.spend(test.steps(value, other))
      return test.holds(value, other)
    }
  }

  /// The declared choices of an attribute a term reads.
  private func choices(_ term: BoundTerm) -> [String]? {
    guard case .attribute(let attributes, _) = term else { return nil }
    for attribute in attributes {
      if let choices = graph.schema[attribute].type.choices { return choices }
    }
    return nil
  }

  private func definition(_ id: DefinitionID, _ operands: [Operand]) throws(Stop) -> Test {
    if operands.count == 1 {
      return member(of: try execution.set(of: id, at: time), slot(operands[0]))
    }
    guard operands.count == 2 else { return constant(false) }
    return pair(try execution.view(of: id, at: time), slot(operands[0]), slot(operands[1]))
  }

  /// Tests that a view joins the things in two slots.
  func pair(_ view: LinkView, _ left: Int, _ right: Int) -> Test {
    let budget = budget
    guard view.parts.count == 1 else {
      return { (frame: inout Frame) throws(Stop) -> Bool in
        try budget.spend()
        return view.contains(frame.slots[left], frame.slots[right])
      }
    }
    let part = view.parts[0]
    return { (frame: inout Frame) throws(Stop) -> Bool in
      try budget.spend()
      let (from, to) = (frame.slots[left], frame.slots[right])
      return from.kind == part.left && to.kind == part.right && part.contains(from.node, to.node)
    }
  }
}
