// SPDX-License-Identifier: Apache-2.0
import Foundation
import Remit
import RemitFormats
import RemitLibrary
import RemitTestSupport
import Testing

/// The libraries that come with Remit, and the loader that finds them.
struct LibraryTests {
  // MARK: The texts

  /// The files of `samples/iso27001` that go into the library; `iso27001.remit` first.
  private static let files: [String] = {
    let all =
      ProjectFiles.paths(below: "samples/iso27001", suffix: ".remit")
      + ProjectFiles.paths(below: "samples/iso27001", suffix: ".csv")
    let names = all.map { String($0.split(separator: "/").last ?? "") }
    return ["iso27001.remit"] + names.filter { $0 != "iso27001.remit" }
  }()

  /// What a file is called in Swift: `checksSmall` for `checks-small.remit`.
  private static func symbol(_ file: String) -> String {
    let stem = file.split(separator: ".")[0]
    let words = stem.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return "iso27001" + (stem == "iso27001" ? "" : words.joined())
  }

  private static let note = """
    // SPDX-License-Identifier: Apache-2.0
    // swift-format-ignore-file

    // Made from samples/iso27001: change the files there, then run the tests with
    // REMIT_UPDATE_SPECS=1, and build again.

    """

  private static func swift(_ file: String) throws -> String {
    let text = try ProjectFiles.text("samples/iso27001/\(file)")
    return """
      \(note)
      extension BuiltInLibrary.File {
        static let \(symbol(file)) = BuiltInLibrary.File(
          name: "\(file)",
          text: ##\"\"\"
      \(text)
      \"\"\"##)
      }

      """
  }

  private static func list() -> String {
    let symbols = files.map { "      .\(symbol($0)),\n" }.joined()
    return """
      \(note)
      extension BuiltInLibrary {
        public static let iso27001 = BuiltInLibrary(
          name: "iso27001",
          summary: "who is responsible for what, after ISO/IEC 27001:2022",
          files: [
      \(symbols)    ])
      }

      """
  }

  @Test func `the texts in the library are those of the files`() throws {
    var made = ["ISO27001.swift": Self.list()]
    for file in Self.files {
      made[
        Self.symbol(file).prefix(1).uppercased() + Self.symbol(file).dropFirst() + "Text.swift"] =
        try Self.swift(file)
    }
    let folder = "Sources/RemitLibrary/Texts"
    let there = ProjectFiles.paths(below: folder, suffix: ".swift")
    #expect(there == made.keys.sorted().map { "\(folder)/\($0)" })
    for (name, text) in made {
      let old = try? ProjectFiles.text("\(folder)/\(name)")
      guard old != text else { continue }
      if ProcessInfo.processInfo.environment["REMIT_UPDATE_SPECS"] != nil {
        try ProjectFiles.write(text, to: "\(folder)/\(name)")
      } else {
        Issue.record("\(folder)/\(name) is not made from the file as it is now")
      }
    }
  }

  @Test func `every file is in the library as it stands`() throws {
    #expect(BuiltInLibrary.iso27001.files.map(\.name) == Self.files)
    for file in BuiltInLibrary.iso27001.files {
      #expect(file.text == (try ProjectFiles.text("samples/iso27001/\(file.name)")), "\(file.name)")
      #expect(
        !file.name.hasSuffix(".remit") || !file.summary.isEmpty, "\(file.name) says what it is")
    }
  }

  // MARK: Finding them

  /// Opens texts from memory, and nothing else.
  private struct MemoryLoader: Loader {
    var texts: [String: String] = [:]
    /// Whether it says that it has nothing of a name, or only that it failed.
    var saysMissing = true

    func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
      if let text = texts[name] { return SourceText(text, name: name) }
      throw LoadError("there is no \(name)", isMissing: saysMissing)
    }
    func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
      throw LoadError("there is no \(name)", isMissing: saysMissing)
    }
  }

  private static let day = Day("2026-06-30") ?? .earliest

  private func answer(_ text: String, _ loader: LibraryLoader) throws -> String {
    var engine = Engine(today: Self.day, loader: loader)
    var cells: [String] = []
    for case .answer(let answer) in try engine.run(text) {
      cells += answer.rows.map { $0.map { $0?.description ?? "" }.joined(separator: " ") }
    }
    return cells.joined(separator: "; ")
  }

  private func mistake(_ text: String, _ loader: LibraryLoader) -> String {
    do {
      return try answer(text, loader)
    } catch let error as QueryError {
      return error.diagnostics.map { "\($0.id): \($0.message)" }.joined(separator: "; ")
    } catch {
      return "\(error)"
    }
  }

  @Test func `a library is found with no files at all`() throws {
    #expect(try answer("use \"iso27001\"\nnumber of annex requirements", LibraryLoader()) == "93")
    #expect(
      try answer("use \"iso27001/model\"\nnumber of requirements", LibraryLoader()) == "0",
      "a part of it alone")
  }

  @Test func `a library of the host takes its place`() throws {
    let own = MemoryLoader(texts: [
      "iso27001": "kind requirement\n  ref: text, key\nadd requirement R1"
    ])
    #expect(try answer("use \"iso27001\"\nrequirements", LibraryLoader(own)) == "R1")
  }

  @Test func `what the host has not is taken from the library`() throws {
    #expect(
      try answer("use \"iso27001\"\nnumber of annex requirements", LibraryLoader(MemoryLoader()))
        == "93")
  }

  @Test func `a library of the host that cannot be read is not replaced`() {
    let broken = LibraryLoader(MemoryLoader(saysMissing: false))
    #expect(mistake("use \"iso27001\"", broken) == "file-not-read: there is no iso27001")
  }

  @Test func `a library that nobody has is refused with those there are`() {
    #expect(
      mistake("use \"cobit\"", LibraryLoader())
        == "file-not-read: there is no library 'cobit'; 'iso27001' comes with Remit")
    #expect(
      mistake("use \"iso27001/chekcs\"", LibraryLoader(MemoryLoader()))
        == "file-not-read: there is no iso27001/chekcs; did you mean 'iso27001/checks'?")
  }

  @Test func `a file of a library reads only files of that library`() {
    let loader = LibraryLoader(MemoryLoader(texts: ["secret.remit": "kind secret"]))
    for name in ["secret.remit", "../secret.remit", "/etc/passwd.csv"] {
      let base = "remit:iso27001/model.remit"
      #expect((try? loader.source(named: name, from: base)) == nil, "\(name)")
      #expect((try? loader.table(named: name, from: base)) == nil, "\(name)")
    }
  }

  @Test func `a library is used once, and not by itself`() throws {
    let text =
      "use \"iso27001\"\nuse \"iso27001/notions\"\nuse \"iso27001\"\nnumber of annex requirements"
    #expect(try answer(text, LibraryLoader()) == "93")
    let cycle = MemoryLoader(texts: [
      "one": "use \"iso27001/model\"\nuse \"two\"", "two": "use \"one\"",
    ])
    #expect(
      mistake("use \"one\"", LibraryLoader(cycle)).hasPrefix("use-cycle"),
      "through a library of the host's own")
  }
}
