// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// What documents show, run.
///
/// A block marked `remit` holds statements; the word behind it names their
/// model, else it is the small one. A block marked `reading` holds questions,
/// each with how it is read on the next line.
struct DocumentationTests {
  /// Documents that are there; a missing one has nothing to show.
  private static let paths = ["README.md", "Grammar/language.md", "Grammar/readings.md"].filter {
    (try? ProjectFiles.text($0)) != nil
  }

  private struct Example: CustomTestStringConvertible {
    var path: String
    var block: MarkdownFile.Block
    var testDescription: String { "\(path):\(block.line)" }

    var sourceLocation: SourceLocation {
      SourceLocation(fileID: path, filePath: path, line: block.line, column: 1)
    }
  }

  private static func examples(_ kind: String) -> [Example] {
    paths.flatMap { path in
      MarkdownFile((try? ProjectFiles.text(path)) ?? "").blocks
        .filter { $0.info.first == kind }
        .map { Example(path: path, block: $0) }
    }
  }

  @Test func `every example of the language runs`() throws {
    for example in DocumentationTests.examples("remit") {
      let model = example.block.info.count > 1 ? example.block.info[1] : "small"
      var engine = try SpecModel.engine(model: model == "none" ? nil : model)
      do {
        try engine.run(example.block.text)
      } catch {
        let renderer = DiagnosticRenderer(error.source)
        let text = error.diagnostics.map(renderer.render).joined(separator: "\n")
        Issue.record("\(example): \(text)", sourceLocation: example.sourceLocation)
      }
    }
  }

  @Test func `every reading is as it is shown`() throws {
    let engine = try SpecModel.engine(model: "small")
    for example in DocumentationTests.examples("reading") {
      let lines = example.block.text.split(separator: "\n").map(String.init)
      for place in stride(from: 0, to: lines.count - 1, by: 2) {
        let reading = try? engine.explain(lines[place], stage: .reading)
        #expect(reading == lines[place + 1], sourceLocation: example.sourceLocation)
      }
    }
  }
}
