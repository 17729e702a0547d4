// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// Changes the graph by one fact.
  ///
  /// A fact about every thing of a set changes all of them or none.
  ///
  /// - Returns: The sentence that says what changed.
  mutating func fact(_ syntax: FactSyntax, _ context: Context) throws(QueryError) -> String {
    try check(.change, context, at: context.range)
    let sets = try sets(of: syntax, context)
    if case .event(let thing, let word, let range) = syntax {
      return try happen(word, to: thing, sets, context, range)
    }
    var facts = FactWriter(engine: self, context: context, sets: sets)
    let sentence: String
    switch syntax {
    case .add(let kind, let name, let isUnknown, let settings, let range):
      sentence = try facts.add(kind, name, isUnknown: isUnknown, settings, range)
    case .remove(let thing, let range): sentence = try facts.remove(thing, range)
    case .set(let word, let thing, let value, let range):
      sentence = try facts.set(word, of: thing, to: value, range)
    case .link(let link): sentence = try link.ends ? facts.end(link) : facts.link(link)
    case .event: sentence = ""
    }
    draft = facts.builder
    return sentence
  }

  /// The things of each `every …` in a fact, found before anything is changed.
  private mutating func sets(
    of fact: FactSyntax, _ context: Context
  ) throws(QueryError) -> [SourceRange: [Entity]] {
    var sets: [SourceRange: [Entity]] = [:]
    for case .every(let noun, let range) in fact.things {
      sets[range] = try things(of: noun, context)
    }
    return sets
  }

  /// Finds the things a noun phrase describes, in natural order.
  mutating func things(
    of noun: NounPhraseSyntax, _ context: Context
  ) throws(QueryError) -> [Entity] {
    var noun = noun
    noun.determiner = nil
    let phrase = PhraseSyntax(noun: noun, range: noun.range)
    let question = QuestionSyntax(
      subject: .set(SetSyntax(first: phrase)), subjectRange: noun.range, range: noun.range)
    let plan = try plan(question, context)
    let budget = budget(context)
    defer { context.meter.steps += budget.steps }
    let (graph, cache) = try graph(for: plan.query, context, budget)
    do {
      let found = try Executor.things(
        plan, graph: graph, today: today, parameters: parameters, cache: cache, budget: budget)
      return graph.sorted(found)
    } catch { throw self.error(error, context) }
  }
}

extension FactSyntax {
  /// The things it is about.
  var things: [ThingSyntax] {
    switch self {
    case .add: []
    case .remove(let thing, _), .set(_, of: let thing, to: _, _), .event(let thing, _, _): [thing]
    case .link(let link): [link.subject] + link.objects
    }
  }
}

/// Writes facts into a draft of the graph.
struct FactWriter {
  let model: Model
  let today: Day
  let parameters: [String: Value]
  let context: Engine.Context
  let limits: Limits
  let source: FactSource
  /// The things of each `every …`, by its place.
  let sets: [SourceRange: [Entity]]
  /// The graph as of the last question, for what things are called.
  let graph: Graph
  var builder: GraphBuilder

  init(engine: Engine, context: Engine.Context, sets: [SourceRange: [Entity]]) {
    self.sets = sets
    graph = engine.graph
    model = engine.model
    today = engine.today
    parameters = engine.parameters
    limits = engine.limits
    self.context = context
    builder = engine.builder()
    if let file = context.source.name {
      let line = context.source.position(of: context.range.start).line
      source = FactSource(file: file, line: line)
    } else {
      source = .prompt
    }
  }

  // MARK: Things

  mutating func add(
    _ word: WordSyntax, _ name: NameSyntax?, isUnknown: Bool, _ settings: [SettingSyntax],
    _ range: SourceRange
  ) throws(QueryError) -> String {
    guard let kind = model.schema.kind(named: word.base) else {
      throw context.error(
        BindingMessages.wrongType(word.text, wanted: "a declared kind", at: word.range))
    }
    if model.schema[kind].isTable {
      throw context.error(EngineMessages.rowOfTable(word.text, at: word.range))
    }
    var values: [(AttributeID, Value)] = []
    if let name {
      guard let attribute = model.schema.displayAttributes(of: kind).first else {
        throw context.error(
          EngineMessages.badSetting("name", of: model.schema[kind].plural, at: name.range))
      }
      values.append((attribute, .text(text(of: name))))
    }
    var links: [(SettingSyntax, [Model.EndNoun])] = []
    for setting in settings {
      if let attribute = model.schema.attribute(named: setting.word.base, of: kind) {
        try refuseSecond(attribute, values, at: setting.word.range)
        values.append((attribute, try value(setting.value, for: attribute)))
        continue
      }
      let ends = model.ends(named: setting.word.base, from: [kind], directly: true)
      guard !ends.isEmpty else {
        throw context.error(
          EngineMessages.badSetting(
            setting.word.text, of: model.schema[kind].plural, at: setting.word.range))
      }
      links.append((setting, ends))
    }
    let entity: Entity
    do throws(GraphError) {
      entity = try builder.addThing(
        kind, attributes: values, source: source, isUnknown: isUnknown)
    } catch {
      throw context.error(EngineMessages.fact(error, at: range))
    }
    for (setting, ends) in links { try link(entity, setting, ends) }
    let what = "\(isUnknown ? "unknown " : "")\(model.schema[kind].singular)"
    return "Added \(what) \(name.map { Sanitizer.line(text(of: $0)) } ?? "")."
  }

