// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// Changes the graph by one fact.
  ///
  /// - Returns: The sentence that says what changed.
  mutating func fact(_ syntax: FactSyntax, _ context: Context) throws(QueryError) -> String {
    var facts = FactWriter(engine: self, context: context)
    let sentence: String
    switch syntax {
    case .add(let kind, let name, let settings, let range):
      sentence = try facts.add(kind, name, settings, range)
    case .remove(let reference, let range): sentence = try facts.remove(reference, range)
    case .set(let word, let reference, let value, let range):
      sentence = try facts.set(word, of: reference, to: value, range)
    case .link(let link): sentence = try link.ends ? facts.end(link) : facts.link(link)
    }
    draft = facts.builder
    return sentence
  }
}

/// Writes facts into a draft of the graph.
private struct FactWriter {
  let model: Model
  let today: Day
  let parameters: [String: Value]
  let context: Engine.Context
  let source: FactSource
  var builder: GraphBuilder

  init(engine: Engine, context: Engine.Context) {
    model = engine.model
    today = engine.today
    parameters = engine.parameters
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
    _ word: WordSyntax, _ name: NameSyntax?, _ settings: [SettingSyntax], _ range: SourceRange
  ) throws(QueryError) -> String {
    guard let kind = model.schema.kind(named: word.base) else {
      throw context.error(
        BindingMessages.wrongType(word.text, wanted: "a declared kind", at: word.range))
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
    do { entity = try builder.addThing(kind, attributes: values, source: source) } catch {
      throw context.error(EngineMessages.fact(error, at: range))
    }
    for (setting, ends) in links { try link(entity, setting, ends) }
    return "Added \(model.schema[kind].singular) \(name.map { text(of: $0) } ?? "")."
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

  mutating func remove(
    _ reference: ReferenceSyntax, _ range: SourceRange
  ) throws(QueryError) -> String {
    let (entity, name) = try thing(reference, kinds: model.allKinds)
    do { try builder.removeThing(entity) } catch {
      throw context.error(EngineMessages.fact(error, at: range))
    }
    return "Removed \(model.schema[entity.kind].singular) \(name)."
  }

  mutating func set(
    _ word: WordSyntax, of reference: ReferenceSyntax, to value: ValueSyntax, _ range: SourceRange
  ) throws(QueryError) -> String {
    let owners = (model.attributes[word.base] ?? []).map { model.schema[$0].kind }
    let (entity, name) = try thing(reference, kinds: Set(owners).sorted())
    guard let attribute = model.schema.attribute(named: word.base, of: entity.kind) else {
      throw context.error(
        EngineMessages.badSetting(
          word.text, of: model.schema[entity.kind].plural, at: word.range))
    }
    let value = try self.value(value, for: attribute)
    do { try builder.setAttribute(attribute, of: entity, to: value) } catch {
      throw context.error(EngineMessages.fact(error, at: range))
    }
    return "Set \(word.text) of \(name) to \(value)."
  }

  // MARK: Links

  mutating func link(_ syntax: LinkFactSyntax) throws(QueryError) -> String {
    let relations = model.verbs[syntax.verb.base]?.relations ?? []
    let (from, until) = try span(syntax)
    for object in syntax.objects {
      let (relation, left, right) = try ends(syntax, object, relations)
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
    return "Added: \(context.plainText)."
  }

  mutating func end(_ syntax: LinkFactSyntax) throws(QueryError) -> String {
    let relations = model.verbs[syntax.verb.base]?.relations ?? []
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
    for object in syntax.objects {
      let (relation, left, right) = try ends(syntax, object, relations)
      guard builder.endLinks(relation, left: left, right: right, on: day) > 0 else {
        if model.verbs[syntax.verb.base]?.definitions.isEmpty == false {
          throw context.error(BindingMessages.endsReadLink(syntax.verb.text, at: syntax.verb.range))
        }
        throw context.error(EngineMessages.noSuchLink(syntax.verb.text, at: syntax.range))
      }
    }
    return "Ended: \(context.plainText)."
  }

  /// The relation and things of a link, by the kinds the names can have.
  private func ends(
    _ syntax: LinkFactSyntax, _ object: ReferenceSyntax, _ relations: [RelationID]
  ) throws(QueryError) -> (RelationID, Entity, Entity) {
    let lefts = Set(relations.flatMap { model.schema[$0].left }).sorted()
    let rights = Set(relations.flatMap { model.schema[$0].right }).sorted()
    let (left, leftName) = try thing(syntax.subject, kinds: lefts)
    let (right, rightName) = try thing(object, kinds: rights)
    for relation in relations
    where model.schema[relation].left.contains(left.kind)
      && model.schema[relation].right.contains(right.kind)
    {
      return (relation, left, right)
    }
    let names = (
      "\(model.schema[left.kind].singular) '\(leftName)'",
      "\(model.schema[right.kind].singular) '\(rightName)'"
    )
    throw context.error(
      BindingMessages.impossibleLink(
        syntax.verb.text, subject: names.0, object: names.1,
        signatures: relations.map(model.signature), at: syntax.verb.range))
  }

  private func read(
    _ setting: SettingSyntax, of relation: RelationID,
    into attributes: inout [(AttributeID, Value)], _ parts: inout [(RelationID, Entity)]
  ) throws(QueryError) {
    let declared = model.schema[relation]
    if let attribute = declared.attributes.first(where: {
      model.schema[$0].name == setting.word.base
    }) {
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
      case .since(let date), .on(let date): from = constant(date)
      case .until(let date): until = constant(date)
      default: throw context.error(EngineMessages.notAFactDate(at: time.range))
      }
      if from == nil, until == nil {
        throw context.error(EngineMessages.notAFactDate(at: time.range))
      }
    }
    return (from, until)
  }

  // MARK: Names and values

  private func text(of name: NameSyntax) -> String {
    name.isParameter ? parameters[name.text]?.description ?? name.text : name.text
  }

  private func thing(
    _ reference: ReferenceSyntax, kinds: [KindID]
  ) throws(QueryError) -> (Entity, String) {
    guard case .name(let name) = reference.base, reference.steps.isEmpty else {
      throw context.error(BindingMessages.notOneThing(at: reference.range))
    }
    return (try thing(name, kinds: kinds), text(of: name))
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
      let nearest = builder.names(near: text, kinds: kinds, limit: 3)
      throw context.error(
        BindingMessages.unknownName(
          bound, nearest: nearest.map(BindingMessages.quotedName),
          kinds: kinds.map { model.schema[$0].singular },
          otherKinds: builder.find(text, kinds: model.allKinds).map {
            model.schema[$0.kind].singular
          }))
    }
    let choices = found.map {
      "\(model.schema[$0.kind].singular) \(BindingMessages.quotedName(text))"
    }
    throw context.error(BindingMessages.ambiguousName(bound, choices: choices))
  }

  private func value(_ syntax: ValueSyntax, for id: AttributeID) throws(QueryError) -> Value {
    let attribute = model.schema[id]
    let text: String
    let range: SourceRange
    switch syntax {
    case .word(let word): (text, range) = (word.text, word.range)
    case .period(let period, let at):
      if attribute.type == .duration { return .period(period) }
      (text, range) = (period.description, at)
    case .term(.text(let name)): (text, range) = (self.text(of: name), name.range)
    case .term(.number(let number, let at)):
      if attribute.type == .number { return .number(number) }
      (text, range) = (Value.number(number).description, at)
    case .term(.date(let day, let at)): (text, range) = (day.description, at)
    case .term(.today(let at)): (text, range) = (today.description, at)
    case .term(.negative(.number(let number, _), let at)):
      (text, range) = (Value.number(-number).description, at)
    case .term(let term):
      throw context.error(
        BindingMessages.wrongType("this", wanted: "a value to be stored", at: term.range))
    }
    guard !text.isEmpty, let value = attribute.type.value(from: text) else {
      throw context.error(EngineMessages.badValue(text, of: attribute, at: range))
    }
    return value
  }

  private func constant(_ date: DateSyntax) -> Day? {
    let day: Day
    switch date.base {
    case .date(let written, _): day = written
    case .today: day = today
    default: return nil
    }
    guard let shift = date.shift else { return day }
    guard case .period(let period) = shift.amount else { return nil }
    return day.adding(shift.later ? period : period.negated)
  }
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
