// SPDX-License-Identifier: Apache-2.0
import Foundation
import Remit
import RemitFormats
import Testing

final class FileLoaderTests {
  private let folder: String

  init() throws {
    let name = "remit-loader-\(UInt64.random(in: 0 ... .max))"
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    for sub in ["acme/data", "library/iso", "secret"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(sub)",
        withIntermediateDirectories: true
      )
    }
    for (path, text) in [
      ("acme/main.remit", "main"), ("acme/data/model.remit", "model"),
      ("acme/data/people.csv", "name\nAnn\n"), ("library/iso.remit", "flat"),
      ("library/iso/iso.remit", "nested"), ("library/iso/list.csv", "ref\nA.5\n"),
      ("secret/key.remit", "key"), ("acme/bad.csv", "a,b\n1\n"),
    ] {
      try text.write(toFile: "\(folder)/\(path)", atomically: false, encoding: .utf8)
    }
    for (link, target) in [("acme/link.remit", "../secret/key.remit"), ("acme/out", "../secret")] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/\(link)",
        withDestinationPath: target
      )
    }
    mkfifo("\(folder)/acme/pipe.remit", 0o600)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private var loader: FileLoader {
    FileLoader(folder: "\(folder)/acme", libraries: ["\(folder)/nowhere", "\(folder)/library"])
  }

  private func failure(_ name: String, from base: String? = nil) -> String {
    do {
      _ = try loader.source(named: name, from: base)
      return "no error"
    } catch {
      return error.message
    }
  }

  @Test func `paths are read from the file that names them`() throws {
    let main = try loader.source(named: "main.remit", from: nil)
    #expect(main.string == "main")
    #expect(main.name == "\(folder)/acme/main.remit")
    let model = try loader.source(named: "data/model.remit", from: main.name)
    #expect(model.string == "model")
    let people = try loader.table(named: "people.csv", from: model.name)
    #expect(people.columns == ["name"])
    #expect(people.name == "\(folder)/acme/data/people.csv")
    #expect(try loader.source(named: "../main.remit", from: model.name).string == "main")
    #expect(try loader.source(named: "./data/.././main.remit", from: nil).string == "main")
    #expect(try loader.source(named: "\(folder)/acme/main.remit", from: nil).string == "main")
  }

  @Test func `a bare name finds a library and what lies beside it`() throws {
    let library = try loader.source(named: "iso", from: nil)
    #expect(library.string == "flat")
    try FileManager.default.removeItem(atPath: "\(folder)/library/iso.remit")
    let nested = try loader.source(named: "iso", from: "\(folder)/acme/main.remit")
    #expect(nested.string == "nested")
    #expect(try loader.table(named: "list.csv", from: nested.name).rowCount == 1)
  }

  @Test func `nothing outside the granted folders is opened`() {
    for name in ["../secret/key.remit", "data/../../secret/key.remit", "/etc/passwd"] {
      #expect(failure(name) == "'\(name)' is outside the folders that may be read")
    }
    #expect(
      failure("link.remit") == "'link.remit' leads over a symbolic link, which is not followed"
    )
    #expect(
      failure("out/key.remit")
        == "'out/key.remit' leads over a symbolic link, which is not followed"
    )
    #expect(failure("pipe.remit") == "'pipe.remit' is not a regular file")
    #expect(failure("data/") == "'data/' is not a regular file")
    #expect(failure("~/x.remit") == "there is no file '~/x.remit'")
    #expect(
      failure("x.remit", from: "\(folder)/acme/main.remit")
        == "there is no file 'x.remit' beside '\(folder)/acme/main.remit'"
    )
    #expect(failure("../x") == "'../x' is outside the folders that may be read")
    #expect(failure("") == "the name of a file is empty")
    #expect(failure("a\0.remit") == "the name of a file holds a NUL")
    #expect(failure("unknown").hasPrefix("there is no library 'unknown' in '"))
  }

  @Test func `a folder that is granted besides may be read`() throws {
    let loader = FileLoader(folder: "\(folder)/acme", granted: ["\(folder)/secret"])
    #expect(try loader.source(named: "../secret/key.remit", from: nil).string == "key")
  }

  @Test func `what is wrong in a table comes with its lines`() {
    let (loader, base) = (loader, String?.none)
    let error = #expect(throws: LoadError.self) {
      try loader.table(named: "bad.csv", from: base)
    }
    #expect(error?.message == "'\(folder)/acme/bad.csv' has 1 problem")
    #expect(error?.problems.map(\.line) == [2])
  }

  @Test func `tables that are expected are the ones read when they are asked for`() throws {
    for number in 0..<6 {
      let text = "name\n" + (0...number).map { "n\($0)\n" }.joined()
      try text.write(
        toFile: "\(folder)/acme/t\(number).csv", atomically: false, encoding: .utf8)
    }
    let loader = loader
    let names = (0..<6).map { "t\($0).csv" }
    func rows(_ name: String) throws -> Int { try loader.table(named: name, from: nil).rowCount }
    loader.expect(tables: names, from: nil)
    #expect(try names.map(rows) == [1, 2, 3, 4, 5, 6])
    // Another order, another list in between, and files that cannot be read.
    loader.expect(tables: names, from: nil)
    #expect(try names.reversed().map(rows) == [6, 5, 4, 3, 2, 1])
    loader.expect(tables: ["t1.csv", "bad.csv", "nowhere.csv", "t2.csv"], from: nil)
    #expect(try rows("t1.csv") == 2)
    for name in ["bad.csv", "nowhere.csv"] {
      #expect(throws: LoadError.self) { try loader.table(named: name, from: nil) }
    }
    #expect(try rows("t2.csv") == 3)
    loader.expect(tables: names, from: nil)
    loader.expect(tables: [], from: nil)
    #expect(try rows("t3.csv") == 4)
  }

  @Test(.timeLimit(.minutes(15)))
  func `several engines that share a loader do not wait for each other for ever`() async throws {
    let text = "name\n" + (0..<2_000).map { "n\($0)\n" }.joined()
    let names = (0..<6).map { "u\($0).csv" }
    for name in names {
      try text.write(toFile: "\(folder)/acme/\(name)", atomically: false, encoding: .utf8)
    }
    let loader = loader
    for _ in 0..<30 {
      loader.expect(tables: names, from: nil)
      let counts = await withTaskGroup(of: [Int?].self, returning: [[Int?]].self) { group in
        for _ in 0..<4 {
          group.addTask {
            names.map { try? loader.table(named: $0, from: nil).rowCount }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(counts == [[Int?]](repeating: [Int?](repeating: 2_000, count: 6), count: 4))
    }
  }
}
