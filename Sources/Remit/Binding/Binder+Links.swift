// SPDX-License-Identifier: Apache-2.0

extension Binder {
  // MARK: Relation nouns

  /// The ends a relation noun can name from things of some kinds.
  func ends(_ noun: RelationNounSyntax, from owner: [KindID]) -> [Model.EndNoun] {
    noun.words.count == 1
      ? model.ends(named: noun.words[0].base, from: owner, directly: noun.isDirect)
      : noun.words.flatMap { model.ends(named: $0.base, from: owner, directly: noun.isDirect) }
  }

  /// The kinds of things a relation noun names, seen from `owner`.
  func endKinds(_ noun: RelationNounSyntax, from owner: [KindID]) -> [KindID] {
    ends(noun, from: owner).distinctKinds { [known] in
      known.model.kinds($0.relation, at: $0.end)
    }
  }

  /// The kinds of things that can have what a relation noun names.
  ///
  /// The rows of tables are not meant where a noun stands alone.
  func ownerKinds(of noun: RelationNounSyntax, named isNamed: Bool) -> [KindID] {
    ends(noun, from: isNamed ? model.allKinds : model.factKinds).distinctKinds { [known] in
      known.model.kinds($0.relation, at: $0.end.opposite)
    }
  }

  /// The condition that `thing` is what the noun says of `owner`.
  mutating func endLink(
    _ noun: RelationNounSyntax, thing: Operand, owner: Operand
  ) -> BoundCondition {
    let ownerKinds = self.kinds(of: owner)
    let ends = ends(noun, from: ownerKinds)
    guard !ends.isEmpty else {
      let word = noun.words.first?.text ?? ""
      report(
        BindingMessages.noSuchEnd(
          word, of: ownerKinds.count > 4 ? "things" : model.phrase(ownerKinds, plural: true),
          candidates: endNouns(from: ownerKinds),
          phrases: phrases(from: ownerKinds, to: word), at: noun.range))
      return .always
    }
    narrow(owner, to: ends.distinctKinds { model.kinds($0.relation, at: $0.end.opposite) })
    var links: [BoundCondition] = []
    for end in [LinkEnd.left, .right] where ends.contains(where: { $0.end == end }) {
      let link = BoundLink(
        relations: ends.filter { $0.end == end }.map(\.relation),
        repetition: bound(noun.repetition), time: .asOf)
      links.append(
        end == .left ? .link(link, from: thing, to: owner) : .link(link, from: owner, to: thing))
    }
    return .disjunction(links)
  }

  /// How the verbs between things of some kinds and a kind's word are said.
  private func phrases(from owner: [KindID], to word: String) -> [String] {
    guard let kind = model.schema.kind(named: word) else { return [] }
    let noun = model.schema[kind].singular
    let thing = "\(Inflection.article(before: noun)) \(noun)"
    var found: [String] = []
    for verb in model.verbs.values {
      for relation in model.relations(of: verb, directly: false) {
        let left = model.kinds(relation, at: .left)
        let right = model.kinds(relation, at: .right)
        let active = verb.isLink ? "that are \(verb.forms.singular)" : "that \(verb.forms.plural)"
        if left.overlaps(owner), right.contains(kind) {
          found.append("'\(active) \(thing)'")
        } else if right.overlaps(owner), left.contains(kind), !verb.isLink {
          found.append("'\(verb.forms.passive) \(thing)'")
        }
      }
    }
    return Set(found).sorted()
  }

  /// The nouns that things of some kinds can be asked for, for messages.
  func endNouns(from owner: [KindID]) -> [String] {
    model.endNouns.keys.filter { noun in
      !model.ends(named: noun, from: owner, directly: false).isEmpty
    }.sorted()
  }

  mutating func bound(_ repetition: RepetitionSyntax?) -> Repetition? {
    switch repetition {
    case nil: nil
    case .oneOrMore: Repetition(least: 1, most: nil)
    case .zeroOrMore: Repetition(least: 0, most: nil)
    case .within(let count): Repetition(least: 1, most: number(count))
    }
  }

  // MARK: Verbs

