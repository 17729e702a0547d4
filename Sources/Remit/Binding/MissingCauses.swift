// SPDX-License-Identifier: Apache-2.0

extension BoundCondition {
  /// The comparisons and definitions that stand under a negation: through them
  /// missing data can let a row in (reading rule 7).
  ///
  /// What a definition says inside is not looked at: its author has decided
  /// what missing data mean there, and says `undetermined if` where it matters.
  func missingCauses(in model: Model) -> [MissingCause] {
    var causes: [MissingCause] = []
    collect(negated: false, model, &causes)
    return causes
  }

  private func collect(negated: Bool, _ model: Model, _ causes: inout [MissingCause]) {
    func note(_ cause: MissingCause) {
      if negated, !causes.contains(cause) { causes.append(cause) }
    }
    switch self {
    case .all(let parts), .any(let parts):
      for part in parts { part.collect(negated: negated, model, &causes) }
    case .not(let part): part.collect(negated: !negated, model, &causes)
    case .compare(let lhs, _, let rhs):
      for case .attribute(let ids, _) in [lhs, rhs] {
        guard let first = ids.first, model.schema[first].type != .flag else { continue }
        note(.attribute(ids, name: model.schema[first].name))
      }
    case .definition(let id, _):
      if model[id].undetermined != nil { note(.undetermined(id)) }
    case .quantified(let quantifier, _, let among, let holds):
      switch quantifier {
      case .some, .count(.greater, _), .count(.greaterOrEqual, _):
        among.collect(negated: negated, model, &causes)
        holds.collect(negated: negated, model, &causes)
      case .no, .count(.less, _), .count(.lessOrEqual, _):
        among.collect(negated: !negated, model, &causes)
        holds.collect(negated: !negated, model, &causes)
      case .every:
        if !negated, !causes.contains(.vacuous) { causes.append(.vacuous) }
        among.collect(negated: !negated, model, &causes)
        holds.collect(negated: negated, model, &causes)
      case .only, .count:
        among.collect(negated: false, model, &causes)
        among.collect(negated: true, model, &causes)
        holds.collect(negated: negated, model, &causes)
        if case .count = quantifier { holds.collect(negated: !negated, model, &causes) }
      }
    case .during(_, let inner): inner.collect(negated: negated, model, &causes)
    case .isOf, .same, .known, .link: break
    }
  }
}
