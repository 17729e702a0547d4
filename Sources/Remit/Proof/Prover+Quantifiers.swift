// SPDX-License-Identifier: Apache-2.0

/// The steps that are about one of several things, or about all of them.
extension Prover {
  func quantified(
    _ quantifier: Quantifier, _ variable: Variable, _ among: BoundCondition,
    _ inside: BoundCondition, _ condition: BoundCondition, _ holds: Bool,
    _ things: [Int: Entity], _ scope: Scope
  ) throws(Stop) -> Proof? {
    let both = BoundCondition.conjunction([among, inside])
    var question = Question(variable: variable, things: things, scope: scope, prover: self)
    var sentence: String?
    let isPositive = quantifier == .some && holds || quantifier == .no && !holds
    switch quantifier {
    case .some, .no:
      if isPositive {
        guard try question.showOne(try question.holding(both), both) else { return nil }
      } else {
        let candidates = try question.candidates(both)
        guard try question.showEach(candidates, both) else { return nil }
        if candidates.isEmpty, !question.lacking.isEmpty {
          // Nothing comes into question: the rest of the condition is no reason.
          let reason = BoundCondition.conjunction(question.lacking)
          sentence = scope.words.sentence(
            .quantified(quantifier, variable, among: reason, holds: .always), holds, things)
        }
      }
    case .every, .only:
      let asked = try question.holding(among)
      if holds {
        guard try question.showEach(asked, both) else { return nil }
      } else if asked.isEmpty, quantifier == .only {
        guard try question.showEach(try question.candidates(among), among) else { return nil }
      } else {
        let exception = BoundCondition.conjunction([among, .not(inside)])
        var exceptions: [Entity] = []
        for entity in asked where try !question.isSo(inside, of: entity) {
          exceptions.append(entity)
        }
        guard try question.showOne(exceptions, exception) else { return nil }
      }
    case .count:
      guard try question.showEach(try question.holding(both), both) else { return nil }
    }
    var said = sentence ?? scope.words.sentence(condition, holds, things)
    if question.reason == .witness, let record = question.shown.first,
      graph.ends(of: record) != nil
    {
      said += ": \(scope.words.name(record))"
    }
    return step(
      question.reason, condition, holds, things, scope, parts: question.parts,
      candidates: question.shown, lacking: question.lacking, sentence: said)
  }

  /// What is asked of the things that one variable stands for.
  private struct Question {
    let variable: Variable
    let things: [Int: Entity]
    let scope: Scope
    let prover: Prover
    var parts: [Proof] = []
    var shown: [Entity] = []
    var reason = Proof.Reason.candidates
    /// What the things that are not shown lack.
    var lacking: [BoundCondition] = []

    init(variable: Variable, things: [Int: Entity], scope: Scope, prover: Prover) {
      self.variable = variable
      self.things = things
      self.scope = scope
      self.prover = prover
    }

    private func bound(_ entity: Entity) -> [Int: Entity] {
      var inner = things
      inner[variable.index] = entity
      return inner
    }

    func isSo(_ condition: BoundCondition, of entity: Entity) throws(Stop) -> Bool {
      try scope.holds(condition, bound(entity))
    }

    /// Shows the one thing for which a condition takes the fewest steps.
    mutating func showOne(
      _ entities: [Entity], _ condition: BoundCondition
    ) throws(Stop) -> Bool {
      reason = .witness
      let choices = entities.map { entity in
        let isNamed = prover.graph.ends(of: entity) != nil
        return Choice(
          condition: condition, things: bound(entity), scope: scope.about(isNamed ? entity : nil))
      }
      guard let (place, proof) = try prover.shortest(choices) else { return false }
      parts = [proof]
      shown = [entities[place]]
      return true
    }

    /// Shows for each thing whether a condition holds.
    mutating func showEach(
      _ entities: [Entity], _ condition: BoundCondition
    ) throws(Stop) -> Bool {
      let scope = scope.about(nil)
      for entity in entities {
        guard let proof = try prover.prove(condition, bound(entity), in: scope) else {
          return false
        }
        parts.append(proof)
        shown.append(entity)
      }
      return true
    }

    /// The things of which a condition holds.
    func holding(_ condition: BoundCondition) throws(Stop) -> [Entity] {
      let first = condition.conjuncts.first { $0.isFinding(variable) }
      var found: [Entity] = []
      for entity in EntitySet(all: scope.executor.kinds(variable), in: prover.graph).entities {
        try prover.execution.budget.spend()
        if let first, try !isSo(first, of: entity) { continue }
        if try isSo(condition, of: entity) { found.append(entity) }
      }
      return prover.graph.sorted(found)
    }

    /// The things that come into question: those at the other end of a link that
    /// has to be there, of several the one with the fewest; for records, those
    /// that join what they have to join. Without a link, all there are.
    mutating func candidates(_ condition: BoundCondition) throws(Stop) -> [Entity] {
      let graph = prover.graph
      let kinds = scope.executor.kinds(variable)
      let links = condition.conjuncts.filter { $0.isFinding(variable) }
      let ends = condition.conjuncts.filter { $0.isEnd(of: variable, graph.schema) }
      var ways = links.map { [$0] }
      if kinds.allSatisfy({ graph.schema.isRecord($0) }), !ends.isEmpty { ways = [ends] + ways }
      guard !ways.isEmpty else {
        return graph.sorted(Array(EntitySet(all: kinds, in: graph).entities))
      }
      var best: [Entity]?
      for way in ways where best?.isEmpty != true {
        let found = try holding(.conjunction(way))
        if let best, best.count <= found.count { continue }
        (best, lacking) = (found, way)
      }
      return best ?? []
    }
  }
}

extension Schema {
  /// Whether the things of a kind are the links of a relation.
  fileprivate func isRecord(_ kind: KindID) -> Bool { relations.contains { $0.record == kind } }
}

extension BoundCondition {
  /// Whether a variable's things are found by it: a link that leads there.
  fileprivate func isFinding(_ variable: Variable) -> Bool {
    guard case .link(let link, let from, let to) = self, link.time.isClosed else { return false }
    return from == .variable(variable) || to == .variable(variable)
  }

  private func isIdentity(of variable: Variable) -> Bool {
    guard case .same(let lhs, let rhs) = self else { return false }
    return lhs == .variable(variable) || rhs == .variable(variable)
  }

  /// Whether it says what a record joins, or that it is what something else is.
  fileprivate func isEnd(of record: Variable, _ schema: Schema) -> Bool {
    switch self {
    case .link(let link, .variable(let from), _):
      return from == record && link.time.isClosed
        && link.relations.allSatisfy { relation in
          if case .stored(let id) = relation { schema[id].origin != .stored } else { false }
        }
    case .quantified(.some, let end, let among, let inside):
      // `whose competence is n's competence`: one thing, at two ends.
      let parts = among.conjuncts + inside.conjuncts
      return parts.contains { $0.isEnd(of: record, schema) && $0.isFinding(end) }
        && parts.allSatisfy { $0.isFinding(end) || $0.isIdentity(of: end) }
    default: return false
    }
  }
}
