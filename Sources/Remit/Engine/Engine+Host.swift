// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What functions of the host have told of the things of one graph.
///
/// The functions are called without the lock: one that asks the engine in turn waits for
/// nobody.
final class HostColumns: Sendable {
  private let columns = Mutex<[AttributeID: PropertyColumn]>([:])

  subscript(attribute: AttributeID) -> PropertyColumn? {
    columns.withLock { $0[attribute] }
  }

  func store(_ column: PropertyColumn, for attribute: AttributeID) {
    columns.withLock { $0[attribute] = column }
  }
}

extension Engine {
  /// Lets a function of the host tell an attribute of the things of a kind.
  ///
  /// Its word is then used like one that has been declared, a flag's as an adjective:
  ///
  ///     try engine.provide("risk score", of: "control") { control in scores[control.name] }
  ///     try engine.provide("exposed", of: "asset") { asset in scanner.sees(asset.name) }
  ///     try engine.run("controls whose risk score is above 5 that protect an exposed asset")
  ///
  /// A statement that reads the attribute calls the function once for every thing of the
  /// kind, on the thread that asks or one that it waits for, before it looks at anything
  /// else. What a pure one has told is kept until a fact changes; another one is asked
  /// again for each statement. As any value without dates, what it tells is taken as it is
  /// now. A function may ask a ``Snapshot`` in turn. One that never returns cannot be
  /// stopped: it has to look at a clock or at a flag of its own.
  ///
  /// - Parameters:
  ///   - word: The name of the attribute, or the adjective.
  ///   - kind: The word for one thing of the kind.
  ///   - isPure: Whether it tells the same of a thing while no fact changes.
  ///   - cost: How many steps of ``Limits/steps`` one call counts as.
  ///   - tell: Tells the value of a thing; `nil` if it has none. What it throws ends the
  ///     statement with an error at the word.
  /// - Throws: ``QueryError`` when there is no such kind, or the word is taken.
  /// - Complexity: O(1); each use O(things of the kind) calls.
  public mutating func provide<Told: HostValue>(
    _ word: String, of kind: String, isPure: Bool = true, cost: Int = 100,
    _ tell: @escaping @Sendable (Thing) throws -> Told?
  ) throws(QueryError) {
    let source = SourceText(word)
    let context = Context(
      source: source, range: SourceRange(0, source.bytes.count), cancellation: nil)
    guard let id = model.schema.kind(named: kind), !model.schema[id].isRecord,
      !model.schema[id].isTable
    else { throw context.error(EngineMessages.noKindForHost(kind, at: context.range)) }
    guard Told.remitType != .text || !["name", "title"].contains(word) else {
      throw context.error(EngineMessages.hostWordIsName(word, at: context.range))
    }
    var declarer = Declarer(model)
    let attribute = declarer.declareHostAttribute(
      RawWords(text: word, range: context.range), Told.remitType, of: id)
    try adopt(declarer, context)
    guard let attribute else { return }
    hostWords[attribute] = HostWord(isPure: isPure, cost: max(1, cost)) { try tell($0)?.remitValue }
  }

  /// The graph with what functions of the host tell of the things that a query reads.
  ///
  /// - Returns: The graph, and what may be remembered of it.
  /// - Throws: ``QueryError`` when a function throws, or a limit is reached.
  mutating func graph(
    for query: BoundQuery, terms: [BoundTerm] = [], conditions: [BoundCondition] = [],
    _ context: Context, _ budget: Budget
  ) throws(QueryError) -> (graph: Graph, cache: ExecutionCache) {
    let graph = currentGraph()
    guard !hostWords.isEmpty else { return (graph, cache) }
    var read = query.attributesRead(definitions: model.definitions)
    let walk = DefinitionWalk(model.definitions) { term in
      if case .attribute(let ids, _) = term { read.formUnion(ids) }
    }
    for term in terms { walk.look(at: term) }
    for condition in conditions { walk.look(at: condition) }
    let told = hostWords.filter { read.contains($0.key) }.sorted { $0.key.index < $1.key.index }
    guard !told.isEmpty else { return (graph, cache) }
    var columns = graph.columns
    columns.grow(to: model.schema.attributes.count)
    for (attribute, word) in told {
      if word.isPure, let known = hostColumns[attribute] {
        columns[attribute.index] = known
        continue
      }
      let column = try column(of: attribute, word, graph, context, budget)
      columns[attribute.index] = column
      if word.isPure { hostColumns.store(column, for: attribute) }
    }
    // What definitions hold of is not the same another time.
    let isSteady = told.allSatisfy(\.value.isPure)
    return (graph.with(columns), isSteady ? cache : ExecutionCache(succeeding: cache))
  }

  /// Asks a function about all things of its kind.
  private func column(
    of attribute: AttributeID, _ word: HostWord, _ graph: Graph, _ context: Context,
    _ budget: Budget
  ) throws(QueryError) -> PropertyColumn {
    let declared = model.schema[attribute]
    var column = PropertyColumn(type: declared.type)
    func failure(_ node: NodeID, _ reason: String) -> QueryError {
      context.error(
        EngineMessages.hostFailed(
          declared.name, of: graph.label(of: Entity(kind: declared.kind, node: node)), reason,
          at: context.place(of: declared.name)))
    }
    for node in graph.nodes(of: declared.kind) {
      do {
        try budget.spend(word.cost)
        try budget.keep(bytes: PropertyColumn.bytesOfValue)
      } catch { throw self.error(error, context) }
      try checkClock(context)
      if context.cancellation?.isCancelled == true {
        throw context.error(EngineMessages.cancelled(at: context.range), code: .cancelled)
      }
      let value: Value?
      do {
        value = try word.tell(
          Thing(graph: graph, entity: Entity(kind: declared.kind, node: node)))
      } catch { throw failure(node, "\(error)") }
      switch value {
      case .number(let number)? where !number.isFinite: throw failure(node, "\(number)")
      case .text(let text)? where text.utf8.count > limits.textBytes:
        throw context.error(
          ReachedLimit(.textBytes, used: text.utf8.count, allowed: limits.textBytes))
      case .text(let text)?:
        do { try budget.keep(bytes: text.utf8.count) } catch { throw self.error(error, context) }
      default: break
      }
      guard column.set(value, at: Int(node)) else { throw failure(node, "it is of another type") }
    }
    return column
  }
}

extension Engine.Context {
  /// Where a word stands in the statement; all of it, if a definition uses it.
  fileprivate func place(of word: String) -> SourceRange {
    let text = source.text(in: range).lowercased()
    guard text.utf8.count == range.end - range.start, let found = text.firstRange(of: word) else {
      return range
    }
    let start = range.start + text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return SourceRange(start, start + word.utf8.count)
  }
}

extension Graph {
  /// The same graph with other columns.
  fileprivate func with(_ columns: PropertyColumns) -> Graph {
    Graph(
      schema: schema, things: things, columns: columns, links: links, records: records,
      sources: sources)
  }
}

extension PropertyColumn {
  /// The most bytes that a value takes in a column, the text itself left aside.
  fileprivate static let bytesOfValue = 8
}
