// SPDX-License-Identifier: Apache-2.0

/// Turns a tree into its meaning: every word resolved against the model, every
/// noun phrase a variable, every determiner a quantifier.
///
/// The binder knows the schema and never the data. It does not throw: mistakes
/// are diagnostics, and what is bound then is as much as could be understood,
/// for completion to ask which kinds a place takes.
///
/// Nouns become first-order logic as Inform 7 and Attempto do it: a determiner
/// quantifies over the noun, in surface order; `a control c` leaves its
/// variable to be bound where the clause closes, so that it can be named again
/// to the right.
///
/// - SeeAlso: H. Kamp and U. Reyle, "From Discourse to Logic" (1993), for how
///   long a noun can be referred to.
struct Binder {
  /// What the words mean, for closures: one that looks into ``model`` has the binder copied.
  let known: SharedModel
  /// Whether a number may be a parameter that has no value yet: what is bound with
  /// one is bound again when it has.
  let leavesParametersOpen: Bool
  var variables: [BoundVariable] = []
  var names: [BoundName] = []
  var scope = Scope()
  var diagnostics: [Diagnostic] = []
  /// The thing at the other end of the link that reached a variable: what fills
  /// the slot of a relational adjective (reading rule 5).
  var reachedFrom: [Int: Operand] = [:]
  /// Variables of `something` and its like, which take the kinds of their place.
  var wide: Set<Int> = []
  /// The head of the row, or the thing defined.
  var head: Variable?
  /// Where the head noun was written, for edits that name it.
  var headRange: SourceRange?
  /// Where the head noun's word ends, for an edit that gives it a variable.
  var headWordEnd: Int?
  /// What `it` and a bare attribute stand for where the place settles it:
  /// columns, sorting, keys, `where` and the body of a definition.
  var pronounSubject: Operand?
  /// Puts the verb beside a pronoun into the form for one thing: in `that they
  /// hold`, what is read behind `x`.
  var pronounVerb: Diagnostic.Edit?
  /// What `the person` means where a definition has introduced a person.
  var definites: [Definite] = []
  /// What a column is about where there is no row: an offender of a check.
  var columnSubject: Operand?
  /// What has to hold of the part that a share counts.
  var share = BoundCondition.always
  /// Whether what holds on one day is read, where the past means that day.
  var isAboutOneDay = false
  /// The parameters whose values have become numbers of the query.
  var fixedParameters: [String: Value] = [:]
  /// What letters and pronouns mean outside the statement.
  let letters: Letters

  /// What the words mean.
  var model: Model { _read { yield known.model } }

  init(
    _ model: SharedModel, letters: Letters = Letters(), leavesParametersOpen: Bool = false
  ) {
    known = model
    self.letters = letters
    self.leavesParametersOpen = leavesParametersOpen
  }

  init(_ model: Model, letters: Letters = Letters()) {
    self.init(SharedModel(model), letters: letters)
  }

  // MARK: Variables and names

  mutating func variable(_ kinds: [KindID], named name: VariableSyntax? = nil) -> Variable {
    let variable = Variable(variables.count)
    variables.append(BoundVariable(name: name?.text, kinds: kinds))
    if let name {
      if let standing = scope.find(name.text), standing.isVisible {
        report(BindingMessages.variableTaken(name.text, at: name.range))
      }
      scope.introduce(name.text, variable)
    }
    return variable
  }

  mutating func name(_ syntax: NameSyntax, kinds: [KindID]) -> Operand {
    var kinds = kinds
    if let word = syntax.kind {
      let named = kindsNamed(word)
      kinds = kinds.filter(named.contains)
      if kinds.isEmpty { kinds = named }
    }
    names.append(
      BoundName(
        text: syntax.text, isParameter: syntax.isParameter, kinds: kinds, range: syntax.range))
    return .name(NameID(names.count - 1))
  }

