// SPDX-License-Identifier: Apache-2.0

extension BoundCondition {
  /// The condition with what is missing taken for what is asked: `criticality(a) =
  /// critical ∨ ¬known(criticality(a))`.
  ///
  /// Only comparisons with attributes of a thing itself change, and only where they
  /// have to hold: those under a negation let in what is missing already. Flags
  /// never miss a value.
  ///
  /// - Parameters:
  ///   - head: The thing.
  ///   - schema: What there is.
  ///   - attributes: Gets the attributes that may be missing.
  /// - Returns: The condition, or itself where nothing can be missing.
  func lenient(
    about head: Variable, _ schema: Schema, attributes: inout [AttributeID]
  ) -> BoundCondition {
    switch self {
    case .all(let parts):
      return .all(parts.map { $0.lenient(about: head, schema, attributes: &attributes) })
    case .any(let parts):
      return .any(parts.map { $0.lenient(about: head, schema, attributes: &attributes) })
    case .compare(let lhs, _, let rhs):
      var either = [self]
      for term in [lhs, rhs] {
        guard case .attribute(let ids, .variable(head)) = term, let first = ids.first,
          schema[first].type != .flag
        else { continue }
        // What has no such attribute does not miss its value.
        let kinds = ids.map { schema[$0].kind }
        either.append(.all([.isOf(.variable(head), kinds), .not(.known(term))]))
        attributes += ids.filter { !attributes.contains($0) }
      }
      return either.count == 1 ? self : .any(either)
    case .not, .isOf, .same, .known, .link, .definition, .quantified, .during: return self
    }
  }
}
