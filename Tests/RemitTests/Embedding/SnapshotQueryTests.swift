// SPDX-License-Identifier: Apache-2.0
import Foundation
import RemitTestSupport
import Synchronization
import Testing

@testable import Remit

/// Snapshots, prepared questions, cancellation and limits: E1 to E4.
struct SnapshotQueryTests {
  // MARK: E1

  @Test func `E1 eight tasks that ask one snapshot get equal answers`() async throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let questions = [
      "controls showing ref, owner", "risky controls", "number of controls per owner",
      "people who own controls that protect \"Payroll\"", "controls with no owner",
    ]
    let expected = try questions.map { try snapshot.answer(Question(text: $0)).rows }
    try await withThrowingTaskGroup(of: [[[Value?]]].self) { group in
      for _ in 0..<8 {
        group.addTask {
          var all: [[[Value?]]] = []
          for _ in 0..<20 {
            all = try questions.map { try snapshot.answer(Question(text: $0)).rows }
          }
          return all
        }
      }
      for try await answers in group { #expect(answers == expected) }
    }
  }

  @Test func `E1 an edit makes a new snapshot, and the old one stays`() throws {
    let before = try EmbeddingRegister.snapshot()
    let after = try before.editing { try $0.run("add Ann owns A.5.2 since 2026-01-01") }
    #expect(try before.answer("controls with no owner").rowCount == 1)
    #expect(try after.answer("controls with no owner").rowCount == 0)
  }

