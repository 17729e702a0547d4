// SPDX-License-Identifier: Apache-2.0

/// Whole numbers that are written, given as parameters, or named by `let`.
extension Binder {
  /// The number a count means; what is no whole number is a mistake, and 1.
  mutating func number(_ count: CountSyntax) -> Int {
    switch count {
    case .number(let number): return number
    case .parameter(let name):
      guard let value = model.parameters[name.text] else {
        if leavesOpen(name) { return 1 }
        report(BindingMessages.unknownParameter(name.text, at: name.range))
        return 1
      }
      fixedParameters[name.text] = value
      return whole(value, "$\(name.text)", at: name.range)
    case .constant(let word):
      guard let constant = model.constants[word.base] else { return 1 }
      return whole(constant.value, word.text, at: word.range)
    }
  }

  /// The first and the last day of the year or the month that a parameter or a
  /// word of `let` stands for.
  mutating func span(_ count: CountSyntax, at range: SourceRange) -> (BoundTerm, BoundTerm) {
    let value: Value?
    let name: String
    switch count {
    case .number(let year): return days(of: year, at: range)
    case .parameter(let parameter):
      (value, name) = (model.parameters[parameter.text], "$\(parameter.text)")
      guard let value else {
        if leavesOpen(parameter) { return (.today, .today) }
        report(BindingMessages.unknownParameter(parameter.text, at: parameter.range))
        return (.today, .today)
      }
      fixedParameters[parameter.text] = value
    case .constant(let word): (value, name) = (model.constants[word.base]?.value, word.text)
    }
    let text = value?.description ?? ""
    if let year = Int(text), text.utf8.count == 4 { return days(of: year, at: range) }
    if Month.isMeant(by: text), let month = Month(text) {
      return (.value(.day(month.first)), .value(.day(month.last)))
    }
    report(BindingMessages.notASpan(name, text, at: count.range ?? range))
    return (.today, .today)
  }

  /// Whether a parameter may do without a value for now. That it has none is noted as
  /// one which no parameter has here, so that the question is bound again.
  private mutating func leavesOpen(_ name: NameSyntax) -> Bool {
    guard leavesParametersOpen else { return false }
    fixedParameters[name.text] = .flag(false)
    return true
  }

  private mutating func whole(_ value: Value, _ name: String, at range: SourceRange) -> Int {
    if case .number(let number) = value, let whole = Int(exactly: number), whole >= 0 {
      return whole
    }
    report(BindingMessages.notWhole(name, value, at: range))
    return 1
  }

  /// The length of time that a period means.
  mutating func period(_ syntax: PeriodSyntax) -> Period {
    switch syntax {
    case .fixed(let period): return period
    case .counted(let count, let unit):
      let number = number(count)
      if let small = Int32(exactly: number), let period = Period(count: small, unit: unit) {
        return period
      }
      report(
        SyntaxMessages.periodTooLong(
          "\(number) \(unit.rawValue)", at: count.range ?? SourceRange(0, 0)))
      return Period()
    }
  }

  /// A word that `let` gave a value.
  func constant(_ word: WordSyntax) -> TypedTerm {
    let constant = model.constants[word.base]
    return TypedTerm(
      term: .value(constant?.value ?? .number(0)), type: constant?.type, name: word.text)
  }
}

extension CountSyntax {
  /// Where it was written, unless in digits.
  fileprivate var range: SourceRange? {
    switch self {
    case .number: nil
    case .parameter(let name): name.range
    case .constant(let word): word.range
    }
  }
}
