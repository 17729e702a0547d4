// SPDX-License-Identifier: Apache-2.0

/// Something that a statement wants to read, open, write or change.
public enum Access: Sendable, Hashable {
  /// The things of a kind, by its word for one: `person`.
  case kind(String)
  /// An attribute of the things of a kind: `salary` of `person`.
  case attribute(String, of: String)
  /// The links of a relation, by its verb and the kinds at its ends.
  case relation(String, from: [String], to: [String])
  /// Reading a script that a `use` names.
  case use(String)
  /// Reading a data file that a `load` names.
  case load(String)
  /// Writing an answer to a file.
  case export(String)
  /// Writing the model and the facts to a file.
  case save(String)
  /// Changing a fact.
  case change
}

/// What is decided about an ``Access``.
public enum Permission: Sendable, Hashable {
  /// It is allowed.
  case allowed
  /// It is refused, and the error says so.
  case denied
  /// It is refused as if it did not exist: its word is as unknown as any other, and
  /// nothing suggests it. Of files and changes it is the same as ``denied``.
  case hidden
}

extension Engine {
  /// Refuses to open, write or change what is not allowed.
  func check(
    _ access: Access, _ context: Context, at range: SourceRange
  ) throws(QueryError) {
    guard let authorize, authorize(access) != .allowed else { return }
    throw context.error(EngineMessages.notAllowed(access, at: range))
  }

  /// Takes what may not be read from the model and from what names the graph knows.
  ///
  /// - Complexity: O(*n*) in the model and in what is hidden.
  mutating func restrict(by authorize: @escaping @Sendable (Access) -> Permission) {
    let graph = currentGraph()
    var hidden = HiddenParts()
    var denied = HiddenParts()
    let schema = model.schema
    for kind in schema.kinds where !kind.isHidden {
      switch authorize(.kind(kind.singular)) {
      case .allowed: break
      case .denied: denied.kinds.insert(kind.id)
      case .hidden: hidden.kinds.insert(kind.id)
      }
    }
    for attribute in schema.attributes where !attribute.isHidden && attribute.source != .membership
    {
      switch authorize(.attribute(attribute.name, of: schema[attribute.kind].singular)) {
      case .allowed: break
      case .denied: denied.attributes.insert(attribute.id)
      case .hidden: hidden.attributes.insert(attribute.id)
      }
    }
    for relation in schema.relations where !relation.isHidden && relation.origin == .stored {
      let (left, right) = (relation.left, relation.right)
      let access = Access.relation(
        relation.name, from: left.map { schema[$0].singular },
        to: right.map { schema[$0].singular })
      switch authorize(access) {
      case .allowed: break
      case .denied: denied.relations.insert(relation.id)
      case .hidden: hidden.relations.insert(relation.id)
      }
    }
    // What is denied is unknown too, but its words are kept for the message.
    let known = model.hiding(hidden)
    model = known.hiding(denied)
    deniedWords.formUnion(known.vocabulary.terms.keys.filter { model.vocabulary.terms[$0] == nil })
    denied.kinds.formUnion(hidden.kinds)
    denied.attributes.formUnion(hidden.attributes)
    denied.relations.formUnion(hidden.relations)
    denied.close(in: schema)
    self.graph = graph.hiding(denied)
    cache = ExecutionCache()
    // What others have asked is no business of who may know less.
    planCache = PlanCache()
    hostColumns = HostColumns()
    hostWords = hostWords.filter { !denied.attributes.contains($0.key) }
    questions = []
    exceptions = [:]
    declarations = []
    let outer = self.authorize
    self.authorize = { access in
      // Who was refused something cannot be given it again.
      if let outer, outer(access) != .allowed { return outer(access) }
      return authorize(access)
    }
  }

  /// The word at the beginning of a place that may not be asked about, if there is one.
  func deniedWord(at start: Int, in source: SourceText) -> SourceRange? {
    guard !deniedWords.isEmpty else { return nil }
    var end = start
    var found: Int?
    var words: [String] = []
    // Four words are more than any form has; a longer one is told by its first.
    while words.count < 4, end < source.bytes.count {
      while end < source.bytes.count, source.bytes[end] == 0x20 { end += 1 }
      let from = end
      while end < source.bytes.count, source.bytes[end] > 0x20,
        !",.:;()\"".utf8.contains(source.bytes[end])
      {
        end += 1
      }
      guard end > from else { break }
      words.append(source.text(in: SourceRange(from, end)).lowercased())
      if deniedWords.contains(words.joined(separator: " ")) { found = end }
    }
    return found.map { SourceRange(start, $0) }
  }
}
