// SPDX-License-Identifier: Apache-2.0
import Foundation
import RemitFormats
import RemitTestSupport
import Testing

@testable import Remit

/// The files of `Tests/Specs`.
///
/// `REMIT_UPDATE_SPECS=1 swift test --filter SpecTests` rewrites what has
/// changed, and still fails: the changes are to be read.
struct SpecTests {
  static let paths = ProjectFiles.paths(below: "Tests/Specs", suffix: ".spec")
  private static let updates = ProcessInfo.processInfo.environment["REMIT_UPDATE_SPECS"] != nil

  @Test func `there are specs`() { #expect(!SpecTests.paths.isEmpty) }

  @Test(arguments: paths)
  func `a spec shows what the engine does`(_ path: String) throws {
    var file = SpecFile(try ProjectFiles.text(path), path: path)
    let engine = try SpecModel.engine(for: file)
    var isChanged = false
    for (index, one) in file.cases.enumerated() {
      let run = SpecRun(engine, one.statements)
      var current: [SpecFile.Section] = []
      for section in one.sections {
        let actual = run.text(of: section.name)
        if actual != section.text {
          report(one, section, actual ?? run.text(of: "error") ?? "nothing", path)
        }
        if let actual {
          current.append(SpecFile.Section(name: section.name, text: actual, line: section.line))
        } else if let error = run.text(of: "error"),
          !current.contains(where: { $0.name == "error" })
        {
          current.append(SpecFile.Section(name: "error", text: error, line: section.line))
        }
      }
      if one.sections.isEmpty {
        report(one, nil, "what it does is not written yet", path)
        current = ["result", "notes", "done", "proof", "check", "expectation", "output", "error"]
          .compactMap { name in
            run.text(of: name).map { SpecFile.Section(name: name, text: $0, line: one.line) }
          }
      }
      isChanged = isChanged || current.map(\.text) != one.sections.map(\.text)
      file.cases[index].sections = current
    }
    if SpecTests.updates, isChanged { try ProjectFiles.write(file.text, to: path) }
  }

  private func report(
    _ one: SpecFile.Case,
    _ section: SpecFile.Section?,
    _ actual: String,
    _ path: String
  ) {
    Issue.record(
      """
      \(one.name): \(section?.name ?? "no section")
      expected:
      \(section?.text ?? "")
      actual:
      \(actual)
      """,
      sourceLocation: SourceLocation(
        fileID: path,
        filePath: path,
        line: section?.line ?? one.line,
        column: 1
      )
    )
  }
}

/// What the engine makes of the statements of a case.
struct SpecRun {
  private let base: Engine
  private let statements: String
  private var engine: Engine
  private let statement: String
  private var outcome: Result<Outcome?, QueryError>
  /// What the last statement did, all of it.
  private var outcomes: [Outcome] = []

  init(_ base: Engine, _ statements: String) {
    let source = SourceText(statements)
    let ranges = StatementSplitter.split(source)
    self.base = base
    self.statements = statements
    engine = base
    statement = ranges.last.map(source.text(in:)) ?? ""
    // The statements before the last one make the engine the stages look at.
    if ranges.count > 1, let last = ranges.last {
      let before = source.text(in: SourceRange(0, last.start))
      try? engine.run(SourceText(before)) { _ in }
    }
    var all = base
    var done: [Outcome] = []
    do {
      if ranges.count > 1, let last = ranges.last, source.bytes[last.start - 1] == 10 {
        try all.run(SourceText(source.text(in: SourceRange(0, last.start)))) { _ in }
        // Lines before it keep the places of errors.
        let before = source.bytes[..<last.start].map { $0 == 10 ? 10 : UInt8(32) }
        try all.run(SourceText(bytes: before + source.bytes[last.start...])) { done.append($0) }
      } else {
        try all.run(source) { done.append($0) }
      }
      outcomes = done
      outcome = .success(done.last)
    } catch {
      outcome = .failure(error)
    }
  }

  /// What a linter has to say of the statements.
  private func lint() -> String {
    var engine = base
    let report = engine.lint(SourceText(statements))
    let renderer = DiagnosticRenderer(report.source)
    let text = report.findings.map(renderer.render).joined().trimmed
    return text.isEmpty ? "nothing to report" : text
  }

  /// What a section should say; `nil` when there is no such thing.
  func text(of section: String) -> String? {
    if let stage = Stage(rawValue: section) {
      return try? engine.explain(statement, stage: stage)
    }
    if section == "lint" { return lint() }
    switch (section, outcome) {
    case ("error", .failure(let error)):
      let renderer = DiagnosticRenderer(error.source)
      // A path of the machine the tests run on is no part of what is expected.
      let text = error.diagnostics.map(renderer.render).joined(separator: "\n").trimmed
      return text.replacing(ProjectFiles.path(""), with: "")
    case ("result", .success(.answer(let result))):
      guard !result.rows.isEmpty else { return result.emptySentence }
      let rows = result.rows.map { $0.map { $0?.description ?? "" } }
      return SpecFile.table(
        [result.columns.map(\.title)] + rows,
        numeric: result.columns.map(\.isNumeric)
      )
    case ("notes", .success(.answer(let result))):
      return result.notes.isEmpty ? nil : result.notes.joined(separator: "\n")
    case ("done", .success(.done(let sentence))): return sentence
    case ("proof", .success(.proof)):
      return outcomes.map(OutcomeText.text).joined().replacing(ProjectFiles.path(""), with: "")
    case ("check", .success(.check(let check))): return OutcomeText.text(check)
    case ("expectation", .success(.expectation(let result))):
      return OutcomeText.text(result)
    case ("output", .success) where outcomes.count > 1 || outcomes.contains(where: \.isText):
      return outcomes.map(OutcomeText.text).joined(separator: "\n")
    default: return nil
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}

extension Outcome {
  fileprivate var isText: Bool {
    switch self {
    case .text, .heading: true
    default: false
    }
  }
}