  /// A letter or pronoun that has a thing outside the statement.
  mutating func outer(_ word: String, at range: SourceRange) -> Operand? {
    guard let thing = letters.things[word] ?? (word.count > 1 ? letters.subject : nil) else {
      return nil
    }
    // One letter is one name, so that what is said of it is said of one thing.
    if let standing = names.firstIndex(where: { $0.text == word && $0.thing == thing }) {
      return .name(NameID(standing))
    }
    names.append(
      BoundName(text: word, isParameter: false, kinds: [thing.kind], range: range, thing: thing))
    return .name(NameID(names.count - 1))
  }

  /// What a letter that can be used stands for.
  mutating func thing(ofLetter name: String) -> Operand? {
    if let found = scope.find(name) { return found.isVisible ? .variable(found.variable) : nil }
    return letters.things[name] == nil ? nil : outer(name, at: SourceRange(0, 0))
  }

  func kinds(of operand: Operand) -> [KindID] {
    switch operand {
    case .variable(let variable): variables[variable.index].kinds
    case .name(let name): names[name.index].kinds
    }
  }

  /// Narrows what a name or a wide variable can be to the kinds of its place.
  mutating func narrow(_ operand: Operand, to kinds: [KindID]) {
    switch operand {
    case .name(let name):
      let both = names[name.index].kinds.filter(kinds.contains)
      if !both.isEmpty { names[name.index].kinds = both }
    case .variable(let variable):
      guard wide.contains(variable.index) else { return }
      let both = variables[variable.index].kinds.filter(kinds.contains)
      if !both.isEmpty { variables[variable.index].kinds = both }
    }
  }

