// SPDX-License-Identifier: Apache-2.0

/// Finds proofs: it asks the executor whether a condition holds, and then
/// follows only what shows it.
///
/// A definition that leads back to itself with the same things proves nothing;
/// another way is looked for. That nothing leads anywhere but back shows that
/// it does not hold.
struct Prover {
  let executor: Executor
  var frame: Frame
  /// The variables that stand for something, in the order they were bound.
  var bound: [Variable]
  /// The definitions being unfolded, with what for.
  var goals: [Goal] = []

  /// A definition with the things it is asked of.
  struct Goal: Hashable {
    let key: DefinitionKey
    let things: [Entity]
  }

  /// The deepest unfolding of definitions.
  static let deepest = 60

  var graph: Graph { executor.graph }

  init(_ executor: Executor) {
    self.executor = executor
    frame = executor.frame()
    bound = []
  }

  /// The same with one more thing bound.
  func binding(_ variable: Variable, to thing: Entity) -> Prover {
    var inner = self
    inner.frame.slots[variable.index] = thing
    inner.bound.append(variable)
    return inner
  }

  func thing(_ operand: Operand) -> Entity { frame.slots[executor.slot(operand)] }

  func label(_ thing: Entity) -> String { graph.label(of: thing) }

  func holds(_ condition: BoundCondition) throws(Stop) -> Bool {
    try executor.budget.spend()
    var frame = frame
    return try executor.test(condition, bound: bound)(&frame)
  }

  /// Proves a condition or its opposite, whichever is the case.
  ///
  /// - Returns: `nil`, if it could be shown only by what is being shown.
  func prove(_ condition: BoundCondition) throws(Stop) -> Proof? {
    let holds = try holds(condition)
    guard let reason = try reason(condition, holds) else { return nil }
    return Proof(holds: holds, reason: reason)
  }

  private func reason(_ condition: BoundCondition, _ holds: Bool) throws(Stop) -> Proof.Reason? {
    switch condition {
    case .all(let parts): return try several(parts, holds, needsAll: holds).map { .all($0) }
    case .any(let parts): return try several(parts, holds, needsAll: !holds).map { .any($0) }
    case .not(let part): return try prove(part).map { .not($0) }
    case .isOf(let operand, let kinds):
      let thing = thing(operand)
      return .kind(
        thing: label(thing), is: graph.schema[thing.kind].singular,
        wanted: kinds.map { graph.schema[$0].singular })
    case .same(let lhs, let rhs): return .same(label(thing(lhs)), label(thing(rhs)))
    case .compare(let lhs, let comparison, let rhs):
      return .comparison(try term(lhs), comparison.rawValue, try term(rhs))
    case .known(let term): return .known(try self.term(term))
    case .link(let link, let from, let to):
      return try self.link(link, thing(from), thing(to), holds)
    case .definition(let id, let operands):
      return try definition(id, operands.map(thing), at: executor.time, holds)
    case .quantified(let quantifier, let variable, let among, let condition):
      return try quantified(quantifier, variable, among, condition, holds)
    }
  }

  /// All parts, or the first that is as the whole.
  private func several(
    _ parts: [BoundCondition], _ holds: Bool, needsAll: Bool
  ) throws(Stop) -> [Proof]? {
    var proofs: [Proof] = []
    for part in parts {
      if !needsAll {
        let isSo = try self.holds(part)
        guard isSo == holds else { continue }
      }
      let proof = try prove(part)
      if needsAll {
        guard let proof else { return nil }
        proofs.append(proof)
      } else if let proof {
        return [proof]
      }
    }
    return needsAll ? proofs : nil
  }

  private func term(_ term: BoundTerm) throws(Stop) -> Proof.Term {
    var frame = frame
    let value = try executor.evaluation(term, bound: bound)(&frame)
    guard case .attribute(let ids, let operand) = term, let id = ids.first else {
      return Proof.Term(name: nil, value: value, source: nil)
    }
    let thing = thing(operand)
    return Proof.Term(
      name: "the \(graph.schema[id].name) of \(label(thing))", value: value,
      source: graph.source(of: thing))
  }

  // MARK: Definitions

  func definition(
    _ id: DefinitionID, _ things: [Entity], at time: ResolvedTime, _ holds: Bool
  ) throws(Stop) -> Proof.Reason? {
    let definition = executor.execution.plan.declared[id.index]
    let labels = things.map(label)
    let goal = Goal(key: DefinitionKey(definition: id, time: time), things: things)
    let form: Proof.Word.Form =
      switch definition.form {
      case .adjective, .relationalAdjective: .adjective
      case .noun: .noun
      case .verb: .verb
      }
    let word = Proof.Word(text: definition.name, form: form)
    guard !goals.contains(goal) else {
      return holds ? nil : .repeated(word, things: labels)
    }
    guard goals.count < Prover.deepest else {
      throw .limit(.levels, used: goals.count + 1, allowed: Prover.deepest)
    }
    let unit = PlanUnit(root: .empty, variables: definition.variables, names: definition.names)
    var inner = Prover(Executor(executor.execution, unit, at: time))
    inner.goals = goals + [goal]
    for (parameter, thing) in zip(definition.parameters, things) {
      inner = inner.binding(parameter, to: thing)
    }
    // What is undetermined counts as false.
    if !holds, let undetermined = definition.undetermined, try inner.holds(undetermined) {
      return try inner.prove(undetermined).map {
        .definition(word, things: labels, Proof(holds: false, reason: .undetermined($0)))
      }
    }
    return try inner.prove(definition.body).map {
      .definition(word, things: labels, $0)
    }
  }
}
