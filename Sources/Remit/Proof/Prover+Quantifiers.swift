// SPDX-License-Identifier: Apache-2.0

extension Prover {
  /// Shows how many things fulfil a condition by those that matter: a witness,
  /// what offends, or every thing looked at with what it lacks.
  func quantified(
    _ quantifier: Quantifier, _ variable: Variable, _ among: BoundCondition,
    _ condition: BoundCondition, _ holds: Bool
  ) throws(Stop) -> Proof.Reason? {
    let (looked, asked) = split(quantifier, variable, among, condition)
    var inner = frame
    let things = try executor.gathering(variable, .all(looked), bound)(&inner)
    let ordered = graph.sorted(things)
    var fulfilling: [Entity] = []
    var others: [Entity] = []
    let fits = try executor.test(.all(asked), bound: bound + [variable])
    for thing in ordered {
      try executor.budget.spend()
      inner.slots[variable.index] = thing
      if try fits(&inner) {
        fulfilling.append(thing)
      } else {
        others.append(thing)
      }
    }
    let wanted: String
    var shown: [Entity]
    var needsOne = false
    switch quantifier {
    case .some:
      (wanted, shown, needsOne) = ("some", holds ? fulfilling : others, holds)
    case .no:
      (wanted, shown, needsOne) = ("no", holds ? others : fulfilling, !holds)
    case .every, .only:
      wanted = quantifier == .every ? "every" : "only"
      (shown, needsOne) = (holds ? fulfilling : others, !holds)
    case .count(let comparison, let number):
      wanted = "\(comparison.rawValue) \(number)"
      shown = fulfilling
    }
    var candidates: [Proof.Candidate] = []
    var isCircular = false
    for thing in shown {
      if candidates.count == (needsOne ? 1 : Proof.Quantified.mostShown) { break }
      let prover = binding(variable, to: thing)
      var proofs: [Proof] = []
      var isShown = true
      for part in looked + asked where isShown {
        guard let proof = try prover.prove(part) else {
          isShown = false
          break
        }
        proofs.append(proof)
        // The first that fails is enough.
        if !proof.holds { break }
      }
      if isShown {
        candidates.append(Proof.Candidate(thing: label(thing), proofs: proofs))
      } else {
        isCircular = true
      }
    }
    if isCircular, !needsOne || candidates.isEmpty { return nil }
    let kinds = executor.kinds(variable)
    func words(_ word: (KindID) -> String) -> String {
      kinds.count > 3 ? word(KindID(-1)) : kinds.map(word).joined(separator: " or ")
    }
    return .quantified(
      Proof.Quantified(
        wanted: wanted,
        noun: words { $0.index < 0 ? "thing" : graph.schema[$0].singular },
        nouns: words { $0.index < 0 ? "things" : graph.schema[$0].plural },
        looked: things.count, fulfilling: fulfilling.count, candidates: candidates,
        omitted: needsOne ? 0 : shown.count - candidates.count))
  }

  /// What makes a thing a candidate, and what is asked of the candidates. A
  /// link to something known makes one, so that few are looked at.
  private func split(
    _ quantifier: Quantifier, _ variable: Variable, _ among: BoundCondition,
    _ condition: BoundCondition
  ) -> (looked: [BoundCondition], asked: [BoundCondition]) {
    switch quantifier {
    case .every, .only: return (among.conjuncts, condition.conjuncts)
    case .some, .no, .count:
      let parts = among.conjuncts + condition.conjuncts
      let looked = parts.filter { part in
        guard case .link = part else { return false }
        return part.freeVariables.subtracting(bound) == [variable]
      }
      let links = looked.isEmpty ? among.conjuncts : Array(looked.prefix(1))
      return (links, parts.filter { !links.contains($0) })
    }
  }
}
