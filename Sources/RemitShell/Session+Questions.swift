// SPDX-License-Identifier: Apache-2.0

import Remit

/// The questions that scripts have given a name.
extension Session {
  /// Lists the questions of a clause, or of all.
  ///
  /// - Parameter filter: A clause, or a piece of the questions; empty for all.
  /// - Returns: The status: whether there is one.
  mutating func listQuestions(about filter: String) -> RunStatus {
    guard let groups = groups(about: filter) else { return .invalid }
    let lines = groups.flatMap { group in
      [group.heading] + group.questions.map { "  " + $0.name }
    }
    return show(lines.joined(separator: "\n"))
  }

  /// Asks the questions of a clause, one after the other, each below its name.
  ///
  /// - Parameter filter: A clause, or a piece of the questions.
  /// - Returns: The highest status of the answers.
  mutating func ask(about filter: String) -> RunStatus {
    guard let groups = groups(about: filter) else { return .invalid }
    var status = RunStatus.success
    for group in groups {
      status = max(status, printer.print(.heading(group.heading, depth: 0)))
      for question in group.questions {
        status = max(status, printer.print(.text(question.name)))
        let next = run(SourceText(question.text))
        status = max(status, next)
        if next == .interrupted || next > .found && !settings.keepsGoing { return status }
      }
    }
    return status
  }

  /// Tells all that is known of one thing.
  ///
  /// - Parameter phrase: Its name, or a phrase that means it alone.
  /// - Returns: The status; what went wrong has been printed.
  mutating func describe(_ phrase: String) -> RunStatus {
    let cancellation = Cancellation()
    interrupter?.willEvaluate(cancellation)
    defer { interrupter?.didEvaluate() }
    do {
      let found = try engine.describe(phrase, cancellation: cancellation)
      _ = printer.print(.heading(found.title, depth: 0))
      var answer = found.answer
      answer.question = found.title
      _ = printer.print(.answer(answer))
      return .success
    } catch {
      printer.print(error)
      return RunStatus(error)
    }
  }

  /// The questions a user means; `nil` after saying why there are none.
  private mutating func groups(about filter: String) -> [QuestionGroup]? {
    let groups = engine.questions(about: filter)
    guard groups.isEmpty else { return groups }
    printer.print(
      problem: engine.questions.isEmpty
        ? "no question has a name here; 'use \"iso27001\"' brings those of ISO/IEC 27001"
        : "no question is about '\(filter)'; '.questions' lists them all")
    return nil
  }
}

extension QuestionGroup {
  /// The clause and its title, on a line of its own.
  fileprivate var heading: String {
    guard let clause else { return "Other questions" }
    return title.map { "\(clause) \($0)" } ?? clause
  }
}
