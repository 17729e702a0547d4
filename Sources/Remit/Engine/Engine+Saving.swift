// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// A statement that declared something, as it was written.
  struct Declaration: Sendable {
    var text: String
    /// Whether it looked at the facts: it has to stand behind them.
    var usesFacts: Bool
  }

  /// Keeps the text of a declaration.
  mutating func noteDeclaration(_ statement: StatementSyntax, _ context: Context) {
    let usesFacts: Bool
    switch statement {
    case .kind, .relation, .event, .define: usesFacts = declarations.last?.usesFacts ?? false
    case .let, .exception: usesFacts = true
    case .named: usesFacts = declarations.last?.usesFacts ?? false
    default: return
    }
    let text = context.source.text(in: context.range)
    declarations.append(Declaration(text: text, usesFacts: usesFacts))
  }

  /// The model and the facts as statements: a script that makes them again.
  ///
  /// The declarations stand as they were written. The facts stand in the order of
  /// answers, so that the text depends on nothing but what is known.
  ///
  /// - Returns: The script.
  /// - Throws: ``QueryError`` if something is known that no statement can say.
  /// - Complexity: O(*n* log *n*) in the things and links.
  public mutating func saved() throws(QueryError) -> String {
    try saved(
      Context(source: SourceText(""), range: SourceRange(0, 0), cancellation: nil))
  }

  private mutating func saved(_ context: Context) throws(QueryError) -> String {
    // What is restricted lacks declarations that others rest on.
    guard authorize == nil else {
      throw context.error(EngineMessages.restrictedIsNotSaved(at: context.range))
    }
    let graph = currentGraph()
    var text = "remit 1\n\n# The model and the facts of a register, as of \(today).\n"
    for declaration in declarations where !declaration.usesFacts {
      text += "\n\(declaration.text)\n"
    }
    var facts = FactLines(graph: graph, model: model, context: context, limits: limits)
    try facts.write(into: &text)
    for declaration in declarations where declaration.usesFacts {
      text += "\n\(declaration.text)\n"
    }
    return text
  }

  /// Writes the model and the facts to a file.
  mutating func save(_ file: NameSyntax, _ context: Context) throws(QueryError) -> Outcome {
    guard writer != nil else {
      throw context.error(EngineMessages.noWriter(file.text, at: file.range))
    }
    try check(.save(file.text), context, at: file.range)
    let text = try saved(context)
    try write(HeldWrite(content: .script(text), file: file, source: context.source))
    return .wrote("Saved the model and the facts to \(file.text).", notes: [])
  }
}

/// Writes the things and the links of a graph as statements.
private struct FactLines {
  let graph: Graph
  let model: Model
  let context: Engine.Context
  let limits: Limits
  /// What things are called, as it was found out.
  private var names: [Entity: String] = [:]
  private var schema: Schema { graph.schema }

  init(graph: Graph, model: Model, context: Engine.Context, limits: Limits) {
    self.graph = graph
    self.model = model
    self.context = context
    self.limits = limits
  }

  mutating func write(into text: inout String) throws(QueryError) {
    for kind in schema.kinds where !kind.isRecord && !kind.isTable {
      let things = graph.sorted(graph.nodes(of: kind.id).map { Entity(kind: kind.id, node: $0) })
      if !things.isEmpty { text += "\n# \(kind.plural)\n" }
      for thing in things {
        try context.spendStep(of: limits)
        text += try add(thing, kind) + "\n"
      }
    }
    for relation in schema.relations
    where relation.origin == .stored && !isPart(relation) && !isOfTable(relation) {
      let lines = try links(of: relation)
      if !lines.isEmpty { text += "\n# \(relation.name)\n" }
      for line in lines { text += line + "\n" }
    }
  }

  // MARK: Things

  private func add(_ thing: Entity, _ kind: Kind) throws(QueryError) -> String {
    let display = schema.displayAttributes(of: kind.id).first
    var line = "add \(graph.isUnknown(thing) ? "unknown " : "")\(kind.singular)"
    if let display, case .text(let name)? = graph.value(of: display, for: thing.node) {
      line += " \(try quoted(name))"
    }
    var settings: [String] = []
    for attribute in kind.attributes
    where attribute != display && schema[attribute].source != .membership {
      let value = graph.value(of: attribute, for: thing.node)
      if let setting = try setting(attribute, value) { settings.append(setting) }
    }
    return settings.isEmpty ? line : "\(line) with \(settings.joined(separator: ", "))"
  }

