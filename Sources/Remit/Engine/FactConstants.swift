// SPDX-License-Identifier: Apache-2.0

/// What the values and dates of a fact are: they are stored as they are now.
struct FactConstants {
  let model: Model
  let today: Day
  let parameters: [String: Value]
  let context: Engine.Context

  func text(of name: NameSyntax) -> String {
    name.isParameter ? parameters[name.text]?.description ?? name.text : name.text
  }

  /// The value a setting stores in an attribute.
  func value(
    _ syntax: ValueSyntax, for attribute: Attribute
  ) throws(QueryError) -> Value {
    let text: String
    let range: SourceRange
    switch syntax {
    case .word(let word): (text, range) = (word.text, word.range)
    case .period(let length, let at):
      let period = try period(length)
      if attribute.type == .duration { return .period(period) }
      (text, range) = (period.description, at)
    case .term(.text(let name)): (text, range) = (self.text(of: name), name.range)
    case .term(.number(let number, let at)):
      if attribute.type == .number { return .number(number) }
      (text, range) = (Value.number(number).description, at)
    case .term(.date(let day, let at)): (text, range) = (day.description, at)
    case .term(.today(let at)): (text, range) = (today.description, at)
    case .term(.constant(let word)):
      (text, range) = (model.constants[word.base]?.value.description ?? "", word.range)
    case .term(.negative(.number(let number, _), let at)):
      (text, range) = (Value.number(-number).description, at)
    case .term(let term):
      let text = context.source.text(in: term.range)
      let days = ForeignDate.days(text)
      throw context.error(
        days.isEmpty
          ? BindingMessages.wrongType(text, wanted: "a value to be stored", at: term.range)
          : SyntaxMessages.foreignDate(text, days, at: term.range))
    }
    guard !text.isEmpty, let value = attribute.type.value(from: text) else {
      throw context.error(EngineMessages.badValue(text, of: attribute, at: range))
    }
    return value
  }

  /// The length of time a period means.
  private func period(_ syntax: PeriodSyntax) throws(QueryError) -> Period {
    var binder = Binder(model)
    let period = binder.period(syntax)
    guard binder.diagnostics.isEmpty else {
      throw QueryError(code: .invalid, diagnostics: binder.diagnostics, source: context.source)
    }
    return period
  }

  /// The day a date means that mentions no thing.
  func day(_ date: DateSyntax, of time: WhenSyntax) throws(QueryError) -> Day {
    if let day = day(date) { return day }
    throw context.error(EngineMessages.notAFactDate(at: time.range))
  }

  func day(_ date: DateSyntax) -> Day? {
    let day: Day
    switch date.base {
    case .date(let written, _): day = written
    case .today: day = today
    case .constant(let word):
      guard case .day(let given)? = model.constants[word.base]?.value else { return nil }
      day = given
    default: return nil
    }
    guard let shift = date.shift else { return day }
    guard case .period(let length) = shift.amount, let period = try? period(length) else {
      return nil
    }
    return day.adding(shift.later ? period : period.negated)
  }
}
