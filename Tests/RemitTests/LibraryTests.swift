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

  /// A library, and the files of its folder that go into it: the one of its own name
  /// first.
  private struct Source {
    let name: String
    let symbol: String
    let summary: String

    var files: [String] {
      let all =
        ProjectFiles.paths(below: "samples/\(name)", suffix: ".remit")
        + ProjectFiles.paths(below: "samples/\(name)", suffix: ".csv")
      let names = all.map { String($0.split(separator: "/").last ?? "") }
      return ["\(name).remit"] + names.filter { $0 != "\(name).remit" }
    }

    var folder: String { "Sources/RemitLibrary/Texts/\(capitalized(symbol))" }

    func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

    /// What a file is called in Swift: `acmeRoleNeeds` for `role_needs.csv`.
    func symbol(of file: String) -> String {
      let stem = file.split(separator: ".")[0]
      let words = stem.split(whereSeparator: { $0 == "-" || $0 == "_" })
      return symbol + (stem == name ? "" : words.map { capitalized(String($0)) }.joined())
    }

    private var note: String {
      """
      // SPDX-License-Identifier: Apache-2.0
      // swift-format-ignore-file

      // Made from samples/\(name): change the files there, then run the tests with
      // REMIT_UPDATE_SPECS=1, and build again.

      """
    }

    private func swift(_ file: String) throws -> String {
      let text = try ProjectFiles.text("samples/\(name)/\(file)")
      return """
        \(note)
        extension BuiltInLibrary.File {
          static let \(symbol(of: file)) = BuiltInLibrary.File(
            name: "\(file)",
            text: ##\"\"\"
        \(text)
        \"\"\"##)
        }

        """
    }

    private var list: String {
      let symbols = files.map { "      .\(symbol(of: $0)),\n" }.joined()
      return """
        \(note)
        extension BuiltInLibrary {
          public static let \(symbol) = BuiltInLibrary(
            name: "\(name)",
            summary: "\(summary)",
            files: [
        \(symbols)    ])
        }

        """
    }

    /// The Swift files, by their path.
    func swiftFiles() throws -> [String: String] {
      var made = ["\(folder)/\(capitalized(symbol))Library.swift": list]
      for file in files {
        made["\(folder)/\(capitalized(symbol(of: file)))Text.swift"] = try swift(file)
      }
      return made
    }
  }

  private static let sources = [
    Source(
      name: "iso27001", symbol: "iso27001",
      summary: "who is responsible for what, after ISO/IEC 27001:2022"),
    Source(
      name: "acme", symbol: "acme",
      summary: "Acme, an invented company, to try things on"),
  ]

  @Test func `the texts in the library are those of the files`() throws {
    var made: [String: String] = [:]
    for source in Self.sources { made.merge(try source.swiftFiles()) { $1 } }
    let there = ProjectFiles.paths(below: "Sources/RemitLibrary/Texts", suffix: ".swift")
    let isUpdating = ProcessInfo.processInfo.environment["REMIT_UPDATE_SPECS"] != nil
    #expect(isUpdating || there == made.keys.sorted())
    for (path, text) in made {
      let old = try? ProjectFiles.text(path)
      guard old != text else { continue }
      if isUpdating {
        try ProjectFiles.write(text, to: path)
      } else {
        Issue.record("\(path) is not made from the file as it is now")
      }
    }
  }

  @Test func `every file is in the library as it stands`() throws {
    for (source, library) in zip(Self.sources, BuiltInLibrary.all) {
      #expect(library.name == source.name)
      #expect(library.files.map(\.name) == source.files)
      for file in library.files {
        let path = "samples/\(source.name)/\(file.name)"
        #expect(file.text == (try ProjectFiles.text(path)), "\(path)")
        #expect(
          !file.name.hasSuffix(".remit") || !file.summary.isEmpty, "\(path) says what it is")
      }
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

  @Test func `the sample company is one of them`() throws {
    #expect(try answer("use \"acme\"\nnumber of people", LibraryLoader()) == "150")
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
        == "file-not-read: there is no library 'cobit'; 'iso27001', 'acme' come with Remit")
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
