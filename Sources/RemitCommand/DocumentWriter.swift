// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
import RemitFormats
import RemitShell

/// Puts a document together: from scripts, and from what comes with Remit.
struct DocumentWriter {
  private var session: Session
  private var runner: ReportRunner
  private let errors: StandardStream

  init(_ session: Session, errors: StandardStream) {
    self.session = session
    self.errors = errors
    runner = ReportRunner(title: "Report", session)
  }

  /// Whether nothing has been found to be shown.
  var isEmpty: Bool { runner.isEmpty }

  /// The document so far.
  var report: Report { runner.report }

  /// Takes over a model and its facts.
  mutating func load(_ file: String) -> RunStatus {
    guard let source = session.source(of: file) else { return .data }
    return session.load(source)
  }

  /// Adds what a script says.
  mutating func run(file: String) -> RunStatus {
    guard let source = session.source(of: file) else { return .data }
    return runner.run(source, in: &session)
  }

  /// Adds what a script of a library says.
  mutating func run(library name: String) -> RunStatus {
    do {
      guard let source = try session.engine.loader?.source(named: name, from: nil) else {
        return .data
      }
      return runner.run(source, in: &session)
    } catch {
      errors.write("error: \(Sanitizer.line(error.message))\n")
      return .data
    }
  }

  /// Adds what is expected of one person.
  ///
  /// - Parameter text: The name or the address of the person, who may have left.
  /// - Returns: The status; all but success means that there is no document to write.
  mutating func runSheet(of text: String) -> RunStatus {
    do {
      let people = try people()
      guard let person = people.first(where: { $0.isCalled(text) }) else {
        errors.write(
          "error: there is no person called '\(Sanitizer.line(text))'"
            + DocumentWriter.hint(for: text, among: people) + "\n")
        return .invalid
      }
      let namesakes = people.filter { $0.name == person.name }
      guard namesakes.count == 1 || person.email?.lowercased() == text.lowercased() else {
        let addresses = namesakes.compactMap(\.email).map { "'\(Sanitizer.line($0))'" }
        errors.write(
          "error: \(namesakes.count) people are called '\(Sanitizer.line(person.name))'; say "
            + "which: \(addresses.joined(separator: ", "))\n")
        return .invalid
      }
      session.engine.parameters["person"] = .text(
        namesakes.count == 1 ? person.name : person.email ?? text)
      let status = run(library: "iso27001/sheets")
      if status != .success { errors.write(DocumentWriter.modelHint) }
      return status
    } catch {
      errors.write(Sanitizer.block(error.rendered) + "\n" + DocumentWriter.modelHint)
      return RunStatus(error)
    }
  }

  private static let modelHint =
    "    = help: the sheet of a person is about a model that uses \"iso27001\"\n"

  /// Somebody in the register.
  private struct Person {
    let name: String
    let email: String?

    func isCalled(_ text: String) -> Bool {
      name.lowercased() == text.lowercased() || email?.lowercased() == text.lowercased()
    }
  }

  private mutating func people() throws(QueryError) -> [Person] {
    var people: [Person] = []
    let question = "people, showing name, email, sorted by name"
    for case .answer(let answer) in try session.engine.run(question) {
      people += answer.rows.compactMap { row in
        (row.first ?? nil).map { Person(name: $0.description, email: row[1]?.description) }
      }
    }
    return people
  }

  /// Who was probably meant: the names that are nearest, and those that begin so.
  private static func hint(for text: String, among people: [Person]) -> String {
    let names = people.map(\.name)
    var near = NearestName.nearest(to: text, among: names)
    let typed = text.lowercased()
    near += names.filter { name in
      name.lowercased().split(separator: " ").contains { $0.hasPrefix(typed) }
        && !near.contains(name)
    }
    let meant = near.prefix(3).map { "'\(Sanitizer.line($0))'" }
    return meant.isEmpty ? "" : "; did you mean \(meant.joined(separator: " or "))?"
  }

  /// Adds the document of some folders, or else the one that comes with Remit.
  mutating func runBuiltIn(beside folders: [String]) -> RunStatus {
    let own = files("report.remit", in: folders)
    guard own.isEmpty else { return run(own) }
    var status = run(library: "iso27001/report")
    guard status == .success else {
      errors.write(
        "    = help: this document is about a model that uses \"iso27001\"; for another, "
          + "give a script of your own behind the model\n")
      return status
    }
    status = findings(beside: folders)
    return status == .success ? run(library: "iso27001/sheets") : status
  }

  /// Adds what the checks of the folders find, or else those of the library.
  private mutating func findings(beside folders: [String]) -> RunStatus {
    let heading = """
      heading "Findings by clause"
      print "What the checks found, by the clause of the standard that each is about."
      """
    let status = runner.run(SourceText(heading), in: &session)
    guard status == .success else { return status }
    let checks = files("checks.remit", in: folders)
    return checks.isEmpty ? run(library: "iso27001/checks") : run(checks)
  }

  private mutating func run(_ files: [String]) -> RunStatus {
    for file in files {
      let status = run(file: file)
      guard status == .success else { return status }
    }
    return .success
  }

  private func files(_ name: String, in folders: [String]) -> [String] {
    folders.map { $0 + ($0.hasSuffix("/") ? "" : "/") + name }.filter {
      FileManager.default.fileExists(atPath: $0)
    }
  }
}
