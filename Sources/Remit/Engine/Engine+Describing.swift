// SPDX-License-Identifier: Apache-2.0

/// All that is known of one thing, on a page.
extension Engine {
  /// Tells all that is known of one thing: its attributes, the adjectives that hold of
  /// it, its links both ways with their days, and what is read from them.
  ///
  /// - Parameters:
  ///   - phrase: A phrase for one thing: its name, or a question with one answer.
  ///   - cancellation: What ends it from another thread.
  /// - Returns: What it is called, and a table of what is known, of links of a sort no
  ///   more than ten.
  /// - Throws: ``QueryError`` when the phrase is no question, or means no thing or several.
  package mutating func describe(
    _ phrase: String, cancellation: Cancellation? = nil
  ) throws(QueryError) -> (title: String, answer: QueryResult) {
    let source = SourceText(phrase)
    let range = StatementSplitter.split(source).last ?? SourceRange(0, source.bytes.count)
    let context = Context(source: source, range: range, cancellation: cancellation)
    let outer = startClock()
    defer { deadline = outer }
    let statement: StatementSyntax
    do { statement = try parse(range, of: source) } catch {
      return try describe(called: source.text(in: range), error, context)
    }
    guard case .question(let asked) = statement, !asked.isChanges, case .set = asked.subject
    else { throw context.error(EngineMessages.nothingToDescribe(at: range)) }
    _ = currentGraph()
    var engine = try world(of: asked.contexts, context).engine
    var bare = asked
    bare.contexts = []
    let things = try engine.things(of: bare, context)
    guard things.count == 1, let thing = things.first else {
      throw context.error(EngineMessages.notOneThing(things.count, at: asked.subjectRange))
    }
    return try engine.describe(thing, context)
  }

  /// Describes what has a name that is written as people write it: without quotes,
  /// capitals and accents. It is no question, and why is said where no name is like it.
  private mutating func describe(
    called name: String, _ error: QueryError, _ context: Context
  ) throws(QueryError) -> (title: String, answer: QueryResult) {
    let graph = currentGraph()
    let kinds = model.schema.kinds.filter { !$0.isRecord && !$0.isTable && !$0.isHidden }.map(\.id)
    let meant = graph.names(meantBy: name, kinds: kinds, limit: 3)
    let same = meant.filter { FoldedText.folded($0) == FoldedText.folded(name) }
    let things = graph.find(same.count == 1 ? same[0] : name, kinds: kinds)
    if things.count == 1 { return try describe(things[0], context) }
    guard !meant.isEmpty || !name.contains(where: \.isWhitespace) else { throw error }
    let bound = BoundName(text: name, isParameter: false, kinds: kinds, range: context.range)
    throw context.error(
      BindingMessages.unknownName(
        bound, nearest: meant.map(NameLookup.quoted),
        kinds: kinds.map { model.schema[$0].singular }, otherKinds: []))
  }

  /// The things that a question asks for, in the order of its answer.
  private mutating func things(
    of question: QuestionSyntax, _ context: Context
  ) throws(QueryError) -> [Entity] {
    let plan = try plan(question, context)
    let budget = budget(context)
    defer { context.meter.steps += budget.steps }
    let (graph, cache) = try graph(for: plan.query, context, budget)
    do {
      return try Executor.heads(
        plan, graph: graph, today: today, parameters: parameters, cache: cache, budget: budget
      ).things
    } catch { throw self.error(error, context) }
  }

  private mutating func describe(
    _ thing: Entity, _ context: Context
  ) throws(QueryError) -> (title: String, answer: QueryResult) {
    let graph = currentGraph()
    let kind = model.schema[thing.kind]
    var description = ThingDescription(graph: graph, model: model, today: today)
    description.add("kind", kind.singular)
    if graph.isUnknown(thing) { description.add("is", "unknown: nothing defines it") }
    description.addAttributes(of: thing)
    if let name = description.phrase(for: thing) {
      let adjectives = try adjectives(of: thing, called: name, context)
      if !adjectives.isEmpty { description.add("is", adjectives.joined(separator: ", ")) }
      for (what, question) in readings(of: thing.kind, called: name) {
        let read = try heads(question, context)
        if !read.isEmpty { description.add(what, read.map { ThingDescription.Link(thing: $0) }) }
      }
    }
    for relation in model.schema.relations
    where relation.origin == .stored && !relation.isHidden {
      try context.spendStep(of: limits)
      description.addLinks(of: relation, at: thing)
    }
    return ("\(kind.singular) \(description.label(thing))", description.answer)
  }

