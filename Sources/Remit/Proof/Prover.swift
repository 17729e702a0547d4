// SPDX-License-Identifier: Apache-2.0

/// Finds proofs: walks a condition beside its meaning, and asks the executor
/// what holds where there is a choice.
///
/// A definition that uses itself holds by a finite way, so a proof never goes
/// through the same thing twice; that it does not hold may rest on itself.
final class Prover {
  let execution: Execution
  var graph: Graph { execution.graph }
  private var scopes: [ScopeKey: Scope] = [:]
  /// The definitions that are being looked at, with whether they have to hold.
  private var open: [Goal: Bool] = [:]
  private var depth = 0
  /// Whether a way is looked for although there is one already.
  var isComparing = false
  /// The steps that may still be spent on looking for shorter ways.
  var comparisonsLeft = Prover.mostComparisons
  private let depthLimit: Int
  /// What proves things as of other days.
  private var others: [Int32: Prover] = [:]

  /// What a step of a proof takes up, roughly: its sentence, its things.
  private static let bytesOfStep = 1 << 10

  /// The most nested steps of a proof.
  static let mostSteps = 400

  /// The most steps spent on looking for shorter ways: in definitions that use
  /// one another there are more ways than could be looked at.
  private static let mostComparisons = 2_000

  private struct ScopeKey: Hashable {
    let scope: DefinitionID?
    let time: ResolvedTime
  }

  private struct Goal: Hashable {
    let definition: DefinitionID
    let things: [Entity]
    let time: ResolvedTime
  }

  init(_ execution: Execution, depthLimit: Int = Prover.mostSteps) {
    self.execution = execution
    self.depthLimit = depthLimit
  }

  /// Where a condition stands: its variables, its names, when links have to hold.
  final class Scope {
    let id: DefinitionID?
    let executor: Executor
    let words: ProofWords
    private var tests: [BoundCondition: (variables: [Int], test: ListedTest)] = [:]

    init(_ id: DefinitionID?, _ executor: Executor, _ words: ProofWords) {
      self.id = id
      self.executor = executor
      self.words = words
    }

    /// The scope below a step that has named a record, or no record.
    func about(_ record: Entity?) -> Scope {
      guard words.subject != record else { return self }
      var words = words
      words.subject = record
      return Scope(id, executor, words)
    }

    /// Whether a condition holds of some things.
    func holds(_ condition: BoundCondition, _ things: [Int: Entity]) throws(Stop) -> Bool {
      let variables = things.keys.sorted()
      var known = tests[condition]
      if known?.variables != variables {
        let test = try executor.test(condition, bound: variables.map(Variable.init))
        known = (variables, ListedTest(test: test))
        tests[condition] = known
      }
      guard let known else { return false }
      var frame = frame(things)
      return try known.test.test(&frame)
    }

    func frame(_ things: [Int: Entity]) -> Frame {
      var frame = executor.frame()
      for (variable, thing) in things { frame.slots[variable] = thing }
      return frame
    }

    /// The thing an operand means.
    func thing(_ operand: Operand, _ things: [Int: Entity]) -> Entity {
      switch operand {
      case .variable(let variable): things[variable.index] ?? Frame.nothing
      case .name(let name): executor.names[name.index]
      }
    }
  }

  /// The scope of the query, or of a definition.
  func scope(_ id: DefinitionID?, at time: ResolvedTime) -> Scope {
    let key = ScopeKey(scope: id, time: time)
    if let scope = scopes[key] { return scope }
    let unit: PlanUnit
    if let id {
      let definition = execution.plan.declared[id.index]
      unit = PlanUnit(root: .empty, variables: definition.variables, names: definition.names)
    } else {
      let query = execution.plan.query
      unit = PlanUnit(root: .empty, variables: query.variables, names: query.names)
    }
    let executor = Executor(execution, unit, at: time)
    let words = ProofWords(
      graph: graph, definitions: execution.plan.declared, variables: unit.variables,
      names: executor.names, today: execution.today)
    let scope = Scope(id, executor, words)
    scopes[key] = scope
    return scope
  }

  // MARK: Proving

  /// Proves that a condition holds of some things, or that it does not.
  ///
  /// - Returns: `nil` if the only way there leads through what is being proved.
  func prove(
    _ condition: BoundCondition, _ things: [Int: Entity], in scope: Scope
  ) throws(Stop) -> Proof? {
    try execution.budget.spend()
    try execution.budget.keep(bytes: Prover.bytesOfStep)
    if isComparing { comparisonsLeft -= 1 }
    depth += 1
    defer { depth -= 1 }
    guard depth < depthLimit else {
      throw .limit(.depth, used: depth, allowed: depthLimit)
    }
    let holds = try scope.holds(condition, things)
    switch condition {
    case .all(let parts):
      return try several(.all, parts, eachCounts: holds, condition, holds, things, scope)
    case .any(let parts):
      return try several(.either, parts, eachCounts: !holds, condition, holds, things, scope)
    case .not(let inner):
      guard let proof = try prove(inner, things, in: scope) else { return nil }
      return step(.opposite, condition, holds, things, scope, parts: [proof])
    case .isOf, .same: return step(.identity, condition, holds, things, scope)
    case .known(.entity): return step(.identity, condition, holds, things, scope)
    case .compare, .known: return try value(condition, holds, things, scope)
    case .link(let link, let from, let to):
      return try self.link(link, from, to, condition, holds, things, scope)
    case .definition(let id, let operands):
      let arguments = operands.map { scope.thing($0, things) }
      return try definition(
        id, arguments, condition, holds, things, scope, at: scope.executor.time)
    case .quantified(let quantifier, let variable, let among, let inside):
      return try quantified(
        quantifier, variable, among, inside, condition, holds, things, scope)
    case .during(let time, let inner):
      return try otherDays(time, inner, condition, holds, things, scope)
    }
  }

