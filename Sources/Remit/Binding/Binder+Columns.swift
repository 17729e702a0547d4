// SPDX-License-Identifier: Apache-2.0

extension Binder {
  // MARK: Columns, keys, measures

  mutating func column(_ syntax: ColumnSyntax) -> BoundColumn {
    pronounSubject = columnSubject ?? head.map(Operand.variable)
    defer { pronounSubject = nil }
    let term = term(syntax.term)
    refuseSame(term.term, syntax.term)
    return BoundColumn(
      title: syntax.title ?? SyntaxPrinter().print(syntax.term),
      term: listed(term, at: syntax.term.range))
  }

  /// Refuses a number that is the same in every row: in `owners, showing number
  /// of assets`, it would be that of all assets.
  private mutating func refuseSame(_ term: BoundTerm, _ syntax: TermSyntax) {
    guard let head, term.freeVariables.isEmpty, let noun = syntax.counted else { return }
    let kinds = variables[head.index].kinds
    report(
      BindingMessages.sameForAll(
        SyntaxPrinter().print(syntax), of: model.phrase(kinds, plural: true),
        links: noun.posts.isEmpty ? links(from: kinds, to: noun.words.flatMap(kindsNamed)) : [],
        behind: noun.range.end, at: syntax.range))
  }

  /// The words behind a noun that link it to `them`, at most three ways.
  private func links(from kinds: [KindID], to others: [KindID]) -> [String] {
    var found: [String] = []
    // Those first that were declared first.
    let verbs = model.verbs.sorted {
      ($0.value.relations.first?.index ?? .max, $0.key)
        < ($1.value.relations.first?.index ?? .max, $1.key)
    }
    for (base, verb) in verbs {
      let relations =
        verb.relations.map(RelationReference.stored)
        + verb.definitions.map(RelationReference.defined)
      func joins(_ left: [KindID], _ right: [KindID]) -> Bool {
        relations.contains {
          model.kinds($0, at: .left).overlaps(left)
            && model.kinds($0, at: .right).overlaps(right)
        }
      }
      if joins(kinds, others), !verb.isLink { found.append("that they \(verb.forms.plural)") }
      if joins(others, kinds) {
        found.append(verb.isLink ? "\(base) them" : "that \(verb.forms.plural) them")
      }
    }
    return Array(found.prefix(3))
  }

  /// A term over several things is the list of its values.
  private mutating func listed(_ term: TypedTerm, at range: SourceRange) -> BoundTerm {
    guard let last = term.steps.last else { return term.term }
    if term.steps.dropLast().contains(where: { term.term.mentions($0.variable) }) {
      report(BindingMessages.severalOfSeveral(at: range))
      return .today
    }
    let condition = term.steps.dropLast().reversed().reduce(last.condition) { $1.wrap($0) }
    return .list(term.term, last.variable, condition)
  }

  /// `sorted by "reports"`: the column with that heading.
  mutating func named(_ syntax: SortSyntax, among columns: [ColumnSyntax]) -> SortSyntax {
    guard case .text(let heading)? = syntax.term, !heading.isParameter else { return syntax }
    var sort = syntax
    if let column = columns.first(where: { $0.title == heading.text }) {
      sort.term = column.term
    } else {
      report(
        BindingMessages.unknownHeading(
          heading.text, known: columns.compactMap(\.title), at: heading.range))
    }
    return sort
  }

  mutating func sortKey(_ syntax: SortSyntax) -> BoundSort {
    if syntax.column != nil { report(BindingMessages.noPeriods(at: syntax.wordRange)) }
    pronounSubject = head.map(Operand.variable)
    defer { pronounSubject = nil }
    let term = syntax.term.map { syntax in
      let term = self.term(syntax)
      refuseSame(term.term, syntax)
      return listed(term, at: syntax.range)
    }
    return BoundSort(term: term, descending: syntax.descending)
  }

  /// Sorts an answer of numbers: by the number, or by one of its keys.
  mutating func measureSort(_ syntax: SortSyntax, keys: [BoundKey]) -> BoundSort {
    if syntax.column != nil { report(BindingMessages.noPeriods(at: syntax.wordRange)) }
    guard let term = syntax.term else { return BoundSort(term: nil, descending: syntax.descending) }
    let title = SyntaxPrinter().print(term)
    for key in keys {
      switch key {
      case .term(let value, title):
        return BoundSort(term: value, descending: syntax.descending)
      case .things(let group, _, _, title):
        return BoundSort(term: .entity(.variable(group)), descending: syntax.descending)
      default: continue
      }
    }
    let titles = keys.map { key in
      switch key {
      case .term(_, let title), .things(_, _, _, let title): title
      }
    }
    report(BindingMessages.sortedByOther(title, keys: titles, at: term.range))
    return BoundSort(term: nil, descending: syntax.descending)
  }

