// SPDX-License-Identifier: Apache-2.0

/// What is found in statements that run but probably do not mean what was wanted.
///
/// The names stay: comments allow them, `# lint: allow means-none`.
public enum Lint: String, CaseIterable, Sendable {
  /// `have not completed a training that …` means none of them.
  case meansNone = "means-none"
  /// A comma makes a modifier say something of another noun.
  case commaAttachment = "comma-attachment"
  /// A condition that nothing can fulfil.
  case neverHolds = "never-holds"
  /// `every X` where there is no X.
  case vacuousEvery = "vacuous-every"
  /// A plural verb on a singular noun, or the other way round.
  case verbNumber = "verb-number"
  /// `had no owner` without a day: so of everything that was not always owned.
  case pastWithoutTime = "past-without-time"
  /// A comment allows what is no lint.
  case unknownLint = "unknown-lint"

  /// What it is about, in one clause.
  public var summary: String {
    switch self {
    case .meansNone: "'not' before 'a … that' means none of them"
    case .commaAttachment: "a comma makes a modifier say something of another noun"
    case .neverHolds: "a condition that nothing can fulfil"
    case .vacuousEvery: "'every' of something there is none of"
    case .verbNumber: "a verb that does not agree with its noun"
    case .pastWithoutTime: "'had no' without a day, which is so of all that did not always have one"
    case .unknownLint: "a comment that allows what is no lint"
    }
  }
}

/// The wording of the lints.
enum LintMessages {
  static func diagnostic(
    _ lint: Lint, _ message: String, at range: SourceRange, help: [String] = [],
    edits: [[Diagnostic.Edit]]
  ) -> Diagnostic {
    Diagnostic(lint.rawValue, message, at: range, severity: .warning, help: help, edits: edits)
  }

  static func meansNone(
    _ noun: String, at range: SourceRange, edits: [[Diagnostic.Edit]]
  ) -> Diagnostic {
    diagnostic(
      .meansNone, "this asks for none of the \(noun) described, not for one that is left out",
      at: range,
      help: ["for one that is left out: '… p where there is a … that p … not …'"], edits: edits)
  }

  static func comma(
    _ modifier: String, of head: String, other reading: String, at range: SourceRange,
    edits: [[Diagnostic.Edit]]
  ) -> Diagnostic {
    diagnostic(
      .commaAttachment, "the comma makes '\(modifier)' say something of '\(head)'", at: range,
      help: ["without it: \(reading)"], edits: edits)
  }

  static func neverHolds(
    _ reason: String, at range: SourceRange, edits: [[Diagnostic.Edit]]
  ) -> Diagnostic {
    diagnostic(.neverHolds, "nothing can fulfil this: \(reason)", at: range, edits: edits)
  }

  static func vacuousEvery(
    _ phrase: String, at range: SourceRange, edits: [[Diagnostic.Edit]]
  ) -> Diagnostic {
    diagnostic(
      .vacuousEvery, "there is no such thing, so that 'every' is true of all: \(phrase)", at: range,
      edits: edits)
  }

  static func verbNumber(
    _ verb: String, isPlural: Bool, noun: String, at range: SourceRange,
    edits: [[Diagnostic.Edit]]
  ) -> Diagnostic {
    let numbers = isPlural ? ("plural", "singular") : ("singular", "plural")
    return diagnostic(
      .verbNumber,
      "'\(verb)' is \(numbers.0), but is said of '\(noun)', which is \(numbers.1)", at: range,
      edits: edits)
  }

  static func pastWithoutTime(
    _ noun: String, at range: SourceRange, edits: [[Diagnostic.Edit]]
  ) -> Diagnostic {
    diagnostic(
      .pastWithoutTime,
      "without a day this is so of everything that did not always have \(BindingMessages.article(noun))",
      at: range, help: ["say when, as in 'had no \(noun) on 2024-04-30'"], edits: edits)
  }

  static func unknownLint(_ name: String, at range: SourceRange) -> Diagnostic {
    let names = Lint.allCases.map(\.rawValue)
    let near = NearestName.nearest(to: name, among: names, limit: 1).map { "did you mean '\($0)'?" }
    return diagnostic(
      .unknownLint, "'\(name)' is no lint", at: range,
      help: near + ["there are \(names.joined(separator: ", "))"], edits: [])
  }
}
