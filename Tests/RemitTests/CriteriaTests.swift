// SPDX-License-Identifier: Apache-2.0

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

  @Test func `every promise has its tests, and they are there`() throws {
    let paths =
      ProjectFiles.paths(below: "Tests/RemitTests", suffix: ".swift")
      + ProjectFiles.paths(below: "Tests/RemitShellTests", suffix: ".swift")
    var names: Set<String> = []
    for path in paths {
      for match in try ProjectFiles.text(path).matches(of: /func `([^`]+)`/) {
        names.insert(String(match.1))
      }
    }
    let rows = try Self.rows()
    #expect(rows.map(\.name).filter { $0.hasPrefix("U") } == (1...29).map { "U\($0)" })
    for (name, tests) in rows {
      #expect(!tests.isEmpty, "\(name)")
      for test in tests { #expect(names.contains(test), "\(name): there is no test '\(test)'") }
    }
  }
}
