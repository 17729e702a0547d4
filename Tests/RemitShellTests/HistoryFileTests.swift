// SPDX-License-Identifier: Apache-2.0

import Foundation
@testable import RemitCommand
import Testing

/// A folder of its own for each test, removed with it.
final class HistoryFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("remit-history-\(UUID().uuidString)").path
  private var path: String { folder + "/state/remit/history" }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  /// Puts something where the history should be.
  private func place(_ data: Data) throws {
    let parent = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    #expect(FileManager.default.createFile(atPath: path, contents: data))
  }

  @Test func `what was entered comes back, statements of several lines whole`() throws {
    let history = HistoryFile(path: path)
    #expect(try history.load().isEmpty)
    try history.append("controls with\n  no owner")
    try history.append("people")
    #expect(try history.load() == ["controls with\n  no owner", "people"])
  }

  @Test func `only the owner can read it`() throws {
    try HistoryFile(path: path).append("people")
    #expect(try mode(path) == 0o600)
    #expect(try mode((path as NSString).deletingLastPathComponent) == 0o700)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    try HistoryFile(path: path).append("controls")
    #expect(try mode(path) == 0o600)
    HistoryFile(path: path).compact()
    #expect(try mode(path) == 0o600)
  }

  @Test func `an entry is kept where it was entered last`() throws {
    let history = HistoryFile(path: path)
    for entry in ["people", "controls", "people"] { try history.append(entry) }
    #expect(try history.load() == ["controls", "people"])
    history.compact()
    #expect(try history.load() == ["controls", "people"])
  }

  @Test func `two sessions both keep theirs`() throws {
    try HistoryFile(path: path).append("people")
    try HistoryFile(path: path).append("controls")
    HistoryFile(path: path).compact()
    #expect(try HistoryFile(path: path).load() == ["people", "controls"])
  }

  @Test func `the oldest entries go`() throws {
    let entries = (1...HistoryFile.entryLimit + 10).map { "#1\nentry \($0)\n" }
    try place(Data(entries.joined().utf8))
    HistoryFile(path: path).compact()
    let kept = try HistoryFile(path: path).load()
    #expect(kept.count == HistoryFile.entryLimit)
    #expect(kept.first == "entry 11")
  }

  @Test func `a history without time stamps has an entry per line`() throws {
    try place(Data("people\ncontrols\n".utf8))
    #expect(try HistoryFile(path: path).load() == ["people", "controls"])
  }

  @Test func `what is no history is refused and left alone`() throws {
    for (data, reason) in [
      (Data([0x70, 0, 0x71]), "is not a text file"), (Data([0xFF, 0xFE]), "is not a text file"),
      (Data(count: (16 << 20) + 1), "is too large"),
    ] {
      try place(data)
      let problem = #expect(throws: HistoryFile.Problem.self) { try HistoryFile(path: path).load() }
      #expect(problem?.message.contains(reason) == true)
      HistoryFile(path: path).compact()
      #expect(FileManager.default.contents(atPath: path) == data)
    }
  }

  @Test func `a folder or a link in its place is refused`() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(throws: HistoryFile.Problem.self) { try HistoryFile(path: path).load() }
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
    #expect(throws: HistoryFile.Problem.self) { try HistoryFile(path: path).load() }
    #expect(throws: HistoryFile.Problem.self) { try HistoryFile(path: path).append("people") }
  }

  @Test func `its place follows the environment`() throws {
    #expect(try HistoryFile.standardPath(["XDG_STATE_HOME": "/s"]) == "/s/remit/history")
    #expect(try HistoryFile.standardPath(["HOME": "/h"]) == "/h/.local/state/remit/history")
    #expect(throws: HistoryFile.Problem.self) { try HistoryFile.standardPath([:]) }
  }

  @Test func `a leading blank keeps a statement out`() {
    #expect(HistoryFile.keeps("people"))
    #expect(!HistoryFile.keeps(" people"))
    #expect(!HistoryFile.keeps(""))
  }
}