  /// Notes a mistake, once for each place.
  mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.contains(where: { $0.id == diagnostic.id && $0.range == diagnostic.range }) {
      return
    }
    diagnostics.add(diagnostic)
  }

  /// The kinds a kind's word or a defined noun stands for.
  func kindsNamed(_ word: WordSyntax) -> [KindID] {
    if let kind = model.schema.kind(named: word.base) { return [kind] }
    if let noun = model.definedNouns[word.base] {
      return model[noun].variables[model[noun].parameters[0].index].kinds
    }
    return []
  }

  /// The kinds `something` may be: all but records.
  var ordinaryKinds: [KindID] {
    let kinds = model.schema.kinds.filter { !$0.isRecord && !$0.isTable && !$0.isHidden }.map(\.id)
    return kinds.isEmpty ? model.allKinds : kinds
  }

  // MARK: Regions

  /// Reads something whose named nouns cannot be used outside it.
  mutating func closed(_ read: (inout Binder) -> BoundCondition) -> BoundCondition {
    scope.open()
    let condition = read(&self)
    return scope.close().reversed().reduce(condition) { $0.binding($1) }
  }

  // MARK: Questions

  /// Binds a question.
  static func bind(
    _ question: QuestionSyntax, model: Model, letters: Letters = Letters()
  ) -> (query: BoundQuery, diagnostics: [Diagnostic]) {
    var binder = Binder(model, letters: letters)
    return (binder.bind(question), binder.diagnostics)
  }

  /// Binds the question that the binder was made for.
  mutating func bind(_ syntax: QuestionSyntax) -> BoundQuery {
    let query = question(syntax)
    if !diagnostics.isEmpty {
      let reading = SyntaxPrinter.reading(of: syntax)
      for index in diagnostics.indices { diagnostics[index].reading = reading }
    }
    return query
  }

  private mutating func question(_ question: QuestionSyntax) -> BoundQuery {
    if let across = question.strayAcross { report(BindingMessages.strayAcross(at: across)) }
    let asOf = asOfDay(question.contexts)
    let limit = question.first.map { number($0) }
    var condition: BoundCondition
    let head: Variable
    var measure: MeasureSyntax?
    var counts = false
    switch question.subject {
    case .set(let set): (head, condition) = self.set(set)
    case .measure(let syntax):
      measure = syntax
      if syntax.isShare {
        (head, condition) = shareSet(syntax.set)
      } else {
        (head, condition) = self.set(syntax.set)
      }
    case .why(let why):
      let query = whyQuestion(why)
      return finished(query, asOf, question.contexts)
    case .top(let top):
      var query = topQuestion(top)
      if question.columns.count + question.sort.count > 0 || question.first != nil {
        report(BindingMessages.tailOfTop(at: question.range))
      }
      (query.rowVariables, query.condition) = closeRows(
        query.condition, shape: query.shape, with: query.rowVariables)
      return finished(query, asOf, question.contexts)
    case .path(let walk, _):
      var query = pathQuestion(walk, question)
      (query.rowVariables, query.condition) = closeRows(
        query.condition, shape: query.shape, with: query.rowVariables)
      return finished(query, asOf, question.contexts)
    case .periods(let periods, _):
      let query = periodsQuestion(periods, question)
      return finished(query, asOf, question.contexts)
    case .distance(let function, let walk, let range):
      var query = distanceQuestion(function, walk, at: range, limit: limit)
      (query.rowVariables, query.condition) = closeRows(query.condition, shape: query.shape)
      return finished(query, asOf, question.contexts)
    case .who(let verbs, _):
      head = variable(ordinaryKinds)
      wide.insert(head.index)
      scope.addNoun(head)
      self.head = head
      condition = verbPhrase(verbs, subject: .variable(head))
      markWhoIs(verbs)
    case .which(let noun, let verbs, let isCount):
      counts = isCount
      let bound = headNoun(noun)
      (head, condition) = (bound.variable, bound.condition)
      if let verbs {
        condition = .conjunction([condition, verbPhrase(verbs, subject: .variable(head))])
      }
    }
    self.head = head
    var query = BoundQuery(
      variables: [], names: [], head: head, rowVariables: [], condition: .always,
      shape: .rows([], sort: [], limit: limit), asOf: asOf, missing: [])
    if limit == 0 { report(BindingMessages.firstNone(at: question.range)) }
    if let measure {
      query.shape = self.measure(measure, sort: question.sort, limit: limit)
    } else if counts {
      let sort = question.sort.map { measureSort($0, keys: []) }
      query.shape = .measure(.count(title: "number"), keys: [], sort: sort, limit: limit)
    } else {
      var columns = columns(question.columns)
      if columns.isEmpty { columns = tableColumns(head) }
      let sort = question.sort.map { sortKey(named($0, among: question.columns)) }
      query.shape = .rows(columns, sort: sort, limit: limit)
    }
    (query.rowVariables, query.condition) = closeRows(condition, shape: query.shape)
    return finished(query, asOf, question.contexts)
  }

  /// The query with all that was made while it was bound.
  private func finished(
    _ query: BoundQuery, _ asOf: BoundTerm?, _ contexts: [ContextSyntax]
  ) -> BoundQuery {
    var query = query
    query.asOf = asOf
    for case .asOf(let date, _) in contexts { query.asOfRange = date.range }
    query.variables = variables
    query.names = names
    query.fixedParameters = fixedParameters
    if case .periods = query.shape { return query }
    query.missing = query.condition.missingCauses(in: model, variables: variables)
    return query
  }

  /// The day of `as of`; of several, each counts from the one before it.
  private mutating func asOfDay(_ contexts: [ContextSyntax]) -> BoundTerm? {
    var day: BoundTerm?
    for case .asOf(let date, _) in contexts {
      let next = constantDate(date)
      day = day.map { next.replacingToday(with: $0) } ?? next
    }
    return day
  }

  /// Binds the referents that no column mentions; the others belong to the row.
  private mutating func closeRows(
    _ condition: BoundCondition, shape: BoundShape, with rowVariables: [Variable] = []
  ) -> (row: [Variable], BoundCondition) {
    var mentioned = rowVariables
    switch shape {
    case .rows(let columns, let sort, _), .top(let columns, let sort, _, _):
      let terms = columns.map(\.term) + sort.compactMap(\.term)
      mentioned += scope.outermostReferents.filter { referent in
        !rowVariables.contains(referent) && terms.contains { $0.mentions(referent) }
      }
    case .measure, .periods: break
    }
    let condition = scope.outermostReferents.reversed().filter { !mentioned.contains($0) }
      .reduce(condition) { $0.binding($1) }
    return (mentioned, condition)
  }

  // MARK: Shares

  /// The things a share is counted among: the noun with its adjectives. What
  /// stands behind it is kept in ``share``.
  private mutating func shareSet(_ set: SetSyntax) -> (Variable, BoundCondition) {
    if !set.rest.isEmpty { report(BindingMessages.shareOfSets(at: set.range)) }
    let whole = phraseParts(set.first)
    share = scope.outermostReferents.reversed().reduce(whole.modifiers) { $0.binding($1) }
    scope = Scope()
    if share == .always { report(BindingMessages.shareOfAll(at: set.range)) }
    head = whole.variable
    return (whole.variable, whole.core)
  }

  // MARK: Sets and phrases

  /// set = phrase { ( "plus" | "except" ) phrase }
  mutating func set(_ set: SetSyntax) -> (Variable, BoundCondition) {
    var (head, condition) = phrase(set.first)
    guard !set.rest.isEmpty else { return (head, condition) }
    for part in set.rest {
      scope.open()
      let (other, otherCondition) = phrase(part.phrase)
      let closed = scope.close().reversed().reduce(otherCondition) { $0.binding($1) }
      let kinds = variables[other.index].kinds
      let there = closed.replacing(other, with: .variable(head))
      switch part.operation {
      case .plus:
        let own = variables[head.index].kinds
        let both = Set(own).union(kinds).sorted()
        let one = both == own ? condition : .conjunction([.isOf(.variable(head), own), condition])
        let two = both == kinds ? there : .conjunction([.isOf(.variable(head), kinds), there])
        variables[head.index].kinds = both
        condition = .disjunction([one, two])
      case .except:
        let own = variables[head.index].kinds
        let isNarrower = !own.allSatisfy(kinds.contains)
        let excluded =
          isNarrower ? BoundCondition.conjunction([.isOf(.variable(head), kinds), there]) : there
        condition = .conjunction([condition, .not(excluded)])
      }
    }
    self.head = head
    return (head, condition)
  }

  /// phrase = np { "," [ "and" | "or" ] post } [ "where" props ]
  ///
  /// `, or` opens a second way in beside the modifiers; the noun itself, with
  /// its adjectives, stays.
  mutating func phrase(_ phrase: PhraseSyntax) -> (Variable, BoundCondition) {
    let parts = phraseParts(phrase)
    return (parts.variable, parts.condition)
  }

  mutating func phraseParts(_ phrase: PhraseSyntax) -> BoundNoun {
    let noun = headNoun(phrase.noun)
    var modifiers = noun.modifiers
    for comma in phrase.commaPosts {
      switch comma.conjunction {
      case .and:
        modifiers = .conjunction([modifiers, post(comma.post, on: .variable(noun.variable))])
      case .or:
        let alternative = closed { $0.post(comma.post, on: .variable(noun.variable)) }
        modifiers = .disjunction([modifiers, alternative])
      }
    }
    if let props = phrase.condition {
      let outer = pronounSubject
      pronounSubject = .variable(noun.variable)
      modifiers = .conjunction([modifiers, propositions(props)])
      pronounSubject = outer
    }
    return BoundNoun(variable: noun.variable, core: noun.core, modifiers: modifiers)
  }

  /// Binds the noun a question is about.
  mutating func headNoun(_ noun: NounPhraseSyntax) -> BoundNoun {
    if case .indefinite(let word) = noun.head, word == .nobody || word == .nothing {
      report(BindingMessages.nobodyAsked(at: noun.range))
    }
    switch noun.determiner {
    case nil, .indefinite, .the, .every: break
    case .no, .only, .quantity:
      let range = noun.determinerRange ?? noun.range
      report(
        Diagnostic(
          "determiner-on-question", "a question asks for all that fit", at: range,
          edits: [
            [Diagnostic.Edit(range: SourceRange(range.start, range.end + 1), replacement: "")]
          ]
        ))
    }
    return self.noun(noun, reachedFrom: nil, isHead: true)
  }
}

/// A noun phrase as a variable with what has to hold of it.
struct BoundNoun {
  var variable: Variable
  /// What the noun and its adjectives say.
  var core: BoundCondition
  /// What the modifiers behind it say.
  var modifiers: BoundCondition

  var condition: BoundCondition { .conjunction([core, modifiers]) }
}
