// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
import RemitFormats
import RemitShell
import RemitTestSupport

/// What is given random bytes; none of it may trap, hang or keep memory.
///
/// `.ci/fuzz` builds them all in one program, which asks its environment which one it
/// is to be.
enum FuzzTarget: String, CaseIterable {
  /// Splits, lexes, parses, formats and lints a script, and completes it at its end.
  case parse
  /// Runs a script on a small model, with the limits for strangers.
  case run
  /// Reads a table: the first byte tells the format.
  case table
  /// Opens a snapshot, and asks it something.
  case snapshot
  /// Shows a table of any texts in every form.
  case render

  /// The one that was asked for.
  static let chosen: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["REMIT_FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let names = allCases.map(\.rawValue).joined(separator: ", ")
      FileHandle.standardError.write(Data("REMIT_FUZZ_TARGET is one of \(names)\n".utf8))
      exit(2)
    }
    return target
  }()

  /// An engine over the model that `REMIT_FUZZ_MODEL` names, made once.
  private static let engine: Engine = {
    var engine = Engine(today: Day("2026-06-30") ?? .earliest, limits: .script)
    if let path = ProcessInfo.processInfo.environment["REMIT_FUZZ_MODEL"],
      let data = FileManager.default.contents(atPath: path)
    {
      do {
        try engine.run(SourceText(bytes: Array(data))) { _ in }
      } catch {
        FileHandle.standardError.write(Data("\(error)\n".utf8))
        exit(2)
      }
    }
    engine.limits = .untrusted
    return engine
  }()

  /// Gives it an input.
  func take(_ bytes: [UInt8]) {
    switch self {
    case .parse: parse(bytes)
    case .run: run(bytes)
    case .table: table(bytes)
    case .snapshot: snapshot(bytes)
    case .render: render(bytes)
    }
  }

  private func parse(_ bytes: [UInt8]) {
    let source = SourceText(bytes: bytes)
    var engine = Self.engine
    if let text = try? engine.formatted(source) {
      // What is canonical stays so.
      let again = try? engine.formatted(SourceText(text))
      precondition(again == text, "\(text) became \(again ?? "a mistake")")
    }
    _ = engine.lint(source)
    let text = String(decoding: bytes, as: UTF8.self)
    _ = engine.isIncomplete(text)
    _ = engine.completions(for: text)
    _ = try? engine.declareWords(of: source)
  }

  private func run(_ bytes: [UInt8]) {
    let source = SourceText(bytes: bytes)
    var engine = Self.engine
    do {
      try engine.run(source) { _ in }
    } catch {
      // An error can be shown, and its edits fit the text.
      for diagnostic in error.diagnostics {
        _ = DiagnosticRenderer(error.source).render(diagnostic)
        _ = diagnostic.applyingEdit(to: error.source)
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    for stage in Stage.allCases { _ = try? engine.explain(text, stage: stage) }
  }

  private func table(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let names = ["a.csv", "a.tsv", "a.json", "a.jsonl", "a.yaml", "a.xlsx"]
    let name = names[Int(first) % names.count]
    let rest = Array(bytes.dropFirst())
    let sheets = (try? TableFile.sheets(rest, name: name)) ?? []
    if let table = try? TableFile.read(rest, name: name, sheet: sheets.first) {
      precondition(table.ends.count == table.columns.count * table.lines.count)
      precondition(Int(table.ends.last ?? 0) <= table.bytes.count)
    }
  }

  private func snapshot(_ bytes: [UInt8]) {
    // A checksum keeps damage out, and would keep out what means no good just so.
    let sealed = SnapshotSeal.sealed(bytes)
    guard var engine = try? Engine(snapshot: sealed, today: Day("2026-06-30") ?? .earliest) else {
      return
    }
    engine.limits = .untrusted
    _ = try? engine.run("everything")
    _ = try? engine.saved()
  }

  private func render(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0, omittingEmptySubsequences: false)
    let texts = parts.map { String(decoding: $0, as: UTF8.self) }
    let width = texts.first.map { 1 + $0.utf8.count % 200 } ?? 80
    let columns = [
      QueryResult.Column(title: texts.first ?? "", isNumeric: false),
      QueryResult.Column(title: "number", isNumeric: true),
    ]
    let rows = texts.dropFirst().map { text -> [Value?] in
      [.text(text), Double(text).map(Value.number)]
    }
    let result = QueryResult(columns: columns, rows: Array(rows))
    let table = TableRenderer(width: width, rowLimit: 10).render(result)
    for line in table.split(separator: "\n") where width >= 20 {
      precondition(DisplayWidth.of(String(line)) <= width)
    }
    _ = ChartRenderer(width: width, rowLimit: 10).render(result)
    for format in ResultFormat.allCases { _ = format.render(result) }
    if let json = ResultFormat.json.render(result)?.text {
      precondition((try? JSONSerialization.jsonObject(with: Data(json.utf8))) != nil, json)
    }
  }
}