  private func refuseSecond(
    _ attribute: AttributeID, _ values: [(AttributeID, Value)], at range: SourceRange
  ) throws(QueryError) {
    guard let standing = values.first(where: { $0.0 == attribute }) else { return }
    throw context.error(
      EngineMessages.secondValue(model.schema[attribute].name, standing.1, at: range))
  }

  /// `add control A.5.1 with owner Ann`
  private mutating func link(
    _ entity: Entity, _ setting: SettingSyntax, _ ends: [Model.EndNoun]
  ) throws(QueryError) {
    guard case .term(.text(let name)) = setting.value else {
      throw context.error(BindingMessages.notOneThing(at: setting.word.range))
    }
    let kinds = Set(ends.flatMap { model.kinds($0.relation, at: $0.end) }).sorted()
    let other = try thing(name, kinds: kinds)
    for end in ends {
      guard case .stored(let relation) = end.relation,
        model.kinds(end.relation, at: end.end).contains(other.kind)
      else { continue }
      do {
        let (left, right) = end.end == .left ? (other, entity) : (entity, other)
        try builder.addLink(relation, left: left, right: right, source: source)
        return
      } catch {
        throw context.error(EngineMessages.fact(error, at: setting.word.range))
      }
    }
  }

  mutating func remove(_ thing: ThingSyntax, _ range: SourceRange) throws(QueryError) -> String {
    let entities = try things(thing, kinds: model.factKinds)
    for entity in entities {
      try context.spendStep(of: limits)
      do { try builder.removeThing(entity) } catch {
        throw context.error(EngineMessages.fact(error, at: range))
      }
    }
    if case .every(let noun, _) = thing {
      return "Removed \(entities.count): \(SyntaxPrinter().print(noun))."
    }
    let kind = entities.first.map { model.schema[$0.kind].singular + " " } ?? ""
    return "Removed \(kind)\(label(of: thing))."
  }

  mutating func set(
    _ word: WordSyntax, of thing: ThingSyntax, to value: ValueSyntax, _ range: SourceRange
  ) throws(QueryError) -> String {
    let owners = (model.attributes[word.base] ?? []).map { model.schema[$0].kind }
      .filter { !model.schema[$0].isTable }
    let entities = try things(thing, kinds: Set(owners).sorted())
    var shown = SyntaxPrinter().print(value)
    for entity in entities {
      try context.spendStep(of: limits)
      if model.schema[entity.kind].isTable {
        throw context.error(
          EngineMessages.rowOfTable(model.schema[entity.kind].singular, at: word.range))
      }
      guard let attribute = model.schema.attribute(named: word.base, of: entity.kind) else {
        throw context.error(
          EngineMessages.badSetting(
            word.text, of: model.schema[entity.kind].plural, at: word.range))
      }
      let value = try self.value(value, for: attribute)
      shown = value.description
      do { try builder.setAttribute(attribute, of: entity, to: value) } catch {
        throw context.error(EngineMessages.fact(error, at: range))
      }
    }
    let count = thing.isEvery ? "\(entities.count) of " : ""
    return "Set \(word.text) of \(count)\(label(of: thing)) to \(shown)."
  }

  // MARK: Links

