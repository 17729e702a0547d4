// SPDX-License-Identifier: Apache-2.0

extension Parser {
  /// Whether a question for periods begins here: a kind may have the word too.
  mutating func atPeriods() -> Bool {
    guard at(.periods) else { return false }
    let isSpan = at(
      anyOf: [.in, .since, .between, .before, .after, .on, .until, .more, .less], 1)
    return isSpan || atCalendar(1)
  }

  /// periods = "periods" when [ "per" np ] "when" props ;
  mutating func periods() -> QuestionSyntax.Subject {
    let start = take().range.start
    let span = when()
    let noun = take(.per) ? nounPhrase() : nil
    expect(.when)
    let propositions = propositions()
    if span == nil { fail() }
    return .periods(
      PeriodsSyntax(
        span: span ?? WhenSyntax(body: .inYear(0), range: range), noun: noun,
        propositions: propositions),
      range(from: start))
  }
}
