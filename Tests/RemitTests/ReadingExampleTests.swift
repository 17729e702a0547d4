// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

struct ReadingExampleTests {
  /// A block marked `reading` holds questions, each with how it is read on the
  /// next line.
  @Test(arguments: ["Grammar/language.md"])
  func `every reading is as it is shown`(_ path: String) throws {
    let engine = try SpecModel.engine(model: "small")
    for block in MarkdownFile(try ProjectFiles.text(path)).blocks
    where block.info.first == "reading" {
      let lines = block.text.split(separator: "\n").map(String.init)
      for place in stride(from: 0, to: lines.count - 1, by: 2) {
        let reading = try engine.explain(lines[place], stage: .reading)
        let location = SourceLocation(
          fileID: path, filePath: path, line: block.line + place + 1, column: 1)
        #expect(reading == lines[place + 1], sourceLocation: location)
      }
    }
  }
}
