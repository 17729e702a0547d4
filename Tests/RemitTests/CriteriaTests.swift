// SPDX-License-Identifier: Apache-2.0

import Foundation
import RemitTestSupport
import Testing

/// The table of what is promised and of the tests that show it.
struct CriteriaTests {
  /// The rows of the table, by the name of the promise.
  private static func rows() throws -> [(name: String, tests: [String])] {
    try ProjectFiles.text("Tests/Criteria.md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingPrefix { $0 == " " } }
      guard cells.count == 3, cells[0].first?.isLetter == true else { return nil }
      let tests = cells[2].matches(of: /`([^`]+)`/).map { String($0.1) }
      return (String(cells[0].prefix { $0 != " " }), tests)
    }
  }

  /// The names of the tests there are.
  private static func testNames() throws -> Set<String> {
    let paths =
      ProjectFiles.paths(below: "Tests/RemitTests", suffix: ".swift")
      + ProjectFiles.paths(below: "Tests/RemitShellTests", suffix: ".swift")
    var names: Set<String> = []
    for path in paths {
      for match in try ProjectFiles.text(path).matches(of: /func `([^`]+)`/) {
        names.insert(String(match.1))
      }
    }
    return names
  }

  @Test func `every promise has its tests, and they are there`() throws {
    let names = try Self.testNames()
    let rows = try Self.rows()
    let all =
      (1...29).map { "U\($0)" } + (1...16).filter { $0 != 13 }.map { "E\($0)" }
      + (1...40).map { "D\($0)" } + (1...13).map { "R\($0)" }
    #expect(rows.map(\.name) == all)
    for (name, tests) in rows {
      #expect(!tests.isEmpty, "\(name)")
      for test in tests where !test.hasPrefix("$ ") {
        #expect(names.contains(test), "\(name): there is no test '\(test)'")
      }
    }
  }

  @Test func `every command of a promise can be run`() throws {
    let commands = try Self.rows().flatMap(\.tests).filter { $0.hasPrefix("$ ") }
    #expect(!commands.isEmpty)
    let suites = try Self.suites()
    for command in commands {
      let words = command.dropFirst(2).split(separator: " ").drop { $0.contains("=") }
      let program = words.first.map(String.init) ?? ""
      #expect(
        program == "swift"
          || FileManager.default.isExecutableFile(atPath: ProjectFiles.path(program)), "\(command)")
      guard let filter = words.firstIndex(of: "--filter") else { continue }
      let suite = String(words[filter + 1])
      #expect(suites.contains { $0.contains(suite) }, "\(command)")
    }
  }

  /// The names of the files of tests, which are those of the suites.
  private static func suites() throws -> [String] {
    ProjectFiles.paths(below: "Tests", suffix: "Tests.swift")
  }
}
