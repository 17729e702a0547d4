// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
@testable import RemitShell
import Testing

/// U22: `.output` is atomic and replaces nothing unless told to.
struct OutputCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func content(_ name: String) -> String? {
    FileManager.default.contents(atPath: folder.path + "/" + name)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private func prompt() throws -> (Session, RecordingSink, RecordingSink) {
    var settings = ShellSettings()
    settings.isInteractive = true
    return try makeSession(settings: settings)
  }

  @Test func `answers go to the file, in the form of its name, until .output alone`() throws {
    var (session, output, errors) = try prompt()
    let file = folder.path + "/people.csv"
    #expect(ShellCommand.run(".output \(file)", in: &session) == .success)
    #expect(content("people.csv")?.isEmpty == true)
    #expect(session.run(SourceText("people")) == .success)
    #expect(content("people.csv") == "name\nAnn\nBob\n", "it is whole after each answer")
    #expect(session.run(SourceText("controls with no owner")) == .success)
    #expect(content("people.csv") == "name\nAnn\nBob\nref,title\nA.5.2,Roles\n")
    #expect(!output.text.contains("Bob"))
    _ = ShellCommand.run(".output", in: &session)
    #expect(output.text.hasSuffix("The answers are in \(file).\n"))
    _ = session.run(SourceText("people"))
    #expect(output.text.contains("│ Bob  │"))
    #expect(content("people.csv")?.hasSuffix("A.5.2,Roles\n") == true)
    #expect(errors.text.isEmpty)
  }

  @Test func `a table in a file is neither cut nor coloured`() throws {
    var (session, _, _) = try prompt()
    session.settings.terminalWidth = { 20 }
    session.settings.colorsOutput = true
    session.settings.tableRows = 1
    _ = ShellCommand.run(".output \(folder.path)/people.txt2", in: &session)
    _ = session.run(SourceText("people, showing name, name"))
    _ = session.run(SourceText("people"))
    let text = try #require(content("people.txt2"))
    #expect(text.contains("│ Ann  │") && text.contains("│ Bob  │") && !text.contains("\u{1B}"))
  }

  @Test func `a file that is there is replaced only by an exclamation mark`() throws {
    var (session, output, errors) = try prompt()
    let file = folder.path + "/kept.csv"
    try "kept".write(toFile: file, atomically: true, encoding: .utf8)
    #expect(ShellCommand.run(".output \(file)", in: &session) == .data)
    #expect(errors.text.contains(".output \(file)! replaces a file"))
    _ = session.run(SourceText("people"))
    #expect(output.text.contains("Ann") && content("kept.csv") == "kept")
    #expect(ShellCommand.run(".output \(file)!", in: &session) == .success)
    _ = session.run(SourceText("people"))
    #expect(content("kept.csv") == "name\nAnn\nBob\n")
  }

  @Test func `a folder that is not there is an error, and answers are shown`() throws {
    var (session, output, errors) = try prompt()
    #expect(ShellCommand.run(".output \(folder.path)/no/such.csv", in: &session) == .data)
    _ = session.run(SourceText("people"))
    #expect(errors.text.contains("no folder") && output.text.contains("Ann"))
  }

  @Test func `a file that can no longer be written is told, with status 3`() throws {
    var (session, _, errors) = try prompt()
    let inner = folder.path + "/inner"
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: false)
    _ = ShellCommand.run(".output \(inner)/a.csv", in: &session)
    try FileManager.default.removeItem(atPath: inner)
    #expect(session.run(SourceText("people")) == .data)
    #expect(errors.text.contains("no folder"))
  }
}
