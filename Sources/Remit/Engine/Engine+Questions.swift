// SPDX-License-Identifier: Apache-2.0

/// A question that a script has given a name: `question "Who leads no team?": …`.
public struct NamedQuestion: Sendable, Hashable {
  /// The question in plain words.
  public var name: String
  /// The clauses of a standard it is about.
  public var clauses: [String]
  /// The question in the language, on one line: what ``Engine/prepare(_:)`` takes.
  public var text: String
  /// Where it stands.
  public var source: FactSource

  /// Whether it is about a clause, or about one below it.
  ///
  /// `5` is the clause 5 and all below, and also `A.5`: where somebody writes only the
  /// number, both the clause and the control of that number are meant.
  ///
  /// - Parameter clause: A clause, such as `5.3`, `A.5` or `S8`.
  /// - Returns: Whether one of its clauses is that, or lies below it.
  public func isAbout(_ clause: String) -> Bool {
    clauses.contains { NamedQuestion.is($0, within: clause) }
  }

  fileprivate static func `is`(_ clause: String, within outer: String) -> Bool {
    [outer, "A.\(outer)"].contains { clause == $0 || clause.hasPrefix("\($0).") }
  }
}

/// The questions about one clause.
public struct QuestionGroup: Sendable {
  /// The clause; `nil` for questions that are about none.
  public var clause: String?
  /// What the clause is called, if the register knows it.
  public var title: String?
  /// The questions, in the order in which they stand.
  public var questions: [NamedQuestion]
}

/// An exception with the script it stands in.
struct StatedException: Sendable {
  var syntax: CheckSyntax.Exception
  var source: SourceText

  /// The same place in its own script, for what is wrong with it.
  func context(_ check: Engine.Context) -> Engine.Context {
    var context = Engine.Context(
      source: source, range: syntax.range, cancellation: check.cancellation)
    context.meter = check.meter
    return context
  }
}

extension Engine {
  /// Gives a question a name. One that has the name already is replaced.
  ///
  /// - Throws: ``QueryError`` if it has no meaning; names are looked up when it is asked.
  mutating func name(
    _ syntax: NamedQuestionSyntax, _ context: Context
  ) throws(QueryError) -> String {
    var names: [BoundName] = []
    try foresee(syntax.question, context, &names)
    let line = context.source.position(of: context.range.start).line
    let question = NamedQuestion(
      name: syntax.name.text, clauses: syntax.clauses.map(\.text),
      text: context.source.line(in: syntax.question.range),
      source: context.source.name.map { FactSource(file: $0, line: line) } ?? .prompt)
    if let index = questions.firstIndex(where: { $0.name == question.name }) {
      questions[index] = question
    } else {
      questions.append(question)
    }
    return "Declared the question \(SyntaxPrinter().quote(question.name))."
  }

  /// Notes an exception for a check that is made later.
  mutating func note(_ syntax: ExceptionSyntax, _ context: Context) -> String {
    exceptions[syntax.check.text, default: []].append(
      StatedException(syntax: syntax.exception, source: context.source))
    return "Noted an exception from the check \(SyntaxPrinter().quote(syntax.check.text))."
  }

  /// The names of the checks from which exceptions have been stated by `except`, in order.
  public var exceptedChecks: [String] { exceptions.keys.sorted() }

  /// The named questions by the clauses they are about.
  ///
  /// - Parameter filter: A clause, for it and those below it, or a piece of the
  ///   questions' names; empty for all.
  /// - Returns: A group for each clause, in natural order, those about none last. A
  ///   question about several clauses is in several groups.
  public mutating func questions(about filter: String) -> [QuestionGroup] {
    let isClause = questions.contains { $0.isAbout(filter) }
    let wanted = FoldedText.folded(filter)
    var groups: [String?: [NamedQuestion]] = [:]
    for question in questions {
      let isNamed = filter.isEmpty || FoldedText.folded(question.name).contains(wanted)
      guard isClause || isNamed else { continue }
      let clauses = question.clauses.filter { clause in
        !isClause || NamedQuestion.is(clause, within: filter)
      }
      for clause in clauses { groups[clause, default: []].append(question) }
      if question.clauses.isEmpty, !isClause { groups[nil, default: []].append(question) }
    }
    let clauses = groups.keys.compactMap(\.self).sorted { NaturalOrder.compare($0, $1) < 0 }
    return (clauses + [nil]).compactMap { clause in
      groups[clause].map {
        QuestionGroup(clause: clause, title: clause.flatMap { title(of: $0) }, questions: $0)
      }
    }
  }

  /// The title of what a clause names: of several things that of the first kind.
  private mutating func title(of clause: String) -> String? {
    let graph = currentGraph()
    for kind in graph.schema.kinds where !kind.isRecord && !kind.isHidden {
      let display = graph.schema.displayAttributes(of: kind.id)
      guard display.count > 1, let thing = graph.find(clause, kinds: [kind.id]).first,
        case .text(let title)? = graph.value(of: display[1], for: thing.node)
      else { continue }
      return title
    }
    return nil
  }
}