  mutating func link(_ syntax: LinkFactSyntax) throws(QueryError) -> String {
    let (from, until) = try span(syntax)
    let pairs = try pairs(syntax)
    for (relation, left, right) in pairs {
      try context.spendStep(of: limits)
      var attributes: [(AttributeID, Value)] = []
      var parts: [(RelationID, Entity)] = []
      for setting in syntax.settings {
        try read(setting, of: relation, into: &attributes, &parts)
      }
      do {
        try builder.addLink(
          relation, left: left, right: right, from: from, until: until, attributes: attributes,
          parts: parts, source: source)
      } catch {
        throw context.error(EngineMessages.fact(error, at: syntax.range))
      }
    }
    return "Added\(count(syntax, pairs.count)): \(plainText(syntax))."
  }

  mutating func end(_ syntax: LinkFactSyntax) throws(QueryError) -> String {
    if let setting = syntax.settings.first {
      throw context.error(EngineMessages.settingOfEnded(at: setting.word.range))
    }
    var day = today
    for time in syntax.times {
      guard case .since(let date) = time.body, let given = constant(date) else {
        throw context.error(EngineMessages.notAFactDate(at: time.range))
      }
      day = given
    }
    var ended = 0
    for (relation, left, right) in try pairs(syntax) {
      try context.spendStep(of: limits)
      let links = builder.endLinks(relation, left: left, right: right, on: day)
      ended += links
      // Of a set, those that have no such link are passed over.
      guard links == 0, !syntax.isBulk else { continue }
      if model.verbs[syntax.verb.base]?.definitions.isEmpty == false {
        throw context.error(BindingMessages.endsReadLink(syntax.verb.text, at: syntax.verb.range))
      }
      throw context.error(EngineMessages.noSuchLink(syntax.verb.text, at: syntax.range))
    }
    return "Ended\(count(syntax, ended)): \(plainText(syntax))."
  }

  /// How many links a fact about every thing of a set changed.
  private func count(_ syntax: LinkFactSyntax, _ count: Int) -> String {
    syntax.isBulk ? " \(count) link\(count == 1 ? "" : "s")" : ""
  }

  /// The relation and things of each link, by the kinds the names can have.
  private func pairs(
    _ syntax: LinkFactSyntax
  ) throws(QueryError) -> [(RelationID, Entity, Entity)] {
    let relations = model.verbs[syntax.verb.base]?.relations ?? []
    let leftKinds = Set(relations.flatMap { model.schema[$0].left }).sorted()
    let rightKinds = Set(relations.flatMap { model.schema[$0].right }).sorted()
    let lefts = try things(syntax.subject, kinds: leftKinds)
    var pairs: [(RelationID, Entity, Entity)] = []
    for object in syntax.objects {
      let rights = try things(object, kinds: rightKinds)
      for left in lefts {
        for right in rights {
          try context.spendStep(of: limits)
          let relation = relations.first {
            model.schema[$0].left.contains(left.kind)
              && model.schema[$0].right.contains(right.kind)
          }
          guard let relation else {
            throw context.error(
              BindingMessages.impossibleLink(
                syntax.verb.text,
                subject: described(syntax.subject, left), object: described(object, right),
                signatures: relations.map(model.signature), at: syntax.verb.range))
          }
          pairs.append((relation, left, right))
          guard pairs.count <= limits.rows else {
            throw context.error(
              ReachedLimit(.rows, used: pairs.count, allowed: limits.rows), at: syntax.range)
          }
        }
      }
    }
    return pairs
  }

  private func read(
    _ setting: SettingSyntax, of relation: RelationID,
    into attributes: inout [(AttributeID, Value)], _ parts: inout [(RelationID, Entity)]
  ) throws(QueryError) {
    let declared = model.schema[relation]
    if let attribute = declared.attributes.first(where: {
      model.schema[$0].name == setting.word.base
    }) {
      try refuseSecond(attribute, attributes, at: setting.word.range)
      attributes.append((attribute, try value(setting.value, for: attribute)))
      return
    }
    guard let part = declared.parts.first(where: { model.schema[$0].name == setting.word.base }),
      case .term(.text(let name)) = setting.value
    else {
      throw context.error(
        EngineMessages.badSetting(
          setting.word.text, of: "links of '\(declared.name)'", at: setting.word.range))
    }
    parts.append((part, try thing(name, kinds: model.schema[part].right)))
  }

  private func span(_ syntax: LinkFactSyntax) throws(QueryError) -> (from: Day?, until: Day?) {
    var from: Day?
    var until: Day?
    for time in syntax.times {
      switch time.body {
      case .since(let date), .on(let date): from = try constants.day(date, of: time)
      case .until(let date): until = try constants.day(date, of: time)
      default: throw context.error(EngineMessages.notAFactDate(at: time.range))
      }
    }
    return (from, until)
  }

  // MARK: Names and values

