// SPDX-License-Identifier: Apache-2.0

import Remit
import RemitLibrary
@testable import RemitShell
import Testing

/// U15, the first five minutes: the sample, and the lessons that are about it.
struct LessonTests {
  /// The lessons by their number.
  static let numbers = Array(Lesson.all.indices)

  private static func demonstration() throws -> (Session, RecordingSink, RecordingSink) {
    let (output, errors) = (RecordingSink(), RecordingSink())
    let engine = Engine(today: Demonstration.day, loader: LibraryLoader())
    var settings = ShellSettings()
    settings.isInteractive = true
    settings.terminalWidth = { 80 }
    var session = Session(engine: engine, settings: settings, output: output, errors: errors)
    let status = session.run(SourceText(Demonstration.statement))
    try #require(status == .success, "\(errors.text)")
    return (session, output, errors)
  }

  @Test func `the sample comes with the program, and what it says to type has answers`() throws {
    var (session, _, errors) = try Self.demonstration()
    let greeting = Demonstration.greeting(on: Demonstration.day)
    for (text, _) in Demonstration.questions {
      #expect(greeting.contains(text))
      #expect(session.run(SourceText(text)) == .success)
      #expect(session.last.map { $0.rowCount > 0 } == true, "\(text)")
    }
    #expect(errors.text.isEmpty)
    for width in [40, 80, 200] {
      let narrow = Demonstration.greeting(on: Demonstration.day, width: width)
      #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= width })
    }
    for (count, kind) in [(150, "people"), (93, "controls"), (200, "assets")] {
      #expect(greeting.contains("\(count) \(kind)"))
      _ = session.run(SourceText("number of \(kind)"))
      #expect(session.last?.row(0).first == .number(Double(count)))
    }
  }

  @Test func `there are ten lessons, and .lesson lists and shows them`() throws {
    #expect(Lesson.all.count == 10)
    var (session, output, errors) = try makeSession()
    _ = ShellCommand.run(".lesson", in: &session)
    for lesson in Lesson.all { #expect(output.text.contains(lesson.title)) }
    #expect(errors.text.isEmpty)
  }

  @Test(arguments: numbers)
  func `what a lesson says to type has an answer`(index: Int) throws {
    let lesson = Lesson.all[index]
    guard case .success(let text) = Lesson.text(for: "\(index + 1)") else {
      Issue.record("lesson \(index + 1) is not shown")
      return
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count < 24 && lines.allSatisfy { $0.count <= 80 }, "it fits a screen")
    var (session, output, errors) = try Self.demonstration()
    for (statement, _) in lesson.tries {
      #expect(text.contains("  \(statement)"))
      session.last = nil
      let before = output.text
      let runner = ScriptRunner(allowsCommands: true, checksAhead: false)
      let status = runner.run(SourceText(statement), in: &session).status
      #expect(status <= .found && output.text != before, "\(statement): \(errors.text)")
      if let last = session.last { #expect(last.rowCount > 0, "\(statement)") }
    }
    #expect(errors.text.isEmpty)
  }

  @Test(arguments: numbers)
  func `each command a lesson names is one`(index: Int) {
    for match in Lesson.all[index].text.matches(of: /'\.([a-z]+)/) {
      #expect(ShellCommand.all.contains { $0.name == match.1 }, "\(match.0)")
    }
  }
}
