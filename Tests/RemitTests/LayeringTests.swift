// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

/// The folders of the engine are layers: each uses only those below it.
struct LayeringTests {
  /// From the lowest; `Graph` and `Syntax` stand side by side.
  private static let layers: [String: Int] = [
    "Diagnostics": 0, "Values": 1, "Graph": 2, "Syntax": 2, "Storage": 3, "Formatting": 3,
    "Binding": 3,
    "Linting": 4,
    "Planning": 4,
    "Execution": 5, "Proof": 6, "Drawing": 7, "Engine": 8, "Embedding": 9,
  ]

  @Test func `no file names a type of a higher layer`() throws {
    var homes: [String: String] = [:]
    // Types inside others may have the name of a type elsewhere.
    var inside: [String: Set<String>] = [:]
    var files: [(path: String, folder: String, code: String)] = []
    for path in ProjectFiles.paths(below: "Sources/Remit", suffix: ".swift") {
      let folder = String(path.split(separator: "/")[2])
      let code = LayeringTests.code(of: try ProjectFiles.text(path))
      files.append((path, folder, code))
      let declaration = #/^(?:\w+ )*(?:struct|class|enum|protocol|typealias) ([A-Z]\w+)/#
      for match in code.matches(of: #/\n +(?:\w+ )*(?:struct|class|enum|case) ([A-Z]\w+)/#) {
        inside[folder, default: []].insert(String(match.1))
      }
      for line in code.split(separator: "\n") {
        guard let match = line.firstMatch(of: declaration), !line.contains("private ") else {
          continue
        }
        homes[String(match.1)] = folder
      }
    }
    #expect(files.count > 40)
    for file in files {
      let layer = try #require(
        LayeringTests.layers[file.folder],
        "'\(file.folder)' is no known layer"
      )
      for match in file.code.matches(of: #/(^|[^.\w])([A-Z]\w+)/#) {
        guard let home = homes[String(match.2)], home != file.folder,
          let other = LayeringTests.layers[home], other >= layer,
          inside[file.folder]?.contains(String(match.2)) != true
        else { continue }
        Issue.record("\(file.path) names '\(match.2)', which \(home) declares")
      }
    }
  }

  /// A file without comments and texts.
  private static func code(of text: String) -> String {
    text.split(separator: "\n").map { line -> Substring in
      let bare = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
      return bare.contains("\"") ? Substring(bare.replacing(#/"[^"]*"/#, with: "\"\"")) : bare
    }.joined(separator: "\n")
  }
}
