// SPDX-License-Identifier: Apache-2.0

/// Messages about values that the host gives for the parameters of a question.
extension EngineMessages {
  /// What a parameter takes, in words.
  static func taken(_ place: ParameterUse.Place, in model: Model) -> String {
    switch place {
    case .name(let kinds):
      kinds.count > 3 ? "the name of a thing" : "the name of a \(model.phrase(kinds))"
    case .value(let type): type.article
    case .any: "a value"
    case .count: "a whole number"
    case .span: "a year or a month"
    }
  }

  static func extraParameter(
    _ name: String, nearest: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "extra-parameter", "the question has no parameter '$\(name)'", at: range,
      help: nearest.prefix(1).map { "did you mean '$\($0)'?" })
  }

  static func wrongParameter(
    _ use: ParameterUse, _ value: Value, in model: Model, at range: SourceRange
  ) -> Diagnostic {
    let taken = taken(use.place, in: model)
    var diagnostic = Diagnostic(
      "wrong-parameter", "'$\(use.name)' takes \(taken), and '\(value)' is \(value.article)",
      at: range)
    diagnostic.discreetMessage = "'$\(use.name)' takes \(taken), and was given \(value.article)"
    return diagnostic
  }

  static func valueInQuotes(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "value-in-quotes", "in quotation marks '$\(name)' is a name, and not the value", at: range,
      help: ["leave out the quotation marks: a value is bound, and never becomes text"])
  }

  static func notAllowed(_ access: Access, at range: SourceRange) -> Diagnostic {
    let what =
      switch access {
      case .kind(let word), .attribute(let word, of: _), .relation(let word, from: _, to: _):
        "ask about '\(word)'"
      case .use(let file), .load(let file): "read '\(file)'"
      case .export(let file), .save(let file): "write '\(file)'"
      case .change: "change anything"
      }
    return Diagnostic("not-allowed", "it is not allowed to \(what)", at: range)
  }

  static func deniedWord(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("not-allowed", "it is not allowed to ask about '\(word)'", at: range)
  }

  static func badRecords(
    _ type: String, _ problems: [(line: Int, message: String)], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "bad-record", "values of \(type) cannot be added", at: range,
      help: problems.map { "\(type):\($0.line): \($0.message)" })
  }

  static func unusedProperties(
    _ words: [String], of type: String, at range: SourceRange
  ) -> Diagnostic {
    let names = words.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      "unused-property", "nothing has been declared for \(names) of \(type)", at: range,
      help: ["declare an attribute or the end of a relation of that name"])
  }

  static func restrictedIsNotSaved(at range: SourceRange) -> Diagnostic {
    Diagnostic("not-allowed", "what is only a part of the model cannot be saved", at: range)
  }

  static func hostFailed(
    _ word: String, of thing: String, _ reason: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "host-failed", "the host cannot tell the \(word) of '\(thing)': \(reason)", at: range)
  }

  static func noKindForHost(_ kind: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unknown-word", "there is no kind of things '\(kind)' that the host could tell more of",
      at: range)
  }

  static func hostWordIsName(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "host-word-is-name", "'\(word)' is what things are called by, which a function cannot tell",
      at: range)
  }

  static func toldByHost(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("told-by-host", "'\(word)' is told by the host and cannot be stated", at: range)
  }

  static func whyIsNoAnswer(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "why-is-no-answer", "a question with 'why' has a proof, and no rows", at: range,
      help: ["leave out 'why' for the rows, or ask for the proof"])
  }
}

extension Value {
  /// What sort of value it is, with the article: `a text`.
  var article: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .day: "a date"
    case .period: "a duration"
    case .flag: "a flag"
    case .choice: "one of several values"
    case .list: "a list"
    }
  }
}
