// SPDX-License-Identifier: Apache-2.0

/// What `showing` tells of the things for which a check does not hold.
extension Engine {
  /// Finds mistakes in columns, also where there is nothing to show.
  ///
  /// A column has to have a meaning for one of the kinds that can be meant.
  ///
  /// - Throws: ``QueryError`` with the mistakes.
  func check(
    _ columns: [ColumnSyntax], of subject: CheckedSubject, _ context: Context
  ) throws(QueryError) {
    var binder = Binder(model, letters: context.letters)
    let head = binder.headNoun(subject.phrase.noun)
    try finish(binder, context)
    var mistakes: [Binder] = []
    for kind in binder.variables[head.variable.index].kinds {
      let (bound, _) = bind(columns, of: Entity(kind: kind, node: 0), subject, context)
      if bound.diagnostics.isEmpty { return }
      mistakes.append(bound)
    }
    if let first = mistakes.first { try finish(first, context) }
  }

  private func bind(
    _ columns: [ColumnSyntax], of thing: Entity, _ subject: CheckedSubject, _ context: Context
  ) -> (Binder, [BoundColumn]) {
    let letters = context.letters.adding(subject.phrase.noun.variable?.text, thing)
    var binder = Binder(model, letters: letters)
    binder.columnSubject = binder.outer("it", at: subject.phrase.range)
    let bound = columns.map { binder.column($0) }
    return (binder, bound)
  }

  private func headings(
    of columns: [ColumnSyntax], of subject: CheckedSubject, _ context: Context
  ) -> [String] {
    var binder = Binder(model, letters: context.letters)
    let kinds = binder.variables[binder.headNoun(subject.phrase.noun).variable.index].kinds
    let letter = Headings.Letter(kind: kinds.count == 1 ? kinds[0] : nil, isHead: true)
    let letters = subject.phrase.noun.variable.map { [$0.text: letter] } ?? [:]
    return Headings(schema: model.schema, letters: letters).of(columns)
  }

  /// The columns of some things, one row for each of them.
  mutating func shown(
    _ things: [Entity], _ columns: [ColumnSyntax], of subject: CheckedSubject, _ context: Context
  ) throws(QueryError) -> QueryResult {
    var rows: [[Value?]] = []
    for thing in things {
      try context.spendStep(of: limits)
      let (binder, bound) = bind(columns, of: thing, subject, context)
      // What its kind does not have is unknown.
      guard binder.diagnostics.isEmpty else {
        rows.append(columns.map { _ in nil })
        continue
      }
      rows.append(
        try evaluate(binder, terms: bound.map(\.term), conditions: [], context).values)
    }
    let shown = headings(of: columns, of: subject, context).enumerated().map { place, title in
      let values = rows.compactMap { $0[place] }
      let isNumeric = values.allSatisfy { if case .number = $0 { true } else { false } }
      return QueryResult.Column(title: title, isNumeric: isNumeric && !values.isEmpty)
    }
    return QueryResult(columns: shown, rows: rows)
  }
}

/// Why a check does not hold for something.
extension Engine {
  /// Proves what is said of an offender, or that what should hold of it does not.
  ///
  /// - Returns: `nil` if the proof would be too long to be read.
  mutating func proof(
    of offender: Entity, _ subject: CheckedSubject, _ context: Context
  ) throws(QueryError) -> Proof? {
    var binder = Binder(model, letters: context.letters)
    let query = binder.checked(subject) { _, predicate in
      subject.isAboutAll ? predicate.negated : predicate
    }
    try finish(binder, context)
    let today = today
    return try proving(planForProof(of: query), context) { (prover, _) throws(Stop) in
      let scope = prover.scope(nil, at: .on(today.number))
      return try prover.prove(query.condition, [query.head.index: offender], in: scope)
    }
  }
}