  /// The things that a text asks for; none where it is no question of this model.
  private mutating func heads(_ text: String, _ context: Context) throws(QueryError) -> [Entity] {
    let source = SourceText(text)
    let range = SourceRange(0, source.bytes.count)
    var inner = Context(source: source, range: range, cancellation: context.cancellation)
    inner.meter = context.meter
    guard case .question(let question)? = try? parse(range, of: source),
      Binder.bind(question, model: model, letters: context.letters).diagnostics.isEmpty
    else { return [] }
    return try things(of: question, inner)
  }

  /// The defined adjectives that hold of a thing.
  private mutating func adjectives(
    of thing: Entity, called name: String, _ context: Context
  ) throws(QueryError) -> [String] {
    var found: [String] = []
    for definition in model.definitions
    where definition.form == .adjective && !definition.isLet
      && !model.hiddenDefinitions.contains(definition.id) && !found.contains(definition.name)
    {
      guard let parameter = definition.parameters.first,
        definition.variables[parameter.index].kinds.contains(thing.kind)
      else { continue }
      if try heads("\(definition.name) \(name)", context) == [thing] {
        found.append(definition.name)
      }
    }
    return found
  }

  /// Questions for what is read from links: of relations that a definition reads
  /// otherwise than they are written.
  private func readings(
    of kind: KindID, called name: String
  ) -> [(what: String, question: String)] {
    var found: [(what: String, question: String)] = []
    for definition in model.definitions
    where definition.form == .verb && !model.hiddenDefinitions.contains(definition.id) {
      let written = model.schema.relations.first {
        $0.name == definition.name && $0.origin == .stored
      }
      guard let written, definition.parameters.count == 2 else { continue }
      let ends = definition.parameters.map { definition.variables[$0.index].kinds }
      if ends[0].contains(kind) {
        found.append(
          ("\(definition.name), as read", "something that \(name) \(definition.name)"))
      }
      if ends[1].contains(kind) {
        let noun = written.leftNoun ?? Inflection.verb(definition.name).passive
        found.append(("\(noun), as read", "something that \(definition.name) \(name)"))
      }
    }
    return found
  }
}

/// The rows of a description.
private struct ThingDescription {
  /// A link with its days, and what is recorded of it: `level 3`.
  struct Link {
    var thing: Entity
    var from: Day?
    var until: Day?
    var details: [String] = []
  }

  let graph: Graph
  let model: Model
  let today: Day
  private var rows: [[Value?]] = []
  private var schema: Schema { graph.schema }

  init(graph: Graph, model: Model, today: Day) {
    (self.graph, self.model, self.today) = (graph, model, today)
  }

  var answer: QueryResult {
    let titles = ["what", "is", "since", "until"]
    // Columns in which nothing stands are left out.
    let used = titles.indices.filter { place in
      place < 2 || rows.contains { $0[place] != nil }
    }
    return QueryResult(
      columns: used.map { QueryResult.Column(title: titles[$0], isNumeric: false) },
      rows: rows.map { row in used.map { row[$0] } })
  }

  /// What a thing is called, with its title.
  func label(_ thing: Entity) -> String {
    let label = graph.label(of: thing)
    let more = schema.displayAttributes(of: thing.kind).dropFirst().first
      .flatMap { graph.value(of: $0, for: thing.node)?.description }
    return more.map { $0 == label ? label : "\(label) \($0)" } ?? label
  }

  /// A thing with its kind: `role CISO`. A record says by itself what it is.
  private func called(_ thing: Entity) -> String {
    let (kind, label) = (schema[thing.kind].singular, label(thing))
    return label.hasPrefix(kind + " ") ? label : "\(kind) \(label)"
  }

  /// What finds a thing and no other: `person "Ann Li"`.
  func phrase(for thing: Entity) -> String? {
    for attribute in schema.namingAttributes(of: thing.kind) {
      if case .text(let text)? = graph.value(of: attribute, for: thing.node),
        graph.find(text, kinds: [thing.kind]) == [thing]
      {
        return "\(schema[thing.kind].singular) \(SyntaxPrinter().quote(text))"
      }
    }
    return nil
  }

