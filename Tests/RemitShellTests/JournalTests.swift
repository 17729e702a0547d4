// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
@testable import RemitCommand
@testable import RemitShell
import RemitTestSupport
import Testing

/// The journal of edits: its bytes, its files, and what a session makes of it.
final class JournalTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("remit-journal-\(UUID().uuidString)").path
  private var warnings: [String] = []

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static let day = Day("2026-06-30") ?? .earliest

  private static func edit(_ text: String) -> Edit {
    Edit(text: text, file: nil, today: day, parameters: [:], hadMistake: false)
  }

  private static let records: [JournalRecord] = [
    .opened(folder: "/home/ann/acme"),
    .edit(
      Edit(
        text: "add person $new\n  # é 漢字", file: "acme/a.remit", today: Day("0001-01-01") ?? day,
        parameters: ["new": .text("x\"y"), "limit": .number(-2.5), "day": .day(day)],
        hadMistake: true), on: day),
    .edit(edit("add person Ann"), on: day),
    .edit(edit(""), on: day),
    .undo,
    .saved(file: "out/b.remit", isBase: false),
    .edit(edit(String(repeating: "é", count: 300)), on: day),
    .saved(file: "acme.remit", isBase: true),
  ]

  private static let whole =
    JournalRecords.start + records.flatMap { JournalRecords.bytes(of: $0) }

  private func journal(base: String? = nil, of opened: String = "/firm") -> JournalFile {
    JournalFile(
      in: folder + "/state/journals", of: opened, base: base, today: { Self.day },
      warn: { self.warnings.append($0) })
  }

  private func files() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/state/journals")) ?? [])
      .sorted()
  }

  private func texts(_ journal: JournalFile) -> [[String]] {
    journal.unsaved.map { $0.edits.map(\.text) }
  }

  // MARK: Bytes

  @Test func `what is written is read again`() {
    #expect(
      JournalRecords.read(Self.whole)
        == JournalRecords.Content(
          records: Self.records, length: Self.whole.count, isWhole: true))
    #expect(JournalRecords.read(Array("remit journal 2\n".utf8)) == nil)
    #expect(JournalRecords.read(Array("something else, longer".utf8)) == nil)
  }

  @Test func `cut at any byte, the whole records are read and the rest is told`() throws {
    var ends = [JournalRecords.start.count]
    for record in Self.records {
      ends.append((ends.last ?? 0) + JournalRecords.bytes(of: record).count)
    }
    for length in 0...Self.whole.count {
      let content = try #require(JournalRecords.read(Array(Self.whole.prefix(length))))
      let count = ends.lastIndex { $0 <= length } ?? 0
      #expect(content.records == Array(Self.records.prefix(count)), "cut at \(length)")
      #expect(content.isWhole == (length == 0 || ends.contains(length)), "cut at \(length)")
    }
  }

  @Test func `with any one bit flipped, no other edit is read`() {
    for place in Self.whole.indices {
      for bit in 0..<8 {
        var bytes = Self.whole
        bytes[place] ^= 1 << UInt8(bit)
        guard let content = JournalRecords.read(bytes) else {
          #expect(place < JournalRecords.start.count)
          continue
        }
        #expect(!content.isWhole && content.records.count < Self.records.count)
        #expect(content.records == Array(Self.records.prefix(content.records.count)))
      }
    }
  }

  // MARK: What it comes to

  @Test func `edits that were taken back or saved are not unsaved`() {
    func state(_ records: JournalRecord...) -> JournalState { JournalState(records) }
    let (a, b) = (
      JournalRecord.edit(Self.edit("a"), on: Self.day),
      JournalRecord.edit(Self.edit("b"), on: Self.day)
    )
    let elsewhere = JournalRecord.saved(file: "x.remit", isBase: false)
    let here = JournalRecord.saved(file: "firm.remit", isBase: true)
    #expect(state(a, b).unsaved(isCut: false)?.edits.map(\.text) == ["a", "b"])
    #expect(state(a, b, .undo).unsaved(isCut: false)?.edits.map(\.text) == ["a"])
    #expect(!state(a, .undo).isUnsaved && !state(.undo).isUnsaved)
    #expect(!state(a, b, elsewhere).isUnsaved)
    #expect(!state(a, b, here).isUnsaved)
    // What was saved elsewhere has to be made again too: the folder does not have it.
    let after = state(a, elsewhere, b).unsaved(isCut: true)
    #expect(after?.edits.map(\.text) == ["a", "b"])
    #expect(after?.savedCount == 1 && after?.savedFile == "x.remit" && after?.isCut == true)
    #expect(state(a, here, b).unsaved(isCut: false)?.edits.map(\.text) == ["b"])
    // Taken back after saving: the file has more than is meant.
    #expect(state(a, b, elsewhere, .undo).unsaved(isCut: false)?.edits.map(\.text) == ["a"])
    #expect(state(a, b, elsewhere, .undo, b).isUnsaved)
  }

  // MARK: Files

  @Test func `edits outlast the session, and only the owner can read them`() throws {
    var first: JournalFile? = journal()
    #expect(files().isEmpty)
    first?.note(Self.edit("add person Ann"))
    first?.note(Self.edit("add person Bob"))
    first?.noteUndo()
    let path = folder + "/state/journals"
    for (name, mode) in [(path, 0o700), ("\(path)/\(try #require(files().first))", 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: name)
      #expect(attributes[.posixPermissions] as? Int == mode)
    }
    first = nil
    #expect(texts(journal()) == [["add person Ann"]])
    #expect(texts(journal(of: "/other")).isEmpty)
    journal().forget()
    #expect(texts(journal()).isEmpty && files().isEmpty && warnings.isEmpty)
  }

  @Test func `what is saved leaves nothing behind`() throws {
    let session = journal(base: folder + "/firm.remit")
    session.note(Self.edit("a"))
    session.noteSave(to: folder + "/other.remit")
    #expect(session.finish() == 0 && files().isEmpty)
    let next = journal(base: folder + "/firm.remit")
    next.note(Self.edit("a"))
    next.noteSave(to: folder + "/./firm.remit")
    next.note(Self.edit("b"))
    #expect(next.finish() == 1)
    #expect(texts(journal()) == [["b"]])
  }

  @Test func `two sessions keep journals of their own`() {
    var first: JournalFile? = journal()
    first?.note(Self.edit("a"))
    var second: JournalFile? = journal()
    #expect(texts(second!).isEmpty)
    second?.note(Self.edit("b"))
    #expect(files().count == 2)
    first = nil
    // The second goes on: only the first was left.
    var third: JournalFile? = journal()
    #expect(texts(third!) == [["a"]])
    // Who has found it holds it.
    #expect(texts(journal()).isEmpty)
    third = nil
    second = nil
    #expect(texts(journal()) == [["a"], ["b"]])
  }

  @Test func `edits that are put in go on being kept`() {
    var session: JournalFile? = journal()
    session?.note(Self.edit("a"))
    session = nil
    session = journal()
    session?.takeOver()
    session?.note(Self.edit("b"))
    #expect(session?.unsaved.isEmpty == true)
    session = nil
    #expect(texts(journal()) == [["a", "b"]] && files().count == 1)
    // Behind what the session has changed before.
    session = nil
    session = journal()
    session?.note(Self.edit("c"))
    session?.takeOver()
    session?.noteUndo()
    session = nil
    #expect(texts(journal()) == [["c", "a"]] && files().count == 1)
  }

  @Test func `a torn end is dropped, and what is noted behind it is whole`() throws {
    var session: JournalFile? = journal()
    session?.note(Self.edit("a"))
    session?.note(Self.edit("b"))
    session = nil
    let path = "\(folder)/state/journals/\(try #require(files().first))"
    let bytes = try #require(FileManager.default.contents(atPath: path))
    for length in bytes.indices {
      try bytes.prefix(length).write(to: URL(fileURLWithPath: path))
      session = journal()
      guard let unsaved = session?.unsaved.first else {
        session = nil
        #expect(!FileManager.default.fileExists(atPath: path), "cut at \(length)")
        continue
      }
      #expect(unsaved.edits.map(\.text) == ["a"])
      session?.takeOver()
      session?.note(Self.edit("c"))
      session = nil
      #expect(texts(journal()) == [["a", "c"]], "cut at \(length)")
      #expect(journal().unsaved.first?.isCut == false)
    }
    #expect(warnings.isEmpty)
  }

  @Test func `what cannot be written or is not ours is told once`() throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/state", withIntermediateDirectories: true)
    try "x".write(toFile: folder + "/state/journals", atomically: false, encoding: .utf8)
    let session = journal()
    session.note(Self.edit("a"))
    session.note(Self.edit("b"))
    #expect(warnings.count == 1)
    #expect(warnings.first?.hasPrefix("edits are not kept any more: '") == true)
    try FileManager.default.removeItem(atPath: folder + "/state/journals")
    journal().note(Self.edit("a"))
    let path = "\(folder)/state/journals/\(try #require(files().first))"
    try "remit journal 9\nnew".write(toFile: path, atomically: false, encoding: .utf8)
    #expect(texts(journal()).isEmpty)
    #expect(warnings.last?.contains("another version") == true)
    #expect(FileManager.default.fileExists(atPath: path))
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/passwd")
    #expect(texts(journal()).isEmpty && warnings.count == 2)
  }

  // MARK: Sessions

  private static let model = """
    kind person (people)
      name: text
    relation person owns person, dated
    add person Ann
    """

  private func session(
    _ journal: JournalFile?
  ) throws -> (session: Session, output: RecordingSink, errors: RecordingSink) {
    var settings = ShellSettings()
    settings.isInteractive = true
    var made = try makeSession(model: Self.model, settings: settings)
    made.session.host.journal = journal
    return made
  }

  private func type(_ lines: [String], in session: inout Session) {
    for line in lines {
      _ = ScriptRunner(allowsCommands: true, checksAhead: false)
        .run(SourceText(line), in: &session)
    }
  }

  @Test func `edits come back as they were made, on another day too`() throws {
    var (session, _, _) = try session(journal())
    session.engine.parameters["who"] = .text("Dan")
    type(
      [
        "people", "add person Bob", "add person Cid", ".undo", "add person $who",
        "Ann owns Bob since 2024-01-01", "Ann no longer owns Bob", "add person Eve\npepole",
        "add person Eve", "export people to \"a.csv\"",
      ], in: &session)
    let saved = try session.engine.saved()
    session.host.journal = nil
    var (next, output, errors) = try self.session(journal())
    next.engine.today = Day("2027-01-01") ?? .latest
    #expect(
      next.recoveryNotice
        == "5 edits of 2026-06-30 were not saved: .recover puts them in, '.recover drop' forgets them"
    )
    type([".recover"], in: &next)
    #expect(output.text.contains("Put in 5 edits of 2026-06-30."), "\(errors.text)")
    #expect(next.engine.today == Day("2027-01-01"))
    next.engine.today = Self.day
    #expect(try next.engine.saved() == saved)
    #expect(next.recoveryNotice == nil)
    // They can be taken back, one by one.
    type([".undo", ".undo"], in: &next)
    #expect(output.text.contains("Taken back: add person Eve pepole"))
    next.host.journal = nil
    #expect(texts(journal()).first?.count == 3)
  }

  @Test func `nothing is put in if one edit cannot be made`() throws {
    var (session, _, _) = try session(journal())
    type(["add person Bob", "Bob owns Ann"], in: &session)
    session.host.journal = nil
    var (next, output, errors) = try self.session(journal())
    type(["remove person Ann"], in: &next)
    let before = try next.engine.saved()
    type([".recover"], in: &next)
    #expect(errors.text.contains("edit 2 of 2 cannot be made any more, so none was"))
    #expect(try next.engine.saved() == before)
    #expect(next.recoveryNotice != nil)
    type([".recover maybe", ".recover drop", ".recover"], in: &next)
    #expect(errors.text.contains("there is '.recover', and '.recover drop'"))
    #expect(output.text.contains("Forgot 2 edits of 2026-06-30."))
    #expect(output.text.hasSuffix("There are no edits that were not saved.\n"))
  }

  @Test func `saving keeps the journal true`() throws {
    let journal = journal()
    var (session, _, errors) = try session(journal)
    type(["add person Bob", ".save \(folder)/x.remit"], in: &session)
    #expect(errors.text.isEmpty)
    #expect(journal.finish() == 0)
    #expect(files().isEmpty)
  }

  @Test func `without a journal there is nothing to recover`() throws {
    var (session, _, errors) = try session(nil)
    type(["add person Bob", ".recover"], in: &session)
    #expect(errors.text.contains("edits are kept for a folder that is opened at the prompt"))
  }
}
