// SPDX-License-Identifier: Apache-2.0

/// Checks a fact against the schema before anything is done: words, kinds,
/// values and dates. Which things its names mean is looked up only where that
/// is asked for, for facts before it may make them.
///
/// What a letter or pronoun means is of one kind: whoever has several checks
/// the fact for each.
struct FactChecker {
  let model: Model
  let constants: FactConstants
  /// Finds the things that names mean, if that is asked for.
  var finder: FactWriter?
  /// Names that may be given to things before the fact is done.
  var newNames: Set<String> = []
  var context: Engine.Context { constants.context }

  /// The kinds a thing may have, and whether the fact has to be possible for
  /// all of them or for one.
  private struct Kinds {
    var kinds: [KindID]
    var isForAll: Bool

    func fit(_ test: (KindID) -> Bool) -> Bool {
      isForAll ? kinds.allSatisfy(test) : kinds.contains(where: test)
    }
  }

  /// - Throws: ``QueryError`` with the first mistake.
  func check(_ fact: FactSyntax) throws(QueryError) {
    switch fact {
    case .add(let word, _, _, let settings, _):
      guard let kind = model.schema.kind(named: word.base) else { return }
      for setting in settings { try check(setting, of: kind) }
    case .remove(let thing, _): _ = try kinds(of: thing, among: model.allKinds)
    case .set(let word, of: let thing, to: let value, _):
      let owners = (model.attributes[word.base] ?? []).map { model.schema[$0].kind }
      try check(word, of: try kinds(of: thing, among: Set(owners).sorted()), value)
    case .link(let link): try check(link)
    case .event(let thing, let word, _):
      let possible = Set((model.events[word.base] ?? []).flatMap(\.kinds))
      let kinds = try kinds(of: thing, among: possible.sorted())
      guard kinds.fit(possible.contains) else {
        throw context.error(
          BindingMessages.impossibleEvent(
            word, of: model.phrase(kinds.kinds, plural: true),
            takes: model.phrase(possible.sorted(), plural: true)))
      }
    }
  }

  /// Checks what happens in an event.
  func check(_ effect: EffectSyntax) throws(QueryError) {
    switch effect {
    case .fact(let fact): try check(fact)
    case .endLinks(of: let owner, let records, _):
      let owner = try kinds(of: owner, among: model.allKinds)
      guard let records, let record = model.schema.kind(named: records.base) else { return }
      let ends = Set(
        model.schema.relations.filter { $0.record == record }.flatMap { $0.left + $0.right })
      guard owner.fit(ends.contains) else {
        throw context.error(
          EngineMessages.badSetting(
            records.text, of: model.phrase(owner.kinds, plural: true), at: records.range))
      }
    }
  }

  // MARK: Things

  /// The kinds a thing may have where those of `possible` can stand.
  private func kinds(
    of thing: ThingSyntax, among possible: [KindID]
  ) throws(QueryError) -> Kinds {
    let letters = context.letters
    switch thing {
    case .name(let name):
      if let finder, !newNames.contains(constants.text(of: name)) {
        let found = try finder.things(thing, kinds: possible)
        return Kinds(kinds: found.map(\.kind), isForAll: true)
      }
      let kind = name.kind.flatMap { model.schema.kind(named: $0.base) }
      return kind.map { Kinds(kinds: [$0], isForAll: true) }
        ?? Kinds(kinds: model.allKinds, isForAll: false)
    case .variable(let variable):
      guard let entity = letters.things[variable.text] else {
        throw context.error(
          BindingMessages.unknownVariable(
            variable.text, known: letters.things.keys.sorted(), at: variable.range))
      }
      return Kinds(kinds: [entity.kind], isForAll: true)
    case .subject(let word, let range):
      guard let entity = letters.subject else {
        throw context.error(BindingMessages.pronounWithoutNoun(word, at: range))
      }
      try check(word, means: entity.kind, at: range)
      return Kinds(kinds: [entity.kind], isForAll: true)
    case .every(let noun, _):
      var binder = Binder(model, letters: letters)
      let bound = binder.headNoun(noun)
      guard binder.diagnostics.isEmpty else {
        throw QueryError(code: .invalid, diagnostics: binder.diagnostics, source: context.source)
      }
      return Kinds(kinds: binder.variables[bound.variable.index].kinds, isForAll: true)
    }
  }

  /// `the person` means what the block or event is about only if that is one.
  private func check(
    _ word: String, means kind: KindID, at range: SourceRange
  ) throws(QueryError) {
    guard word.hasPrefix("the "),
      let term = model.vocabulary.terms[String(word.dropFirst(4))],
      let said = model.schema.kind(named: term.base), said != kind
    else { return }
    throw context.error(
      BindingMessages.otherSubject(word, actual: model.schema[kind].singular, at: range))
  }

  // MARK: Values

  private func check(
    _ word: WordSyntax, of kinds: Kinds, _ value: ValueSyntax
  ) throws(QueryError) {
    let attributes = kinds.kinds.compactMap { model.schema.attribute(named: word.base, of: $0) }
    let isThere = kinds.fit { model.schema.attribute(named: word.base, of: $0) != nil }
    guard isThere else {
      throw context.error(
        EngineMessages.badSetting(
          word.text, of: model.phrase(kinds.kinds, plural: true), at: word.range))
    }
    try check(value, for: attributes, isForAll: kinds.isForAll)
  }

