// SPDX-License-Identifier: Apache-2.0

/// What is made of conditions and terms, and can be looked through.
protocol BoundParts {
  /// Returns the same with every condition and term directly inside it replaced.
  func mapParts(
    condition: (BoundCondition) -> BoundCondition, term: (BoundTerm) -> BoundTerm
  ) -> Self
}

extension BoundParts {
  /// Looks at every condition and term directly inside.
  func forEachPart(condition: (BoundCondition) -> Void, term: (BoundTerm) -> Void) {
    _ = mapParts(
      condition: {
        condition($0)
        return $0
      },
      term: {
        term($0)
        return $0
      })
  }

  /// Whether something holds of a condition or a term directly inside.
  func hasPart(condition: (BoundCondition) -> Bool, term: (BoundTerm) -> Bool) -> Bool {
    var found = false
    forEachPart(
      condition: { found = found || condition($0) }, term: { found = found || term($0) })
    return found
  }
}

extension BoundCondition: BoundParts {}
extension BoundTerm: BoundParts {}
