// SPDX-License-Identifier: Apache-2.0

/// Checks, exceptions from them, and questions with names.
extension Parser {
  /// check = "check" [ NAME ] ":" props [ "," "where" props ] [ [ "," ] "showing" column { "," column } ] { LINE option-of-check } ;
  mutating func check() -> StatementSyntax? {
    take()
    let name = atName() ? takeName() : nil
    expect(sign: ":")
    let start = range.start
    isInCheck = true
    let propositions = propositions()
    var restriction: PropositionsSyntax?
    if at(sign: ","), at(.where, 1) {
      take()
      take()
      restriction = self.propositions()
    }
    let end = range(from: start)
    let columns = showing()
    isInCheck = false
    var check = CheckSyntax(
      name: name, propositions: propositions, restriction: restriction, columns: columns,
      severity: .medium, clauses: [], exceptions: [], subjectRange: end)
    while !hasFailed, !isAtEnd, token().startsLine { checkOption(&check) }
    return .check(check)
  }

  /// Whether a token at the beginning of a line is that of an option.
  func isCheckOption(_ token: Token) -> Bool {
    token.keyword == .severity || token.keyword == .clause || token.keyword == .except
  }

  /// option-of-check = "severity" WORD | "clause" clause-name { "," clause-name } | "except" thing "by" NAME "because" STRING [ "until" date ] ;
  private mutating func checkOption(_ check: inout CheckSyntax) {
    let start = range.start
    if take(.severity) {
      let severities = CheckSyntax.Severity.allCases
      guard let severity = severities.first(where: { $0.rawValue == token().text }) else {
        fail(SyntaxMessages.noSeverity(token(), severities.map(\.rawValue)))
        return
      }
      take()
      check.severity = severity
      check.severityRange = range(from: start)
    } else if take(.clause) {
      repeat { check.clauses.append(clauseName()) } while take(sign: ",") && !hasFailed
    } else if take(.except) {
      let thing = thing()
      check.exceptions.append(exception(of: thing, from: start))
    } else {
      fail()
    }
  }

  private mutating func expectName() -> NameSyntax {
    if atName() { return takeName() }
    fail()
    return NameSyntax(text: "", range: range)
  }

  /// clause-name = NAME | NUMBER ;
  private mutating func clauseName() -> NameSyntax {
    if atName() || atNumber() { return takeName() }
    fail()
    return NameSyntax(text: "", range: range)
  }

  /// exception = "except" thing "from" NAME "by" NAME "because" STRING [ "until" date ] ;
  ///
  /// One for a check that stands elsewhere.
  mutating func exception() -> StatementSyntax? {
    let start = take().range.start
    let thing = thing()
    expect(.from)
    let check = expectName()
    let exception = exception(of: thing, from: start)
    return .exception(ExceptionSyntax(check: check, exception: exception))
  }

  private mutating func exception(of thing: ThingSyntax, from start: Int) -> CheckSyntax.Exception {
    expect(.by)
    let owner = expectName()
    expect(.because)
    let reason = expectText()
    let until = take(.until) ? date() : nil
    return .init(
      thing: thing, owner: owner, reason: reason, until: until, range: range(from: start))
  }

  // MARK: Named questions

  /// Whether `question` begins the statement of this name, and is no word of a model.
  mutating func isNamedQuestion() -> Bool {
    guard at(.question) else { return false }
    guard token().term == nil else { return atText(1) && at(sign: ":", 2) }
    return atText(1) || token(1).kind == .end
  }

  /// named-question = "question" STRING ":" question [ LINE "clause" clause-name { "," clause-name } ] ;
  mutating func namedQuestion() -> StatementSyntax? {
    take()
    let name = expectText()
    expect(sign: ":")
    isInCheck = true
    let read = question()
    isInCheck = false
    guard let question = read else { return nil }
    var clauses: [NameSyntax] = []
    if !hasFailed, !isAtEnd, token().startsLine, take(.clause) {
      repeat { clauses.append(clauseName()) } while take(sign: ",") && !hasFailed
    }
    return .named(NamedQuestionSyntax(name: name, question: question, clauses: clauses))
  }
}