  mutating func measure(
    _ syntax: MeasureSyntax, sort: [SortSyntax], limit: Int?
  ) -> BoundShape {
    let head = self.head ?? Variable(0)
    var measure = BoundMeasure.count(title: "number")
    if syntax.isShare { measure = .share(share, title: "percent") }
    if let (function, amounts) = syntax.aggregate,
      let term = amount(amounts, of: head, by: function)
    {
      if scope.outermostReferents.contains(where: { $0 != head && term.term.mentions($0) }) {
        report(BindingMessages.amountOfSeveral(at: amounts.range))
      }
      measure = .aggregate(
        Aggregate(rawValue: function.rawValue) ?? .total, term.term,
        title: "\(function.rawValue) \(SyntaxPrinter().print(amounts))")
    }
    let keys = syntax.keys.map { key($0, head) }
    return .measure(
      measure, keys: keys, sort: sort.map { measureSort($0, keys: keys) }, limit: limit)
  }

  /// `per department`, `per owner`
  private mutating func key(_ syntax: KeySyntax, _ head: Variable) -> BoundKey {
    let word = syntax.steps[0]
    let title = syntax.title
    let kinds = variables[head.index].kinds
    if !syntax.isDirect, !model.attributes(named: word.base, of: kinds).isEmpty {
      let term = attribute(word, of: .variable(head))
      return .term(term?.term ?? .today, title: title)
    }
    if syntax.steps.count > 1 { return chainKey(syntax, head, title) }
    let noun = endNoun(word, isDirect: syntax.isDirect)
    let further = nouns(towards: word.base, from: kinds)
    if !syntax.isDirect, !further.isEmpty, ends(noun, from: kinds).isEmpty {
      report(
        BindingMessages.keyFurtherOn(
          word.text, of: model.phrase(kinds, plural: true), through: further, at: word.range))
      return .term(.today, title: title)
    }
    let group = variable(endKinds(noun, from: kinds))
    let member = endLink(noun, thing: .variable(group), owner: .variable(head))
    // All of a kind make groups when the key is the kind's own word; else those
    // at that end of any thing of the counted kinds.
    if model.schema.kind(named: word.base).map({ [$0] }) == variables[group.index].kinds {
      return .things(group, groups: .always, member: member, title: title)
    }
    let any = variable(kinds)
    let link = endLink(noun, thing: .variable(group), owner: .variable(any))
    return .things(
      group, groups: .quantified(.some, any, among: link, holds: .always), member: member,
      title: title)
  }

  /// `per owner's department`: each value at the end of the chain is a group.
  private mutating func chainKey(
    _ syntax: KeySyntax, _ head: Variable, _ title: String
  ) -> BoundKey {
    var steps: [ChainStep] = []
    var current = Operand.variable(head)
    var term = TypedTerm(term: .entity(current), type: nil, name: title, isThing: true)
    for (index, word) in syntax.steps.enumerated() {
      let isDirect = syntax.isDirect && index == 0
      if !isDirect, !model.attributes(named: word.base, of: kinds(of: current)).isEmpty {
        if let value = attribute(word, of: current) { term = value }
        break
      }
      let step = chainStep(endNoun(word, isDirect: isDirect), [], from: current)
      steps.append(step)
      current = .variable(step.variable)
      term.term = .entity(current)
    }
    term.steps = steps
    return .term(listed(term, at: syntax.range), title: title)
  }

  private func endNoun(_ word: WordSyntax, isDirect: Bool) -> RelationNounSyntax {
    RelationNounSyntax(isDirect: isDirect, words: [word], repetition: nil, range: word.range)
  }
}

extension TermSyntax {
  /// The noun whose things are counted or gathered.
  fileprivate var counted: NounPhraseSyntax? {
    switch self {
    case .count(let noun, _), .share(let noun, _), .aggregate(_, _, let noun, _): noun
    default: nil
    }
  }
}