  private func text(of name: NameSyntax) -> String { constants.text(of: name) }

  private var constants: FactConstants {
    FactConstants(model: model, today: today, parameters: parameters, context: context)
  }

  /// The things a fact is about: one, or each of a set.
  func things(_ thing: ThingSyntax, kinds: [KindID]) throws(QueryError) -> [Entity] {
    switch thing {
    case .name(let name): return [try self.thing(name, kinds: kinds)]
    case .every(_, let range): return sets[range] ?? []
    case .variable(let variable):
      if let entity = context.letters.things[variable.text] { return [entity] }
      throw context.error(
        BindingMessages.unknownVariable(
          variable.text, known: context.letters.things.keys.sorted(), at: variable.range))
    case .subject(let word, let range):
      if let entity = context.letters.subject { return [entity] }
      throw context.error(BindingMessages.pronounWithoutNoun(word, at: range))
    }
  }

  /// What a thing is called in a sentence.
  private func label(of thing: ThingSyntax) -> String {
    if case .name(let name) = thing { return text(of: name) }
    return SyntaxPrinter().print(thing)
  }

  /// A thing as an error names it.
  private func described(_ thing: ThingSyntax, _ entity: Entity) -> String {
    let kind = model.schema[entity.kind].singular
    return thing.isEvery ? "a \(kind)" : "\(kind) '\(label(of: thing))'"
  }

  /// A fact as it is reported: as it was written, where it is the statement.
  private func plainText(_ syntax: LinkFactSyntax) -> String {
    guard syntax.range.start != context.range.start || syntax.hasLetters else {
      return context.plainText
    }
    var named = syntax
    named.subject = self.named(syntax.subject)
    named.objects = syntax.objects.map { self.named($0) }
    return SyntaxPrinter().print(.link(named))
  }

  /// A letter or pronoun by the name of the thing it means.
  private func named(_ thing: ThingSyntax) -> ThingSyntax {
    switch thing {
    case .name, .every: return thing
    case .variable, .subject:
      guard let entity = try? things(thing, kinds: model.factKinds).first, graph.contains(entity)
      else { return thing }
      let label = graph.label(of: entity)
      return .name(NameSyntax(text: label, isQuoted: label.contains(" "), range: thing.range))
    }
  }

  private func thing(_ name: NameSyntax, kinds: [KindID]) throws(QueryError) -> Entity {
    var kinds = kinds
    if let kind = name.kind.flatMap({ model.schema.kind(named: $0.base) }) { kinds = [kind] }
    let text = text(of: name)
    let found = builder.find(text, kinds: kinds)
    if found.count == 1 { return found[0] }
    var bound = BoundName(text: text, isParameter: false, kinds: kinds, range: name.range)
    bound.text = text
    if found.isEmpty {
      let nearest = builder.names(meantBy: text, kinds: kinds, limit: 3)
      throw context.error(
        BindingMessages.unknownName(
          bound, nearest: nearest.map(BindingMessages.quotedName),
          kinds: kinds.map { model.schema[$0].singular },
          otherKinds: builder.find(text, kinds: model.factKinds).map {
            model.schema[$0.kind].singular
          }))
    }
    let choices = found.map {
      "\(model.schema[$0.kind].singular) \(BindingMessages.quotedName(text))"
    }
    throw context.error(BindingMessages.ambiguousName(bound, choices: choices))
  }

  private func value(_ syntax: ValueSyntax, for id: AttributeID) throws(QueryError) -> Value {
    guard model.schema[id].source != .host else {
      throw context.error(EngineMessages.toldByHost(model.schema[id].name, at: context.range))
    }
    return try constants.value(syntax, for: model.schema[id])
  }

  private func constant(_ date: DateSyntax) -> Day? { constants.day(date) }
}

extension ThingSyntax {
  fileprivate var isEvery: Bool { if case .every = self { true } else { false } }
}

extension LinkFactSyntax {
  /// Whether it names a thing by a letter or pronoun.
  fileprivate var hasLetters: Bool {
    ([subject] + objects).contains { thing in
      switch thing {
      case .variable, .subject: true
      case .name, .every: false
      }
    }
  }

  /// Whether it is about every thing of a set.
  fileprivate var isBulk: Bool { subject.isEvery || objects.contains(where: \.isEvery) }
}

extension Engine.Context {
  /// The text of the statement without its `add` and its full stop.
  fileprivate var plainText: String {
    var text = text
    if text.lowercased().hasPrefix("add ") { text = String(text.dropFirst(4)) }
    while text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
