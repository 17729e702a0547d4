// SPDX-License-Identifier: Apache-2.0

/// Finds the things that names mean, or says why there is no such thing.
struct NameLookup {
  let graph: Graph
  let parameters: [String: Value]

  /// What a name was found to mean.
  enum Outcome {
    case thing(Entity)
    case problem(Diagnostic)
  }

  /// How many things are listed when a name could mean any of them.
  private static let mostListed = 5

  func resolve(_ name: BoundName) -> Outcome {
    var name = name
    let isParameter = name.isParameter
    if isParameter {
      guard let value = parameters[name.text] else {
        return .problem(NameLookup.unknownParameter(name.text, at: name.range))
      }
      name.text = value.description
    }
    let found = graph.find(name.text, kinds: name.kinds)
    if found.count == 1 { return .thing(found[0]) }
    var problem =
      found.isEmpty
      ? BindingMessages.unknownName(
        name,
        nearest: graph.names(near: name.text, kinds: name.kinds, limit: 3),
        kinds: name.kinds.map { graph.schema[$0].singular }.joined(separator: " or ")
      ) : BindingMessages.ambiguousName(name, choices: choices(name.text, found))
    // The value of a parameter is not in the text, so no edit of it can help.
    if isParameter || found.count > 1 && Set(found.map(\.kind)).count == 1 { problem.edits = [] }
    return .problem(problem)
  }

  /// The things a name could mean, with their kinds; by what else they are
  /// called where they are of one kind.
  private func choices(_ text: String, _ found: [Entity]) -> [String] {
    let isOneKind = Set(found.map(\.kind)).count == 1
    let listed = found.prefix(NameLookup.mostListed).map { entity in
      let name = isOneKind ? graph.label(of: entity) : text
      return "\(graph.schema[entity.kind].singular) \(BindingMessages.quotedName(name))"
    }
    return listed.removingRepetitions { _ in false }
  }

  static func unknownParameter(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unknown-parameter",
      "there is no value for the parameter '$\(name)'",
      at: range
    )
  }
}