  @Test func `E1 an edit that fails half-way leaves nothing behind`() throws {
    let before = try EmbeddingRegister.snapshot()
    #expect(throws: QueryError.self) {
      try before.editing { engine throws(QueryError) in
        try engine.run("add control A.5.9")
        try engine.run("add control A.5.9")
      }
    }
    #expect(try before.answer("controls").rowCount == 3)
  }

  @Test func `E1 readers beside an editor never see half an edit`() async throws {
    let first = try EmbeddingRegister.snapshot()
    let counts = try await withThrowingTaskGroup(of: Set<Int>.self) { group in
      var snapshot = first
      for number in 1...30 {
        snapshot = try snapshot.editing {
          try $0.run("add control N.\(number)\nadd Ann owns N.\(number) since 2026-01-01")
        }
        group.addTask { [snapshot] in
          [
            try await snapshot.answer("controls").rowCount
              - snapshot.answer("controls with an owner").rowCount
          ]
        }
      }
      return try await group.reduce(into: Set<Int>()) { $0.formUnion($1) }
    }
    // Of the three controls of the register one has no owner; of those added none.
    #expect(counts == [1])
  }

  // MARK: E2

  @Test func `E2 a prepared question is asked ten thousand times and read once`() throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let stages = Counter()
    var engine = snapshot.engine
    engine.onStage = { _ in stages.add() }
    let counted = Snapshot(frozen: engine)
    let query = try counted.prepare("controls owned by $owner")
    let read = stages.count
    for _ in 0..<10_000 {
      #expect(try counted.answer(query, ["owner": .text("Bob")]).rowCount == 2)
    }
    #expect(read > 0 && stages.count == read)
  }

  @Test func `E2 it is asked of a later snapshot of the same model without reading it again`()
    throws
  {
    let before = try EmbeddingRegister.snapshot()
    let query = try before.prepare("controls owned by $owner")
    let after = try before.editing { try $0.run("add Ann owns A.5.2 since 2026-01-01") }
    #expect(query.reading.version === after.engine.model.version)
    #expect(try after.answer(query, ["owner": .text("Ann")]).rowCount == 2)
  }

  @Test func `E2 of another model it is read again, and refused if it has no meaning there`()
    throws
  {
    let query = try EmbeddingRegister.snapshot().prepare("controls owned by $owner")
    let other = try Snapshot(
      """
      kind person (people)
        name: text
      kind tool
        name: text
      kind control
        ref: text, key
      relation person owns control as owner
      add person "Zoe"
      add control C1
      add Zoe owns C1
      """, today: EmbeddingRegister.today)
    #expect(try other.answer(query, ["owner": .text("Zoe")]).rowCount == 1)
    let poor = try Snapshot("kind book", today: EmbeddingRegister.today)
    #expect(throws: QueryError.self) { try poor.answer(query, ["owner": .text("Zoe")]) }
  }

  // MARK: E3

  // How soon a question ends is measured by `remit-bench cancellation`: here other tests
  // use the same cores. That it is so soon follows from how often the flag is looked at.

  @Test(.timeLimit(.minutes(15)))
  func `E3 cancelling the task ends a question`() async throws {
    let snapshot = try EmbeddingRegister.chain().limited(to: .interactive)
    let endless = Question(text: EmbeddingRegister.endless)
    for _ in 0..<20 {
      // A task that waits for a thread asks nothing yet, and there is nothing to end.
      let isAsking = DispatchSemaphore(value: 0)
      let task = Task {
        isAsking.signal()
        return try await snapshot.answer(endless)
      }
      // A thread of its own: those of tasks may all be taken by other tests.
      Thread.detachNewThread {
        isAsking.wait()
        Thread.sleep(forTimeInterval: 0.03)
        task.cancel()
      }
      await #expect(throws: CancellationError.self) { try await task.value }
    }
    #expect(try await snapshot.answer("people named \"P7\"").rowCount == 1)
  }

  @Test func `E3 what goes through the days of two thousand years looks at the flag too`() throws {
    let question: Question = """
      periods since 0001-01-01 per asset when number of assets whose review date is before its \
      review date plus 3 days is above number of people whose start date is before today
      """
    var engine = SampleEngine.acme()
    // The flag is looked at where the steps are.
    var limits = Limits.interactive
    for most in [10_000, 100_000, 1_000_000] {
      limits.steps = most
      let snapshot = engine.frozen().limited(to: limits)
      let error = #expect(throws: QueryError.self) { try snapshot.answer(question) }
      let reached = try #require(error?.limit)
      #expect(reached.kind == .steps)
      #expect(reached.used < most + 2 * Budget.interval, "\(reached.used) of \(most)")
    }
  }

  @Test(.timeLimit(.minutes(15)))
  func `E3 the form without await takes a handle that any thread may use`() throws {
    let snapshot = try EmbeddingRegister.chain().limited(to: .interactive)
    let cancellation = Cancellation()
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.02)
      cancellation.cancel()
    }
    #expect {
      try snapshot.answer(
        Question(text: EmbeddingRegister.endless), cancellation: cancellation)
    } throws: { error in
      (error as? QueryError)?.code == .cancelled
    }
  }

  @Test func `E3 a task that is cancelled already asks nothing`() async throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await snapshot.answer("controls")
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test(.timeLimit(.minutes(15)))
  func `E3 a thousand cancelled questions leave the snapshot as it was`() async throws {
    let snapshot = try EmbeddingRegister.chain(2000)
    for number in 0..<1000 {
      let cancellation = Cancellation()
      let task = Task {
        try snapshot.answer(
          Question(text: EmbeddingRegister.endless), cancellation: cancellation)
      }
      if number % 2 == 0 { await Task.yield() }
      cancellation.cancel()
      _ = try? await task.value
    }
    #expect(try await snapshot.answer("people").rowCount == 2000)
    #expect(try await snapshot.answer("people who report to P7").rowCount == 1)
  }

  // MARK: E4

  private func limit(
    _ adjust: (inout Limits) -> Void, _ question: String = EmbeddingRegister.endless
  ) throws -> ReachedLimit? {
    var limits = Limits.script
    adjust(&limits)
    let snapshot = try EmbeddingRegister.chain(3000)
    do {
      _ = try snapshot.answer(Question(text: question), limits: limits)
      return nil
    } catch {
      return error.limit
    }
  }

  @Test func `E4 each limit names itself, what was used and what is allowed`() throws {
    #expect(try limit { $0.steps = 1000 }?.kind == .steps)
    #expect(try limit { $0.steps = 1000 }?.allowed == 1000)
    #expect(try limit({ $0.rows = 10 }, "people")?.kind == .rows)
    #expect(try limit({ $0.bytes = 1000 }, "people showing name")?.kind == .bytes)
    #expect(
      try limit({ $0.sourceBytes = 5 }, "people") == ReachedLimit(.sourceBytes, used: 6, allowed: 5)
    )
    #expect(try limit({ $0.tokens = 3 }, "people who report to P1")?.kind == .tokens)
    let nested =
      "people who " + String(repeating: "report to someone who ", count: 90) + "report to P1"
    #expect(try limit({ $0.depth = 64 }, nested)?.kind == .depth)
    let long = "people named \"" + String(repeating: "x", count: 200) + "\""
    #expect(
      try limit({ $0.textBytes = 100 }, long) == ReachedLimit(.textBytes, used: 202, allowed: 100))
  }

  @Test func `E4 a deadline ends a question, and says how long it took`() throws {
    let reached = try #require(try limit { $0.deadline = .milliseconds(1) })
    #expect(reached.kind == .deadline)
    #expect(reached.allowed == 1)
    #expect(reached.used >= 1)
  }

  @Test func `E4 a deadline is that of a whole script`() throws {
    var engine = Engine(today: EmbeddingRegister.today, limits: .untrusted)
    engine.limits.deadline = .milliseconds(1)
    let script = "kind book\n" + String(repeating: "books\n", count: 60_000 / 6)
    #expect {
      try engine.run(script)
    } throws: { error in
      (error as? QueryError)?.limit?.kind == .deadline
    }
  }

  @Test func `E4 the limits of files, texts and events hold for scripts`() throws {
    var limits = Limits.script
    limits.fileBytes = 100
    #expect {
      try EmbeddingRegister.chain(100, limits: limits)
    } throws: { error in
      (error as? QueryError)?.limit?.kind == .fileBytes
    }
    limits = .script
    limits.textBytes = 4
    #expect {
      try EmbeddingRegister.chain(20_000, limits: limits)
    } throws: { error in
      (error as? QueryError)?.limit?.kind == .textBytes
    }
    let snapshot = try EmbeddingRegister.snapshot()
    let owned = try snapshot.prepare("controls owned by $owner")
    limits.textBytes = 100
    #expect {
      try snapshot.answer(
        owned, ["owner": .text(String(repeating: "x", count: 101))], limits: limits)
    } throws: { error in
      (error as? QueryError)?.limit == ReachedLimit(.textBytes, used: 101, allowed: 100)
    }
  }

  @Test func `E4 what is safe needs no thought: the presets are finite where nobody can stop them`()
  {
    for limits in [Limits.script, .untrusted] {
      #expect(limits.steps != nil && limits.deadline != nil)
    }
    #expect(Engine(today: EmbeddingRegister.today).limits == .script)
    let untrusted = Limits.untrusted
    #expect(untrusted.sourceBytes == 64 << 10 && untrusted.depth == 64 && untrusted.tokens == 5000)
    #expect(untrusted.steps == 5_000_000 && untrusted.deadline == .seconds(1))
    #expect(untrusted.rows == 10_000 && untrusted.bytes == 16 << 20)
    #expect(untrusted.textBytes == 64 << 10)
    #expect(untrusted.useDepth == 0 && untrusted.usedFiles == 0)
    #expect(untrusted.fileBytes == 8 << 20 && untrusted.fileDepth == 32)
  }

  @Test func `E4 a limit leaves the snapshot as it was`() throws {
    let snapshot = try EmbeddingRegister.chain(3000).limited(to: .untrusted)
    for _ in 0..<3 {
      #expect(throws: QueryError.self) {
        try snapshot.answer(Question(text: EmbeddingRegister.endless), limits: .untrusted)
      }
    }
    #expect(try snapshot.answer("people who report to P7").rowCount == 1)
  }
}

/// Counts calls from any thread.
final class Counter: Sendable {
  private let value = Mutex(0)
  var count: Int { value.withLock { $0 } }
  func add() { value.withLock { $0 += 1 } }
}