  /// How a verb was used.
  struct VerbUse {
    var word: WordSyntax
    var isDirect: Bool
    var isPast: Bool
    var repetition: RepetitionSyntax?
    var times: [WhenSyntax]
    /// Whether the subject is the right end: `owned by`.
    var isPassive: Bool
    /// Whether `not` stands before it.
    var isNegated = false
  }

  /// The relations a verb can mean between things of some kinds.
  func relations(_ use: VerbUse, subject: [KindID], object: [KindID]) -> [RelationReference] {
    guard let verb = model.verbs[use.word.base] else { return [] }
    let (left, right) = use.isPassive ? (object, subject) : (subject, object)
    return model.relations(of: verb, directly: use.isDirect).filter { relation in
      let forwards =
        model.kinds(relation, at: .left).overlaps(left)
        && model.kinds(relation, at: .right).overlaps(right)
      // With steps a union of relations is walked, so one end is enough.
      guard use.repetition != nil, !forwards else { return forwards }
      return false
    }
  }

  /// The relations from records to the thing that a verb says of them: in
  /// `certificates held by Ann`, from a certificate to its holder.
  ///
  /// The verb of a recorded relation, said of the record, is about the record's
  /// left end.
  func recordEnds(_ use: VerbUse, record: [KindID], thing: [KindID]) -> [RelationReference] {
    guard let verb = model.verbs[use.word.base], use.repetition == nil else {
      return []
    }
    return model.schema.relations.filter { relation in
      guard !relation.isHidden else { return false }
      guard case .recordLeft(let id) = relation.origin, verb.relations.contains(id) else {
        return false
      }
      return relation.left.contains(where: record.contains)
        && relation.right.contains(where: thing.contains)
    }.map { .stored($0.id) }
  }

  /// The link from a record to the thing a verb says of it, if it is one.
  private mutating func recordLink(
    _ use: VerbUse, subject: Operand, object: Operand
  ) -> BoundCondition? {
    let (record, thing) = use.isPassive ? (subject, object) : (object, subject)
    let ends = recordEnds(use, record: kinds(of: record), thing: kinds(of: thing))
    guard !ends.isEmpty else { return nil }
    narrow(record, to: ends.distinctKinds { model.kinds($0, at: .left) })
    narrow(thing, to: ends.distinctKinds { model.kinds($0, at: .right) })
    return .link(
      BoundLink(relations: ends, repetition: nil, time: .asOf), from: record, to: thing)
  }

  /// The kinds at the far end of a verb, seen from its subject.
  func objectKinds(_ use: VerbUse, subject: [KindID]) -> [KindID] {
    if use.isPassive {
      let ends = recordEnds(use, record: subject, thing: model.allKinds)
      let kinds = ends.distinctKinds { model.kinds($0, at: .right) }
      if !kinds.isEmpty { return kinds }
    }
    let relations = relations(use, subject: subject, object: model.allKinds)
    return relations.distinctKinds { model.kinds($0, at: use.isPassive ? .left : .right) }
  }

  /// The condition that the verb links subject and object.
  mutating func link(_ use: VerbUse, subject: Operand, object: Operand) -> BoundCondition {
    let relations = relations(
      use, subject: kinds(of: subject), object: kinds(of: object))
    guard !relations.isEmpty else {
      if let link = recordLink(use, subject: subject, object: object) { return link }
      reportImpossible(use, subject, object)
      return .always
    }
    let (near, far): (LinkEnd, LinkEnd) = use.isPassive ? (.right, .left) : (.left, .right)
    narrow(subject, to: relations.distinctKinds { model.kinds($0, at: near) })
    narrow(object, to: relations.distinctKinds { model.kinds($0, at: far) })
    func made(_ relations: [RelationReference], _ time: BoundTime) -> BoundCondition {
      let link = BoundLink(
        relations: relations, repetition: bound(use.repetition), time: time)
      return use.isPassive
        ? .link(link, from: object, to: subject) : .link(link, from: subject, to: object)
    }
    // What is read through a definition is read as of the days of the time.
    let defined = relations.filter { if case .defined = $0 { true } else { false } }
    let stored = relations.filter { !defined.contains($0) }
    let links = times(use, relations).map { time -> BoundCondition in
      guard !defined.isEmpty, time != .asOf else { return made(relations, time) }
      guard use.repetition == nil, !stored.isEmpty else {
        return .during(time, made(relations, .asOf))
      }
      return .disjunction([made(stored, time), .during(time, made(defined, .asOf))])
    }
    return .conjunction(links)
  }

