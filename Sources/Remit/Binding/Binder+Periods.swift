// SPDX-License-Identifier: Apache-2.0

extension Binder {
  /// `periods in 2025 per role when it had no holder`
  ///
  /// The noun is read on the day of the question; what stands behind `when` is
  /// read as of each day, where the past means that day.
  mutating func periodsQuestion(
    _ syntax: PeriodsSyntax, _ question: QuestionSyntax
  ) -> BoundQuery {
    let (first, last) = span(syntax.span)
    var head = Variable(0)
    var condition = BoundCondition.always
    if let noun = syntax.noun {
      let bound = headNoun(noun)
      head = bound.variable
      condition = scope.closeAll(except: head).reversed()
        .reduce(bound.condition) { $0.binding($1) }
      pronounSubject = .variable(head)
    } else {
      // It stands for nothing: no thing is of no kind.
      head = variable([])
    }
    isAboutOneDay = true
    let when = closed { $0.propositions(syntax.propositions) }
    isAboutOneDay = false
    pronounSubject = nil
    if syntax.noun == nil, let column = question.columns.first {
      report(BindingMessages.columnsOfNothing(at: column.term.range))
    }
    let limit = question.first.map { number($0) }
    if limit == 0 { report(BindingMessages.firstNone(at: question.range)) }
    let periods = BoundPeriods(
      first: first, last: last, isOfThings: syntax.noun != nil, when: when,
      columns: syntax.noun == nil ? [] : self.columns(question.columns),
      sort: question.sort.map { periodSort($0, isOfThings: syntax.noun != nil) },
      limit: limit)
    return BoundQuery(
      variables: [], names: [], head: head, rowVariables: [], condition: condition,
      shape: .periods(periods), asOf: nil, missing: [])
  }

  /// The first and the last day of a span; both have to be there.
  private mutating func span(_ when: WhenSyntax) -> (BoundTerm, BoundTerm) {
    switch time(when) {
    case .within(let first?, let last?), .throughout(let first?, let last?): return (first, last)
    default:
      report(BindingMessages.openSpan(SyntaxPrinter().print([when]), at: when.range))
      return (.today, .today)
    }
  }

  private mutating func periodSort(
    _ syntax: SortSyntax, isOfThings: Bool
  ) -> BoundPeriods.Sort {
    if let column = syntax.column {
      return BoundPeriods.Sort(key: .column(column), descending: syntax.descending)
    }
    guard isOfThings, let term = syntax.term else {
      let columns = PeriodColumn.allCases.map(\.rawValue)
      report(
        BindingMessages.periodsSortedByOther(
          columns, at: syntax.term?.range ?? syntax.wordRange))
      return BoundPeriods.Sort(key: .column(.from), descending: false)
    }
    let key = sortKey(SortSyntax(term: term, descending: syntax.descending))
    return BoundPeriods.Sort(key: .term(key.term ?? .today), descending: syntax.descending)
  }
}