  /// How a value is set; flags that are not set say nothing.
  private func setting(_ attribute: AttributeID, _ value: Value?) throws(QueryError) -> String? {
    let name = schema[attribute].name
    switch value {
    case nil, .flag(false): return nil
    case .flag(true): return name
    case .number(let number):
      // Digits and a point are a number; any other is read from its text.
      let text = Int64(exactly: number).map { "\($0)" } ?? "\(number)"
      let isPlain = text.utf8.allSatisfy { $0 &- 48 < 10 || $0 == UInt8(ascii: ".") }
      return "\(name) \(isPlain ? text : "\"\(text)\"")"
    case .choice(let choice, _):
      let isPlain = choice.utf8.allSatisfy { $0 &- 97 < 26 || $0 == 32 || $0 == 45 }
      return "\(name) \(isPlain ? choice : try quoted(choice))"
    case .text(let text): return "\(name) \(try quoted(text))"
    case .some(let value): return "\(name) \(value)"
    }
  }

  /// A text in quotes, if a script can have it.
  private func quoted(_ text: String) throws(QueryError) -> String {
    guard
      text.unicodeScalars.allSatisfy({
        !$0.isDeceptive(quoted: true) || HiddenMark($0) != nil
      })
    else {
      throw context.error(EngineMessages.unsavableText(text, at: context.range))
    }
    return SyntaxPrinter().quote(text)
  }

  /// What finds a thing among those of some kinds, and no other.
  private func name(of thing: Entity, among kinds: [KindID]) throws(QueryError) -> String {
    for attribute in schema.namingAttributes(of: thing.kind) {
      guard case .text(let text)? = graph.value(of: attribute, for: thing.node),
        graph.find(text, kinds: kinds) == [thing]
      else { continue }
      return try quoted(text)
    }
    throw context.error(
      EngineMessages.unsavableThing(
        "\(schema[thing.kind].singular) \(graph.label(of: thing))", at: context.range))
  }

  private mutating func name(of thing: Entity) throws(QueryError) -> String {
    if let name = names[thing] { return name }
    let name = "\(schema[thing.kind].singular) \(try name(of: thing, among: [thing.kind]))"
    names[thing] = name
    return name
  }

  // MARK: Links

  /// Whether it is about rows, which `let` makes again.
  private func isOfTable(_ relation: Relation) -> Bool {
    relation.left.contains { schema[$0].isTable }
  }

  private func isPart(_ relation: Relation) -> Bool {
    schema.relations.contains { $0.parts.contains(relation.id) }
  }

  /// A link with what it is sorted by.
  private struct Line {
    var order: [Int64]
    var text: String
  }

  private mutating func links(of relation: Relation) throws(QueryError) -> [String] {
    var lines: [Line] = []
    for table in graph.linkTables(of: relation.id) where table.count > 0 {
      guard !schema[table.left].isRecord, !schema[table.right].isRecord else {
        throw context.error(EngineMessages.unsavableLinks(relation.name, at: context.range))
      }
      let lefts = table.lefts()
      for link in 0..<table.count {
        try context.spendStep(of: limits)
        let left = Entity(kind: table.left, node: lefts[link])
        let right = Entity(kind: table.right, node: table.target(ofLink: UInt32(link)))
        // A symmetric link is stored both ways round: one of them says it, and
        // always the same.
        if relation.isSymmetric, place(right).lexicographicallyPrecedes(place(left)) { continue }
        let (from, until) = (table.from?[link] ?? .min, table.until?[link] ?? .max)
        let text = try line(relation, table, UInt32(link), left, right, from, until)
        lines.append(
          Line(order: place(left) + place(right) + [Int64(from), Int64(until)], text: text))
      }
    }
    lines.sort { one, other in
      one.order == other.order
        ? one.text < other.text : one.order.lexicographicallyPrecedes(other.order)
    }
    return lines.map(\.text)
  }

  /// Where a thing stands among all in the order of answers.
  private func place(_ thing: Entity) -> [Int64] {
    [Int64(thing.kind.index), Int64(graph.rank(of: thing))]
  }

  private mutating func line(
    _ relation: Relation, _ table: LinkTable, _ link: UInt32, _ left: Entity, _ right: Entity,
    _ from: Int32, _ until: Int32
  ) throws(QueryError) -> String {
    let verb = (model.verbs[relation.name]?.isLink == true ? "is " : "") + relation.name
    var line = "\(try name(of: left)) \(verb) \(try name(of: right))"
    if from > .min { line += " \(relation.dating == .day ? "on" : "since") \(Day(number: from))" }
    if until < .max, relation.dating == .interval { line += " until \(Day(number: until))" }
    var settings: [String] = []
    for attribute in relation.attributes where schema[attribute].source != .membership {
      let value = table.attributes[attribute]?.value(at: Int(link))
      if let setting = try setting(attribute, value) { settings.append(setting) }
    }
    if let record = graph.record(of: link, in: table) {
      for part in relation.parts { settings += try self.parts(part, of: record) }
    }
    return settings.isEmpty ? line : "\(line) with \(settings.joined(separator: ", "))"
  }

  /// The things a record is linked to by one of its parts.
  private func parts(_ part: RelationID, of record: Entity) throws(QueryError) -> [String] {
    var things: [Entity] = []
    for table in graph.linkTables(of: part) where table.left == record.kind {
      guard Int(record.node) < table.forward.nodeCount else { continue }
      things += table.forward.neighbors(of: record.node).map {
        Entity(kind: table.right, node: $0)
      }
    }
    return try graph.sorted(things).map { (thing) throws(QueryError) in
      "\(schema[part].name) \(try name(of: thing, among: schema[part].right))"
    }
  }
}
