// SPDX-License-Identifier: Apache-2.0
import Foundation
import RemitFormats
import RemitTestSupport
import Testing

@testable import Remit

/// Why, explain, completion and diagnostics as API, and the same bytes each time:
/// E14 and E15; and that the library asks for nothing but the standard library: E7.
struct ToolTests {
  // MARK: E14

  @Test func `E14 why is a value`() async throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let proof = try await snapshot.why("A.5.2", in: "controls with no owner")
    #expect(proof.holds && !proof.parts.isEmpty)
    let name = "Ann"
    let owned = try await snapshot.why("A.5.3", in: "controls owned by \(name)")
    #expect(!owned.holds)
    #expect(owned.sentence.contains("A.5.3"))
  }

  @Test func `E14 explain shows each stage`() throws {
    let snapshot = try EmbeddingRegister.snapshot()
    #expect(try snapshot.explain("controls with no owner").contains("rows"))
    #expect(try snapshot.explain("controls with no owner", stage: .logic).contains("¬∃"))
    #expect(try snapshot.explain("controls owned by \("Ann")", stage: .plan).contains("owns"))
  }

  @Test func `E14 completion knows words and names`() throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let verbs = snapshot.completions(for: "people who ").completions
    #expect(verbs.contains { $0.text == "own" && $0.category == "verb" })
    let names = snapshot.completions(for: "controls owned by A").completions
    #expect(names.contains { $0.text == "Ann" && $0.category == "name" })
    #expect(snapshot.isIncomplete("controls owned by"))
    #expect(!snapshot.isIncomplete("controls owned by Ann"))
  }

  @Test func `E14 diagnostics of a text do nothing else`() throws {
    let snapshot = try EmbeddingRegister.snapshot()
    #expect(snapshot.diagnostics(of: "controls owned by Ann").isEmpty)
    let wrong = snapshot.diagnostics(of: "controls with no onwer\npeople taht own")
    #expect(wrong.count == 2)
    #expect(wrong.allSatisfy { $0.severity == .error })
    #expect(snapshot.diagnostics(of: "add control A.5.9").isEmpty)
    #expect(try snapshot.answer("controls").rowCount == 3)
    let limited = snapshot.limited(to: .untrusted)
    #expect(
      limited.diagnostics(of: String(repeating: "x", count: 70_000)).map(\.id) == [
        "source-too-long"
      ])
  }

  // MARK: E15

  @Test func `E15 the same graph, question and day give the same bytes`() throws {
    let questions = [
      "controls showing ref, owner, score, review date, status", "number of controls per owner",
      "people", "everything that Ann owns", "assets sorted by classification",
    ]
    func bytes() throws -> [String] {
      let snapshot = try EmbeddingRegister.snapshot()
      return try questions.map { question in
        let answer = try snapshot.answer(Question(text: question))
        return ResultFormat.allCases.compactMap { $0.render(answer)?.text }.joined()
          + answer.rows.description + answer.notes.description
      }
    }
    let first = try bytes()
    for _ in 0..<5 { #expect(try bytes() == first) }
  }

  @Test func `E15 the day is an input, and no clock is read for an answer`() throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let early = snapshot.on(try #require(Day("2023-01-01")))
    #expect(early.today != snapshot.today)
    #expect(try early.answer("controls with no owner").rowCount == 3)
    #expect(try snapshot.answer("controls with no owner").rowCount == 1)
    #expect(try early.answer("controls whose review date is before today").rowCount == 0)
  }

  // MARK: E7

  // CStack is a header of our own, for where a thread's stack ends.
  @Test func `E7 the library imports nothing but the standard library`() throws {
    var imports: Set<String> = []
    for path in ProjectFiles.paths(below: "Sources/Remit", suffix: ".swift") {
      for line in try ProjectFiles.text(path).split(separator: "\n") {
        guard let match = line.firstMatch(of: #/^(?:@\w+ )?(?:\w+ )?import (\w+)/#) else {
          continue
        }
        imports.insert(String(match.1))
      }
    }
    #expect(imports == ["CStack", "Synchronization"])
    let header = try ProjectFiles.text("Sources/CStack/shim.h")
    let included = header.matches(of: #/#include <(.+)>/#).map { String($0.1) }
    #expect(included == ["stddef.h", "stdint.h", "pthread.h"])
  }

  // MARK: E8

  @Test func `E8 the library has no trap of its own`() throws {
    for path in ProjectFiles.paths(below: "Sources/Remit", suffix: ".swift") {
      let code = try ProjectFiles.text(path).split(separator: "\n").filter {
        !$0.contains("//")
      }
      for line in code {
        #expect(
          !line.contains("fatalError(") && !line.contains("try!") && !line.contains("as!")
            && !line.contains("preconditionFailure("), "\(path): \(line)")
      }
    }
  }

  // MARK: R5

  @Test func `R5 what the compiler does not check between threads has a reason beside it`() throws {
    var found = 0
    for path in ProjectFiles.paths(below: "Sources", suffix: ".swift") {
      let lines = try ProjectFiles.text(path).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where !line.contains("//") {
        guard line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)") else {
          continue
        }
        found += 1
        // The reason stands above the type or the first of its lines.
        let around = lines[max(0, index - 60)...min(index + 1, lines.count - 1)]
        let reason = around.contains {
          $0.contains("//") && ["never written", "thread", "signal"].contains(where: $0.contains)
        }
        #expect(reason, "\(path):\(index + 1)")
      }
    }
    #expect(found > 0)
  }
}