  func step(
    _ reason: Proof.Reason, _ condition: BoundCondition, _ holds: Bool, _ things: [Int: Entity],
    _ scope: Scope, facts: [Proof.Fact] = [], parts: [Proof] = [], candidates: [Entity] = [],
    lacking: [BoundCondition] = [], way: [Entity] = [], sentence: String? = nil
  ) -> Proof {
    Proof(
      sentence: sentence ?? scope.words.sentence(condition, holds, things), holds: holds,
      reason: reason, facts: facts, parts: parts, isClaim: false,
      evidence: Proof.Evidence(
        condition: condition, things: things, scope: scope.id, time: scope.executor.time,
        candidates: candidates, lacking: lacking, way: way))
  }

  /// Explains several conditions by those that are as the whole is: all of them
  /// where each counts, else the one that takes the fewest steps.
  private func several(
    _ reason: Proof.Reason, _ parts: [BoundCondition], eachCounts: Bool,
    _ condition: BoundCondition, _ holds: Bool, _ things: [Int: Entity], _ scope: Scope
  ) throws(Stop) -> Proof? {
    var proofs: [Proof] = []
    if eachCounts {
      for part in parts {
        guard let proof = try prove(part, things, in: scope) else { return nil }
        proofs.append(proof)
      }
    } else {
      var choices: [Choice] = []
      for part in parts where try scope.holds(part, things) == holds {
        choices.append(Choice(condition: part, things: things, scope: scope))
      }
      guard let (_, proof) = try shortest(choices) else { return nil }
      proofs.append(proof)
    }
    return step(reason, condition, holds, things, scope, parts: proofs)
  }

  // MARK: Definitions

  func definition(
    _ id: DefinitionID, _ arguments: [Entity], _ condition: BoundCondition, _ holds: Bool,
    _ things: [Int: Entity], _ scope: Scope, at time: ResolvedTime
  ) throws(Stop) -> Proof? {
    let definition = execution.plan.declared[id.index]
    let goal = Goal(definition: id, things: arguments, time: time)
    if open[goal] != nil {
      // That it does not hold may rest on itself; that it holds may not.
      return holds ? nil : step(.again, condition, holds, things, scope)
    }
    open[goal] = holds
    defer { open[goal] = nil }
    let inner = self.scope(id, at: time)
    var own: [Int: Entity] = [:]
    for (parameter, thing) in zip(definition.parameters, arguments) {
      own[parameter.index] = thing
      let kinds = definition.variables[parameter.index].kinds
      guard kinds.contains(thing.kind) else {
        return step(.definition, condition, holds, things, scope)
      }
    }
    guard let proof = try prove(definition.meaning, own, in: inner) else { return nil }
    return step(.definition, condition, holds, things, scope, parts: [proof])
  }

  // MARK: Other days

  /// What proves things as of another day.
  func prover(on day: Int32) -> Prover {
    if let prover = others[day] { return prover }
    let prover = Prover(
      Execution(execution, on: Day(number: day)), depthLimit: depthLimit - depth)
    others[day] = prover
    return prover
  }

  /// What holds on some day is shown on one; that it holds on none, on each day
  /// on which that could have changed.
  private func otherDays(
    _ time: BoundTime, _ inner: BoundCondition, _ condition: BoundCondition, _ holds: Bool,
    _ things: [Int: Entity], _ scope: Scope
  ) throws(Stop) -> Proof? {
    var frame = scope.frame(things)
    let bound = things.keys.sorted().map(Variable.init)
    let span = DaySpan(try scope.executor.resolution(time, bound: bound)(&frame))
    let days =
      span.first <= span.last
      ? try ChangeDays.find(of: inner, in: scope.executor, from: span.first, to: span.last) : []
    let isShownByOne = holds != span.isEvery
    var parts: [Proof] = []
    var shown: [Int32] = []
    for day in days {
      try execution.budget.spend()
      let prover = prover(on: day)
      let there = prover.scope(scope.id, at: .on(day))
      if isShownByOne, try there.holds(inner, things) == span.isEvery { continue }
      guard var proof = try prover.prove(inner, things, in: there) else { return nil }
      proof.sentence = "on \(Day(number: day)): \(proof.sentence)"
      parts.append(proof)
      shown.append(day)
      if isShownByOne { break }
    }
    var whole = step(.day, condition, holds, things, scope, parts: parts)
    whole.evidence.days = shown
    return whole
  }
}