  private mutating func reportImpossible(_ use: VerbUse, _ subject: Operand, _ object: Operand) {
    guard let verb = model.verbs[use.word.base] else { return }
    var signatures = model.relations(of: verb, directly: use.isDirect).map(model.signature)
    if signatures.isEmpty {
      signatures = verb.actions.map { id in
        let kinds = model[id].variables[model[id].parameters[0].index].kinds
        return "nothing: it is said of one \(model.phrase(kinds)) alone"
      }
    }
    // A name that could be anything says nothing about what it was taken for.
    func phrase(_ operand: Operand) -> String {
      let kinds = kinds(of: operand)
      return kinds.count > 4 ? "that" : model.phrase(kinds, plural: true)
    }
    report(
      BindingMessages.impossibleLink(
        use.word.text, subject: phrase(subject), object: phrase(object), signatures: signatures,
        at: use.word.range))
  }

  // MARK: When a verb has to hold

  /// The times of a verb: one link for each `when`, or one on the plain day.
  private mutating func times(_ use: VerbUse, _ relations: [RelationReference]) -> [BoundTime] {
    let isPast = use.isPast && !isAboutOneDay
    guard isPast || !use.times.isEmpty else { return [.asOf] }
    let isDated = relations.contains { relation in
      if case .defined = relation { true } else { model.dating(relation) != .undated }
    }
    // What is not dated has no history: its past is its present.
    guard !use.times.isEmpty else { return [isDated ? .past : .asOf] }
    if !isDated {
      report(BindingMessages.notDated(use.word.text, at: use.times[0].range))
      return [.asOf]
    }
    // What happens on a day is not so on every day of a span.
    let isEvent = relations.allSatisfy { relation in
      if case .defined = relation { false } else { model.dating(relation) == .day }
    }
    return use.times.map { when in
      if isEvent, case .until(let date) = when.body {
        return .within(first: nil, last: closedDate(date))
      }
      return time(when, isSome: use.isNegated || isEvent)
    }
  }

  /// The condition as of the days that are said, of each of several times; in the
  /// past without a time, as of some day up to the day of the question.
  mutating func said(
    _ condition: BoundCondition, _ times: [WhenSyntax], isPast: Bool, isNegated: Bool = false
  ) -> BoundCondition {
    .conjunction(
      days(times, isPast: isPast, isNegated: isNegated).map { .during($0, condition) },
      orElse: condition)
  }

  /// The spans that some times mean, or the past; none for the day itself.
  mutating func days(
    _ times: [WhenSyntax], isPast: Bool, isNegated: Bool = false
  ) -> [BoundTime] {
    if times.isEmpty { return isPast && !isAboutOneDay ? [.past] : [] }
    return times.map { time($0, isSome: isNegated) }
  }

