// SPDX-License-Identifier: Apache-2.0

extension QuestionSyntax {
  /// Whether it is `Ann's department`, which is a value and no thing.
  fileprivate var isAttribute: Bool {
    guard case .set(let set) = subject, set.rest.isEmpty,
      case .reference(let reference) = set.first.noun.head,
      case .attribute? = reference.steps.last
    else { return false }
    return true
  }
}

extension Parser {
  /// let = "let" words "be" ( question | period | date | term ) ;
  ///
  /// What can be read as a question is one: `let boss be "Ann Li"` is a set of
  /// one thing.
  mutating func letStatement() -> StatementSyntax? {
    let start = take().range.start
    if token().kind == .name(isQuoted: false) {
      fail(SyntaxMessages.capitalInLet(token()))
      return nil
    }
    let name = words { $0.token().keyword == .be }
    expect(.be)
    guard !hasFailed else { return nil }
    var asked = self
    let question = asked.question()
    if let question, asked.isDone, !question.isAttribute {
      self = asked
      return .let(LetSyntax(name: name, body: .question(question), range: range(from: start)))
    }
    var valued = self
    let value = valued.letValue()
    if let value, valued.isDone || valued.furthest > asked.furthest {
      self = valued
      return .let(LetSyntax(name: name, body: value, range: range(from: start)))
    }
    // Both could go on where both have stopped.
    if valued.furthest == asked.furthest { asked.expected.formUnion(valued.expected) }
    self = asked
    return question.map {
      .let(LetSyntax(name: name, body: .question($0), range: range(from: start)))
    }
  }

  /// Whether the whole statement has been read.
  private var isDone: Bool { !hasFailed && isAtEnd }

  private mutating func letValue() -> LetSyntax.Body? {
    if atPeriod() { return .period(expectPeriod()) }
    var dated = self
    let date = dated.date()
    if dated.isDone || dated.furthest > furthest && date.shift != nil {
      self = dated
      return date.shift == nil ? .term(date.base) : .date(date)
    }
    return .term(term())
  }
}
