// SPDX-License-Identifier: Apache-2.0

/// A statement inside a block, with its place.
struct BlockStatementSyntax: Hashable, Sendable {
  var statement: StatementSyntax
  var range: SourceRange
}

/// `for each control c with no owner: …`
struct ForEachSyntax: Hashable, Sendable {
  var noun: NounPhraseSyntax
  var body: [BlockStatementSyntax]
}

/// `if there is a risk with no owner: … otherwise: …`
struct IfSyntax: Hashable, Sendable {
  var condition: PropositionsSyntax
  var body: [BlockStatementSyntax]
  var otherwise: [BlockStatementSyntax]
}

/// `print "{c's ref}: nobody owns it"`
struct PrintSyntax: Hashable, Sendable {
  /// A piece of the text.
  enum Piece: Hashable, Sendable {
    case text(String)
    case term(TermSyntax, SourceRange)
  }

  /// Whether it is a heading.
  var isHeading: Bool
  var pieces: [Piece]
  /// The text as it was written.
  var text: NameSyntax
}

/// `param department: text = "IT"`
struct ParamSyntax: Hashable, Sendable {
  var name: RawWords
  var type: ValueType
  var value: ValueSyntax?
}

/// `let leavers be departed people who own an asset`
struct LetSyntax: Hashable, Sendable {
  /// What the name is given.
  enum Body: Hashable, Sendable {
    case question(QuestionSyntax)
    case period(PeriodSyntax)
    case date(DateSyntax)
    case term(TermSyntax)
  }

  var name: RawWords
  var body: Body
  var range: SourceRange

  /// The question, if it is one.
  var question: QuestionSyntax? {
    if case .question(let question) = body { question } else { nil }
  }
}

/// `check "A.5.3": no person requests and approves an access right`
struct CheckSyntax: Hashable, Sendable {
  /// How bad it is when a check fails.
  enum Severity: String, Hashable, Sendable, CaseIterable { case low, medium, high, critical }

  /// A row that is not to count, and why.
  struct Exception: Hashable, Sendable {
    var thing: ThingSyntax
    var owner: NameSyntax
    var reason: NameSyntax
    var until: DateSyntax?
    var range: SourceRange
  }

  var name: NameSyntax?
  var propositions: PropositionsSyntax
  /// What narrows the things that are looked at.
  var restriction: PropositionsSyntax?
  /// What is shown of each offender; without, its key and its name.
  var columns: [ColumnSyntax]
  var severity: Severity
  /// Where it is said, if it is.
  var severityRange: SourceRange?
  var clauses: [NameSyntax]
  var exceptions: [Exception]
  /// Where the proposition stands.
  var subjectRange: SourceRange
}

/// `except AS144 from "no owner" by "Ann Li" because "it is being replaced"`
struct ExceptionSyntax: Hashable, Sendable {
  /// The name of the check.
  var check: NameSyntax
  var exception: CheckSyntax.Exception
}

/// `question "Which controls has nobody?": controls with no owner`
struct NamedQuestionSyntax: Hashable, Sendable {
  var name: NameSyntax
  var question: QuestionSyntax
  var clauses: [NameSyntax]
}

/// `expect controls with no owner` and the rows it should have.
struct ExpectSyntax: Hashable, Sendable {
  var question: QuestionSyntax
  /// The cells of each row, as they are shown.
  var rows: [[NameSyntax]]
}

/// `export controls with no owner to "gaps.csv"`
struct ExportSyntax: Hashable, Sendable {
  var question: QuestionSyntax
  var file: NameSyntax
}
