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
  /// Gives a question its meaning and its plan, without asking it, and prints each stage.
  case bind
  /// Runs a script on a small model, with the limits for strangers.
  case run
  /// Reads a table: the first byte tells the format.
  case table
  /// Opens a snapshot, and asks it something.
  case snapshot
  /// Reads a journal of edits, as it is and with checksums that fit.
  case journal
  /// Shows a table of any texts in every form.
  case render

  /// The one that was asked for.
  static let chosen: FuzzTarget = {
    writeSnapshot()
    let name = ProcessInfo.processInfo.environment["REMIT_FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let names = allCases.map(\.rawValue).joined(separator: ", ")
      FileHandle.standardError.write(Data("REMIT_FUZZ_TARGET is one of \(names)\n".utf8))
      exit(2)
    }
    return target
  }()

  /// Writes the snapshot of the model and ends, where one is asked for to begin with.
  private static func writeSnapshot() {
    guard let path = ProcessInfo.processInfo.environment["REMIT_FUZZ_SNAPSHOT"] else { return }
    var engine = Self.engine
    let bytes = try? engine.snapshot()
    let isWritten = FileManager.default.createFile(atPath: path, contents: bytes.map { Data($0) })
    // Who ends by `exit` is taken for a finding.
    _exit(bytes != nil && isWritten ? 0 : 2)
  }

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
    case .bind: bind(bytes)
    case .run: run(bytes)
    case .table: table(bytes)
    case .snapshot: snapshot(bytes)
    case .journal: journal(bytes)
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

  private func bind(_ bytes: [UInt8]) {
    var engine = Self.engine
    let text = String(decoding: bytes, as: UTF8.self)
    for stage in Stage.allCases { _ = try? engine.explain(text, stage: stage) }
    guard let query = try? engine.prepare(text) else { return }
    // What has a plan has one however little may be known of the model.
    let some = engine.frozen().restricted { access in
      if case .attribute = access { .hidden } else { .allowed }
    }
    _ = try? some.prepare(Question(text: query.text))
    _ = try? some.drawing(of: Question(text: query.text))
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
  }

  private func table(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    // The last is a workbook whose parts are given, in an archive without a fault.
    let names = ["a.csv", "a.tsv", "a.json", "a.jsonl", "a.yaml", "a.xlsx", "b.xlsx"]
    let name = names[Int(first) % names.count]
    var rest = Array(bytes.dropFirst())
    if name == "b.xlsx" {
      let parts = rest.split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
      rest = WorkbookMaker.workbook(
        sheet: parts[0], texts: parts.count > 1 ? parts[1] : nil,
        styles: parts.count > 2 ? parts[2] : nil)
    }
    let sheets = (try? TableFile.sheets(rest, name: name)) ?? []
    if let table = try? TableFile.read(
      rest, name: name, sheet: sheets.first, sizeLimit: Limits.untrusted.fileBytes)
    {
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

  private func journal(_ bytes: [UInt8]) {
    for journal in [bytes, JournalSeal.sealed(bytes)] {
      guard let content = JournalRecords.read(journal) else { continue }
      precondition(content.length <= journal.count)
      _ = JournalState(content.records).unsaved(isCut: !content.isWhole)
      // What is read is what was written.
      let again =
        JournalRecords.start + content.records.flatMap { JournalRecords.bytes(of: $0) }
      guard content.length > 0 else { continue }
      precondition(JournalRecords.read(again)?.records == content.records)
    }
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
