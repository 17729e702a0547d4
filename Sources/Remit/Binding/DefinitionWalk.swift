// SPDX-License-Identifier: Apache-2.0

/// Looks at conditions and terms with all that is inside them, and once at each
/// definition that they lead to.
final class DefinitionWalk {
  private let definitions: [Definition]
  private let onCondition: (BoundCondition) -> Void
  private let onTerm: (BoundTerm) -> Void
  private var seen: Set<DefinitionID> = []

  init(
    _ definitions: [Definition], onCondition: @escaping (BoundCondition) -> Void = { _ in },
    onTerm: @escaping (BoundTerm) -> Void
  ) {
    (self.definitions, self.onCondition, self.onTerm) = (definitions, onCondition, onTerm)
  }

  func look(at condition: BoundCondition) {
    onCondition(condition)
    switch condition {
    case .definition(let id, _): look(at: id)
    case .link(let link, _, _): look(at: link)
    default: break
    }
    condition.forEachPart(condition: look, term: look)
  }

  func look(at term: BoundTerm) {
    onTerm(term)
    term.forEachPart(condition: look, term: look)
  }

  func look(at link: BoundLink) {
    for case .defined(let id) in link.relations { look(at: id) }
  }

  private func look(at id: DefinitionID) {
    guard id.index < definitions.count, seen.insert(id).inserted else { return }
    look(at: definitions[id.index].body)
    if let undetermined = definitions[id.index].undetermined { look(at: undetermined) }
  }
}