  /// Checks a value for the attribute it may be stored in, or for each of them.
  private func check(
    _ value: ValueSyntax, for attributes: [AttributeID], isForAll: Bool
  ) throws(QueryError) {
    var failure: QueryError?
    for attribute in attributes {
      do {
        _ = try constants.value(value, for: model.schema[attribute])
        if !isForAll { return }
      } catch {
        if isForAll { throw error }
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }

  private func check(_ setting: SettingSyntax, of kind: KindID) throws(QueryError) {
    if let attribute = model.schema.attribute(named: setting.word.base, of: kind) {
      return try check(setting.value, for: [attribute], isForAll: true)
    }
    guard !model.ends(named: setting.word.base, from: [kind], directly: true).isEmpty else {
      throw context.error(
        EngineMessages.badSetting(
          setting.word.text, of: model.schema[kind].plural, at: setting.word.range))
    }
    guard case .term(.text) = setting.value else {
      throw context.error(BindingMessages.notOneThing(at: setting.word.range))
    }
  }

  // MARK: Links

  private func check(_ link: LinkFactSyntax) throws(QueryError) {
    let relations = model.verbs[link.verb.base]?.relations ?? []
    let lefts = Set(relations.flatMap { model.schema[$0].left }).sorted()
    let rights = Set(relations.flatMap { model.schema[$0].right }).sorted()
    let subject = try kinds(of: link.subject, among: lefts)
    var possible: Set<RelationID> = []
    for object in link.objects {
      let others = try kinds(of: object, among: rights)
      let fits = subject.fit { left in
        others.fit { right in
          let found = relations.filter {
            model.schema[$0].left.contains(left) && model.schema[$0].right.contains(right)
          }
          possible.formUnion(found)
          return !found.isEmpty
        }
      }
      guard fits else {
        throw context.error(
          BindingMessages.impossibleLink(
            link.verb.text, subject: said(link.subject, subject), object: said(object, others),
            signatures: relations.map(model.signature), at: link.verb.range))
      }
    }
    for time in link.times { try check(time, isEnd: link.ends) }
    guard !link.ends else {
      guard let setting = link.settings.first else { return }
      throw context.error(EngineMessages.settingOfEnded(at: setting.word.range))
    }
    for setting in link.settings { try check(setting, ofLinks: possible.sorted()) }
  }

  private func said(_ thing: ThingSyntax, _ kinds: Kinds) -> String {
    kinds.isForAll
      ? model.phrase(kinds.kinds, plural: true) : "'\(SyntaxPrinter().print(thing))'"
  }

  private func check(_ time: WhenSyntax, isEnd: Bool) throws(QueryError) {
    switch time.body {
    case .since(let date): _ = try constants.day(date, of: time)
    case .on(let date) where !isEnd, .until(let date) where !isEnd:
      _ = try constants.day(date, of: time)
    default: throw context.error(EngineMessages.notAFactDate(at: time.range))
    }
  }

  private func check(
    _ setting: SettingSyntax, ofLinks relations: [RelationID]
  ) throws(QueryError) {
    let attributes = relations.flatMap { model.schema[$0].attributes }
      .filter { model.schema[$0].name == setting.word.base }
    guard attributes.isEmpty else {
      return try check(setting.value, for: attributes, isForAll: false)
    }
    let parts = relations.flatMap { model.schema[$0].parts }
      .filter { model.schema[$0].name == setting.word.base }
    guard parts.isEmpty else {
      if case .term(.text) = setting.value { return }
      throw context.error(BindingMessages.notOneThing(at: setting.word.range))
    }
    let name = relations.first.map { model.schema[$0].name } ?? ""
    throw context.error(
      EngineMessages.badSetting(
        setting.word.text, of: "links of '\(name)'", at: setting.word.range))
  }
}

extension FactSyntax {
  /// The name it gives to a thing; `nil` in it where that cannot be told.
  fileprivate var newName: String?? {
    switch self {
    case .add(kind: _, let name, isUnknown: _, settings: _, _): .some(name?.text)
    case .event: .some(nil)
    case .remove, .set, .link: nil
    }
  }
}

extension StatementSyntax {
  /// The names that it and the statements in it may give to things; `nil` if
  /// they cannot be told.
  var newNames: Set<String>? {
    switch self {
    case .fact(let fact):
      guard let name = fact.newName else { return [] }
      return name.map { [$0] }
    case .forEach(let loop): return loop.body.newNames
    case .choice(let choice): return (choice.body + choice.otherwise).newNames
    default: return []
    }
  }
}

extension [BlockStatementSyntax] {
  /// The names that the statements may give to things; `nil` if they cannot be
  /// told.
  var newNames: Set<String>? {
    var found: Set<String> = []
    for statement in self {
      guard let names = statement.statement.newNames else { return nil }
      found.formUnion(names)
    }
    return found
  }
}
