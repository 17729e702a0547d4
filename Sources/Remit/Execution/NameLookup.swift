// SPDX-License-Identifier: Apache-2.0

/// A name in the place of one that a query was planned with.
struct GivenName: Hashable, Sendable {
  /// The number of the name in the query.
  let index: Int
  let text: String
}

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

  /// Finds what a name means, or what another text in its place does.
  func resolve(_ name: BoundName, as given: String? = nil) -> Outcome {
    if let thing = only(name, as: given) { return .thing(thing) }
    guard let text = text(of: name, as: given) else {
      return .problem(NameLookup.unknownParameter(name.text, at: name.range))
    }
    return resolve(name, meaning: text)
  }

  /// The only thing that a name, or another text in its place, means; `nil` if more has to
  /// be looked at.
  func only(_ name: BoundName, as given: String? = nil) -> Entity? {
    if let thing = name.thing { return thing }
    guard name.whoIs == nil, let text = text(of: name, as: given) else { return nil }
    return graph.only(named: text, kinds: name.kinds)
  }

  /// The text that is looked up; `nil` for a parameter without a value.
  private func text(of name: BoundName, as given: String?) -> String? {
    let text = given ?? name.text
    return name.isParameter ? parameters[text]?.description : text
  }

  /// Finds what a name means that several things have or none, or of which it matters
  /// what they are.
  private func resolve(_ name: BoundName, meaning text: String) -> Outcome {
    let (parameter, isParameter) = (name.text, name.isParameter)
    var name = name
    name.text = text
    let found = graph.find(text, kinds: name.kinds)
    if let whoIs = name.whoIs, var problem = notWho(name, found, whoIs) {
      if isParameter {
        problem.discreetMessage = BindingMessages.discreetWhoIs(parameter)
      }
      return .problem(problem)
    }
    if found.count == 1 { return .thing(found[0]) }
    var problem = found.isEmpty ? unknown(name) : ambiguous(name, found)
    // The value of a parameter is not in the text, so no edit of it can help.
    if isParameter {
      problem.edits = []
      problem.discreetMessage = BindingMessages.discreetName(
        parameter, kinds: name.kinds.map { graph.schema[$0].singular }, isUnknown: found.isEmpty)
    }
    return .problem(problem)
  }

  /// Why `who is CISO` asks for nobody: others have something to do with what
  /// is named, as nothing of its own kind has.
  private func notWho(
    _ name: BoundName, _ found: [Entity], _ range: SourceRange
  ) -> Diagnostic? {
    let kinds = found.map(\.kind).removingRepetitions { _ in false }
    let relations = kinds.compactMap { kind in
      graph.schema.relations.first { relation in
        relation.origin == .stored && !relation.isHidden && relation.right.contains(kind)
          && !relation.left.contains(kind)
      }
    }
    guard !kinds.isEmpty, relations.count == kinds.count else { return nil }
    return BindingMessages.whoIsThing(
      NameLookup.quoted(name.text), kinds.map { graph.schema[$0].singular },
      verbs: relations.map(\.name).removingRepetitions { _ in false }, at: range)
  }

  private func unknown(_ name: BoundName) -> Diagnostic {
    let near = graph.names(meantBy: name.text, kinds: name.kinds, limit: 3)
    let elsewhere = graph.find(
      name.text, kinds: graph.schema.kinds.filter { !$0.isHidden }.map(\.id))
    return BindingMessages.unknownName(
      name, nearest: near.map(NameLookup.quoted),
      kinds: name.kinds.map { graph.schema[$0].singular },
      otherKinds: elsewhere.map { graph.schema[$0.kind].singular })
  }

  /// Lists the things with their kinds; by what else they are called where
  /// they are of one kind, for then a kind before the name does not help.
  private func ambiguous(_ name: BoundName, _ found: [Entity]) -> Diagnostic {
    let isOneKind = Set(found.map(\.kind)).count == 1
    let choices = found.prefix(NameLookup.mostListed).map { entity in
      let text = isOneKind ? graph.label(of: entity) : name.text
      return "\(graph.schema[entity.kind].singular) \(NameLookup.quoted(text))"
    }.removingRepetitions { _ in false }
    return BindingMessages.ambiguousName(name, choices: choices, areEdits: !isOneKind)
  }

  /// The name as it has to be written: in quotes unless it is one word that
  /// reads as a name.
  static func quoted(_ name: String) -> String {
    let quoted = BindingMessages.quotedName(name)
    return name.contains(" ") && quoted == name ? SyntaxPrinter().quote(name) : quoted
  }

  static func unknownParameter(_ name: String, at range: SourceRange) -> Diagnostic {
    BindingMessages.unknownParameter(name, at: range)
  }
}
