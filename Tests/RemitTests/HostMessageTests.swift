// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Remit

/// Messages that only a host can bring about, and no text of a spec.
struct HostMessageTests {
  private func problem(_ work: (inout Engine) throws -> Void) -> Diagnostic? {
    var engine = Engine(today: Day("2026-06-30") ?? .earliest)
    do { try work(&engine) } catch { return (error as? QueryError)?.diagnostics.first }
    return nil
  }

  @Test func `a run that was cancelled says so`() {
    let problem = problem { engine in
      let cancellation = Cancellation()
      cancellation.cancel()
      try engine.run(SourceText("kind book"), cancellation: cancellation) { _ in }
    }
    #expect(problem?.id == "cancelled")
  }

  @Test func `a text that is too long is not read`() {
    let problem = problem { engine in
      engine.limits.sourceBytes = 10
      try engine.run("kind library book")
    }
    #expect(problem?.id == "source-too-long")
    #expect(problem?.message.contains("17 bytes, and at most 10") == true)
  }

  @Test func `a statement of too many words is not parsed`() {
    let words = Array(repeating: "book", count: 200_001).joined(separator: " ")
    #expect(problem { try $0.run(words) }?.id == "too-long")
  }

  @Test func `bytes that are no text have a place`() {
    let problem = problem { engine in
      try engine.run(SourceText(bytes: [107, 105, 110, 100, 32, 0xFF])) { _ in }
    }
    #expect(problem?.id == "invalid-encoding")
    #expect(problem?.range.start == 5)
  }

  @Test func `only a question has a plan, and can be prepared`() {
    #expect(problem { _ = try $0.explain("kind book", stage: .plan) }?.id == "no-such-stage")
    #expect(problem { _ = try $0.prepare("kind book") }?.id == "not-a-question")
  }

  @Test func `a writer's problem is told at the name of the file`() {
    struct FullDisk: Writer {
      func write(
        _ answer: QueryResult, to name: String, from base: String?
      ) throws(LoadError) {
        throw LoadError("there is no room left for '\(name)'")
      }

      func write(script: String, to name: String, from base: String?) throws(LoadError) {
        throw LoadError("there is no room left for '\(name)'")
      }
    }
    let problem = problem { engine in
      engine.writer = FullDisk()
      try engine.run("kind book\nexport books to \"books.csv\"")
    }
    #expect(problem?.id == "file-not-written")
    #expect(problem?.message == "there is no room left for 'books.csv'")
  }
}