  /// The span a time means.
  ///
  /// `isSome` makes `since` and `until` mean some day of theirs: of what happens
  /// on a day, and under `not`, where they say that it is so on none of the days.
  mutating func time(_ when: WhenSyntax, isSome: Bool = false) -> BoundTime {
    if isSome {
      switch when.body {
      case .since(let date): return .within(first: closedDate(date), last: .today)
      case .until(let date): return .within(first: .today, last: closedDate(date))
      default: break
      }
    }
    func moved(_ term: BoundTerm, days: Int32) -> BoundTerm {
      .shifted(term, by: .value(.period(Period(days: days))), later: true)
    }
    func moved(by length: PeriodSyntax, later: Bool) -> BoundTerm {
      .shifted(.today, by: .value(.period(period(length))), later: later)
    }
    switch when.body {
    case .before(let date): return .within(first: nil, last: moved(closedDate(date), days: -1))
    case .after(let date): return .within(first: moved(closedDate(date), days: 1), last: nil)
    case .on(let date):
      let day = closedDate(date)
      return .within(first: day, last: day)
    case .onOrBefore(let date): return .within(first: nil, last: closedDate(date))
    case .onOrAfter(let date): return .within(first: closedDate(date), last: nil)
    case .since(let date): return .throughout(first: closedDate(date), last: .today)
    case .until(let date): return .throughout(first: .today, last: closedDate(date))
    case .between(let first, let last):
      return .within(first: closedDate(first), last: closedDate(last))
    case .inYear(let year):
      let (first, last) = days(of: year, at: when.range)
      return .within(first: first, last: last)
    case .inMonth(let month):
      return .within(first: .value(.day(month.first)), last: .value(.day(month.last)))
    case .inNamed(let count):
      let (first, last) = span(count, at: when.range)
      return .within(first: first, last: last)
    case .calendar(let span):
      return .within(
        first: .calendar(span, isLast: false), last: .calendar(span, isLast: true))
    case .inLast(let period): return .within(first: moved(by: period, later: false), last: .today)
    case .inNext(let period): return .within(first: .today, last: moved(by: period, later: true))
    case .moreThanAgo(let period):
      return .within(first: nil, last: moved(moved(by: period, later: false), days: -1))
    case .lessThanAgo(let period):
      return .within(first: moved(moved(by: period, later: false), days: 1), last: .today)
    }
  }