  mutating func add(_ what: String, _ text: String) {
    rows.append([.text(what), .text(text), nil, nil])
  }

  mutating func addAttributes(of thing: Entity) {
    for attribute in schema[thing.kind].attributes.map({ schema[$0] })
    where attribute.source != .membership && !attribute.isHidden {
      guard let value = graph.value(of: attribute.id, for: thing.node), value != .flag(false)
      else { continue }
      rows.append([.text(attribute.name), value, nil, nil])
    }
  }

  /// Adds links of a sort: ten at most, and how many more there are.
  mutating func add(_ what: String, _ links: [Link]) {
    let most = 10
    for link in links.prefix(links.count > most ? most - 1 : most) {
      let details = link.details.isEmpty ? "" : " (\(link.details.joined(separator: ", ")))"
      let text = called(link.thing) + details
      rows.append(
        [.text(what), .text(text), link.from.map(Value.day), link.until.map(Value.day)])
    }
    if links.count > most { add(what, "… and \(links.count - most + 1) more") }
  }

  mutating func addLinks(of relation: Relation, at thing: Entity) {
    var forward: [Link] = []
    var backward: [Link] = []
    for table in graph.linkTables(of: relation.id) where table.count > 0 {
      func link(_ number: UInt32, to other: Entity) -> Link {
        let from = table.from?[Int(number)] ?? .min
        let until = relation.dating == .day ? .max : table.until?[Int(number)] ?? .max
        var details = relation.attributes.compactMap { id -> String? in
          guard schema[id].source == .stored, !schema[id].isHidden,
            let value = table.attributes[id]?.value(at: Int(number)), value != .flag(false)
          else { return nil }
          return value == .flag(true) ? schema[id].name : "\(schema[id].name) \(value)"
        }
        if let record = graph.record(of: number, in: table) {
          details += relation.parts.flatMap { parts($0, of: record) }
        }
        return Link(
          thing: other, from: from > .min ? Day(number: from) : nil,
          until: until < .max ? Day(number: until) : nil, details: details)
      }
      if table.left == thing.kind, Int(thing.node) < table.forward.nodeCount {
        for place in table.forward.range(of: thing.node) {
          let other = Entity(kind: table.right, node: table.forward.targets[place])
          forward.append(link(UInt32(place), to: other))
        }
      }
      if table.right == thing.kind, !relation.isSymmetric,
        Int(thing.node) < table.backward.nodeCount
      {
        for place in table.backward.range(of: thing.node) {
          let other = Entity(kind: table.left, node: table.backward.targets[place])
          backward.append(link(table.backwardLinks[place], to: other))
        }
      }
    }
    let isPart = schema.relations.contains { $0.parts.contains(relation.id) }
    let isLink = model.verbs[relation.name]?.isLink == true
    let direct = model.definitions.contains { $0.form == .verb && $0.name == relation.name }
    let verb = isLink ? "is \(relation.name)" : relation.name
    let back =
      isPart
      ? "is \(relation.name) of"
      : relation.leftNoun
        ?? (isLink ? "\(relation.name) it" : "is \(Inflection.verb(relation.name).passive)")
    add(isPart ? relation.name : (direct ? "directly " : "") + verb, sorted(forward))
    add((direct && !isPart ? "direct " : "") + back, sorted(backward))
  }

  /// The things that a record is linked to by one of its parts: `subject A.5.2`.
  private func parts(_ part: RelationID, of record: Entity) -> [String] {
    graph.linkTables(of: part).flatMap { table -> [String] in
      guard table.left == record.kind, Int(record.node) < table.forward.nodeCount else { return [] }
      return table.forward.neighbors(of: record.node).map {
        "\(schema[part].name) \(label(Entity(kind: table.right, node: $0)))"
      }
    }
  }

  /// Links that hold first, then by their ends.
  private func sorted(_ links: [Link]) -> [Link] {
    func hasEnded(_ link: Link) -> Bool { link.until.map { $0 <= today } ?? false }
    func order(_ link: Link) -> (Int, Int, Int, Int32) {
      (
        hasEnded(link) ? 1 : 0, link.thing.kind.index, Int(graph.rank(of: link.thing)),
        link.from?.number ?? .min
      )
    }
    return links.sorted { order($0) < order($1) }
  }
}
