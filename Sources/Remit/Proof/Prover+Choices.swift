// SPDX-License-Identifier: Apache-2.0

/// Which of several ways a proof takes.
extension Prover {
  /// Something that would do as a reason.
  struct Choice {
    let condition: BoundCondition
    let things: [Int: Entity]
    let scope: Scope
  }

  /// The proof with the fewest steps among several of which one is enough; of two
  /// of equal length, the earlier.
  ///
  /// What needs no more than a look at the facts is tried first. Beyond
  /// ``mostComparisons`` steps the first way found is taken.
  ///
  /// - Returns: The proof and the place of its choice; `nil` if every way leads
  ///   through what is being proved.
  func shortest(_ choices: [Choice]) throws(Stop) -> (place: Int, proof: Proof)? {
    var best: (place: Int, proof: Proof, size: Int)?
    var tooDeep: Stop?
    let wasComparing = isComparing
    defer { isComparing = wasComparing }
    let order =
      choices.indices.filter { choices[$0].condition.isLeaf }
      + choices.indices.filter { !choices[$0].condition.isLeaf }
    for place in order {
      if let best {
        if best.size <= 1 || comparisonsLeft <= 0 { break }
        isComparing = true
      }
      let choice = choices[place]
      do throws(Stop) {
        guard let proof = try prove(choice.condition, choice.things, in: choice.scope) else {
          continue
        }
        let size = proof.size
        if let best, best.size < size || best.size == size && best.place < place { continue }
        best = (place, proof, size)
      } catch {
        guard case .limit(.depth, _, _) = error else { throw error }
        tooDeep = error
      }
    }
    if let best { return (best.place, best.proof) }
    if let tooDeep { throw tooDeep }
    return nil
  }
}

extension Proof {
  /// How many steps it has.
  fileprivate var size: Int { parts.reduce(1) { $0 + $1.size } }
}

extension BoundCondition {
  /// Whether it is shown by what is on record alone.
  fileprivate var isLeaf: Bool {
    switch self {
    case .isOf, .same: return true
    case .not(let inner): return inner.isLeaf
    case .compare(let lhs, _, let rhs): return !lhs.hasCondition && !rhs.hasCondition
    case .known(let term): return !term.hasCondition
    case .link(let link, _, _):
      return link.repetition == nil
        && link.relations.allSatisfy { if case .stored = $0 { true } else { false } }
    case .all, .any, .definition, .quantified, .during: return false
    }
  }
}