  mutating func days(of year: Int, at range: SourceRange) -> (BoundTerm, BoundTerm) {
    guard let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year, month: 12, day: 31)
    else {
      report(BindingMessages.wrongType("\(year)", wanted: "a year", at: range))
      return (.today, .today)
    }
    return (.value(.day(first)), .value(.day(last)))
  }

  // MARK: Adjectives

  /// The conditions of the adjectives before a noun.
  mutating func adjectives(_ noun: NounPhraseSyntax, on variable: Variable) -> [BoundCondition] {
    noun.adjectives.map { adjective($0, on: variable, nounEnd: noun.headEnd) }
  }

  mutating func adjective(
    _ syntax: AdjectiveSyntax, on variable: Variable, nounEnd: Int?
  ) -> BoundCondition {
    let alternatives = syntax.words.map { word in
      adjective(
        word, on: .variable(variable), slot: reachedFrom[variable.index], nounEnd: nounEnd)
    }
    let condition = BoundCondition.disjunction(alternatives)
    return syntax.isNegated ? .not(condition) : condition
  }

  /// The condition that an adjective holds of a thing.
  ///
  /// `slot` is what fills the slot of a relational adjective, if anything does;
  /// `nounEnd` is where the noun behind the adjective ends, for the edit that
  /// fills the slot.
  ///
  /// With `days` it holds then, which only a definition can tell.
  mutating func adjective(
    _ word: WordSyntax, on operand: Operand, slot: Operand?, nounEnd: Int?,
    days: [BoundTime] = []
  ) -> BoundCondition {
    let kinds = self.kinds(of: operand)
    switch Keyword(word: word.base) {
    case .current: return current(operand, kinds)
    case .known: return .known(.entity(operand))
    case .unknown: return .not(.known(.entity(operand)))
    default: break
    }
    var choices: [AttributeID: Value] = [:]
    var alternatives: [BoundCondition] = []
    var slots: [DefinitionID] = []
    for meaning in model.adjectives[word.base] ?? [] {
      switch meaning {
      case .flag(let attribute):
        guard kinds.contains(model.schema[attribute].kind) else { continue }
        alternatives.append(
          .compare(.attribute([attribute], operand), .equal, .value(.flag(true))))
      case .choice(let attribute, let value):
        guard kinds.contains(model.schema[attribute].kind) else { continue }
        choices[attribute] = value
      case .definition(let id):
        let definition = model[id]
        let subject = definition.variables[definition.parameters[0].index].kinds
        guard subject.overlaps(kinds) else { continue }
        if definition.form == .relationalAdjective {
          slots.append(id)
        } else {
          narrow(operand, to: subject)
          let now = BoundCondition.definition(id, [operand])
          alternatives.append(.conjunction(days.map { .during($0, now) }, orElse: now))
        }
      }
    }
    for attribute in choices.keys.sorted(by: { $0.index < $1.index }) {
      guard let value = choices[attribute] else { continue }
      alternatives.append(.compare(.attribute([attribute], operand), .equal, .value(value)))
    }
    if alternatives.isEmpty, !slots.isEmpty {
      return relational(word, slots, operand, slot, nounEnd, days)
    }
    let isDefined = alternatives.count > choices.count && choices.isEmpty
    if !days.isEmpty, !alternatives.isEmpty, !isDefined || hasFlag(word, kinds) {
      report(BindingMessages.pastOfTimeless(at: word.range))
    }
    guard !alternatives.isEmpty else {
      let own = kinds.count > 4 ? [] : kinds.flatMap { model.schema[$0].attributes }
      func named(_ isMeant: (Attribute) -> Bool) -> [String] {
        own.map { model.schema[$0] }.filter { !$0.isHidden && isMeant($0) }.map(\.name)
          .removingRepetitions { _ in false }
      }
      let isLate = ["overdue", "late", "expired", "due"].contains(word.base)
      report(
        BindingMessages.notAnAdjective(
          word.text, of: kinds.count > 4 ? "such things" : model.phrase(kinds, plural: true),
          valueOf: named { $0.type.choices?.contains(word.base) == true },
          dates: named { isLate && $0.type == .date && $0.name.contains("due") }, at: word.range))
      return .always
    }
    return .disjunction(alternatives)
  }

  /// Whether a word is a flag of things of some kinds.
  private func hasFlag(_ word: WordSyntax, _ kinds: [KindID]) -> Bool {
    (model.adjectives[word.base] ?? []).contains { meaning in
      guard case .flag(let attribute) = meaning else { return false }
      return kinds.contains(model.schema[attribute].kind)
    }
  }

  /// A relational adjective: its slot is filled, or it is an error.
  private mutating func relational(
    _ word: WordSyntax, _ definitions: [DefinitionID], _ operand: Operand, _ slot: Operand?,
    _ nounEnd: Int?, _ days: [BoundTime]
  ) -> BoundCondition {
    let slotKinds = definitions.map { id in
      model[id].variables[model[id].parameters[1].index].kinds
    }
    var fitting: [BoundCondition] = []
    if let slot {
      let kinds = self.kinds(of: slot)
      var subjects: Set<KindID> = []
      for (id, wanted) in zip(definitions, slotKinds)
      where wanted.overlaps(kinds) {
        let now = BoundCondition.definition(id, [operand, slot])
        fitting.append(.conjunction(days.map { .during($0, now) }, orElse: now))
        subjects.formUnion(model[id].variables[model[id].parameters[0].index].kinds)
      }
      if !fitting.isEmpty {
        narrow(slot, to: slotKinds.flatMap { $0 }.sorted())
        narrow(operand, to: subjects.sorted())
      }
    }
    guard fitting.isEmpty else { return .disjunction(fitting) }
    let nouns = slotKinds.map { model.phrase($0) }
    report(
      BindingMessages.unfilledSlot(
        word, model[definitions[0]].preposition, slots: nouns, after: nounEnd))
    return .always
  }

  /// `current`: a record's link holds on the as-of day. Links read by a verb or
  /// noun hold on that day anyway.
  private func current(_ operand: Operand, _ kinds: [KindID]) -> BoundCondition {
    var starts: [AttributeID] = []
    var ends: [AttributeID] = []
    for kind in kinds {
      for id in model.schema[kind].attributes {
        switch model.schema[id].source {
        case .linkStart: starts.append(id)
        case .linkEnd: ends.append(id)
        default: break
        }
      }
    }
    guard !starts.isEmpty else { return .always }
    let start = BoundTerm.attribute(starts, operand)
    let end = BoundTerm.attribute(ends, operand)
    return .all([
      .any([.not(.known(start)), .compare(start, .lessOrEqual, .today)]),
      .any([.not(.known(end)), .compare(end, .greater, .today)]),
    ])
  }
}

extension NounPhraseSyntax {
  /// Where the noun itself ends, before its modifiers.
  var headEnd: Int? {
    if let variable { return variable.range.end }
    if let name { return name.range.end }
    switch head {
    case .kinds(let words): return words.last?.range.end
    case .relation(let noun, let owner): return owner?.range.end ?? noun.range.end
    default: return nil
    }
  }
}
