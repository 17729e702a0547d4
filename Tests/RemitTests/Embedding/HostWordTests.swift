// SPDX-License-Identifier: Apache-2.0
import Foundation
import RemitFormats
import Testing

@testable import Remit

/// Words whose values a function of the host tells: E10.
struct HostWordTests {
  private struct Unreachable: Error, CustomStringConvertible {
    var description: String { "the scanner does not answer" }
  }

  private enum Exposure: String, CaseIterable, HostValue { case none, partial, full }

  private func snapshot(
    calls: Counter = Counter(), isPure: Bool = true
  ) throws -> Snapshot {
    var engine = try EmbeddingRegister.snapshot().engine
    try engine.provide("risk score", of: "control", isPure: isPure) { control -> Double? in
      calls.add()
      guard case .number(let score)? = control["score"] else { return nil }
      return control.name == "A.5.2" ? nil : score * 2
    }
    try engine.provide("exposed", of: "asset") { $0.name == "Website" }
    try engine.provide("exposure", of: "asset") { asset -> Exposure in
      asset.name == "Website" ? .full : .partial
    }
    return engine.frozen()
  }

  @Test func `E10 they read like attributes and adjectives that have been declared`() throws {
    let snapshot = try snapshot()
    #expect(
      try snapshot.answer("controls whose risk score is above 5 showing ref, risk score")
        .rows(String.self, Double.self).map { "\($0) \($1)" } == ["A.5.1 6.0", "A.5.3 14.0"])
    #expect(try snapshot.answer("exposed assets").rows(String.self) == ["Website"])
    #expect(
      try snapshot.answer("controls that protect an exposed asset showing ref").rows(String.self)
        == ["A.5.3"])
    #expect(
      try snapshot.answer("assets whose exposure is above partial").rows(String.self) == ["Website"]
    )
    #expect(try snapshot.answer("full assets").rowCount == 1)
    #expect(
      try snapshot.answer("controls whose risk score is unknown showing ref").rows(String.self)
        == ["A.5.2"])
    #expect(try snapshot.answer("total risk score of controls").rows(Double.self) == [20])
    #expect(snapshot.describeSchema("asset").contains("exposed: flag, told by the host"))
    #expect(
      snapshot.completions(for: "controls whose ri").completions.contains {
        $0.text == "risk score"
      })
  }

  @Test func `E10 definitions, checks, blocks and supposed facts use them`() throws {
    let defined = try snapshot().editing {
      try $0.run(
        """
        define a control is pressing if its risk score is above 5
        check "No control is pressing": no control is pressing
        """)
    }
    #expect(try defined.answer("pressing controls").rowCount == 2)
    let raised = try defined.answer("suppose set score of A.5.1 to 1: pressing controls")
    #expect(raised.rowCount == 1)
  }

  @Test func `E10 the optimized and the literal evaluation agree`() throws {
    let snapshot = try snapshot()
    for text in [
      "controls whose risk score is above 5", "controls that protect an exposed asset",
      "people who own a control that protects an exposed asset",
      "assets that are not exposed", "number of exposed assets",
    ] {
      var engine = snapshot.engine
      let query = try engine.prepare(text)
      let context = Engine.Context(
        source: query.reading.source, range: SourceRange(0, query.reading.source.bytes.count),
        cancellation: nil)
      let graph = try engine.graph(for: query.reading.plan.query, context, Budget()).graph
      let reference = ReferenceEvaluator(graph, engine.model.definitions, today: engine.today)
      let expected = reference.answer(query.reading.plan.query)
      #expect(try engine.answer(query).rows == expected.rows)
    }
  }

  @Test func `E10 a pure function is asked once of each thing, another one for each statement`()
    throws
  {
    let calls = Counter()
    let pure = try snapshot(calls: calls)
    for _ in 0..<3 { _ = try pure.answer("controls whose risk score is above 5") }
    #expect(calls.count == 3)
    let later = try pure.editing { try $0.run("set score of A.5.1 to 1") }
    #expect(try later.answer("controls whose risk score is above 5").rowCount == 1)
    #expect(calls.count == 6)
    _ = try pure.answer("controls with no owner")
    #expect(calls.count == 6)

    let others = Counter()
    let impure = try snapshot(calls: others, isPure: false).editing {
      try $0.run("define a control is pressing if its risk score is above 5")
    }
    for _ in 0..<3 { _ = try impure.answer("pressing controls") }
    #expect(others.count == 9)
  }

  @Test func `E10 each call is charged`() throws {
    var engine = try EmbeddingRegister.chain(1000).engine
    try engine.provide("shoe size", of: "person", cost: 1000) { _ in 42 }
    let snapshot = engine.frozen()
    var limits = Limits.script
    limits.steps = 500_000
    #expect {
      try snapshot.answer("people whose shoe size is above 40", limits: limits)
    } throws: { error in
      (error as? QueryError)?.limit?.kind == .steps
    }
    #expect(try snapshot.answer("people whose shoe size is above 40").rowCount == 1000)
  }

  @Test func `E10 an error that a function throws keeps the place of its word`() throws {
    var engine = try EmbeddingRegister.snapshot().engine
    try engine.provide("exposed", of: "asset") { (asset) throws -> Bool? in throw Unreachable() }
    let snapshot = engine.frozen()
    do {
      _ = try snapshot.answer("controls that protect an exposed asset")
      Issue.record("it has an answer")
    } catch {
      let diagnostic = try #require(error.diagnostics.first)
      #expect(diagnostic.id == "host-failed")
      #expect(error.source.text(in: diagnostic.range) == "exposed")
      #expect(
        diagnostic.message
          == "the host cannot tell the exposed of 'Payroll': the scanner does not answer")
    }
    #expect(try snapshot.answer("assets").rowCount == 2)
  }

  @Test func `E10 a function may ask a snapshot, and what it tells has to fit`() throws {
    let inner = try EmbeddingRegister.snapshot()
    var engine = inner.engine
    try engine.provide("busy", of: "person") { person in
      try inner.answer("controls owned by \(person.name)").rowCount > 1
    }
    try engine.provide("odd", of: "person") { _ in Double.infinity }
    let snapshot = engine.frozen()
    #expect(try snapshot.answer("busy people").rows(String.self) == ["Bob"])
    #expect(throws: QueryError.self) { try snapshot.answer("people whose odd is above 1") }
  }

  @Test func `E10 a cancelled question asks no more of a function`() throws {
    var engine = try EmbeddingRegister.chain(1000).engine
    let (calls, cancellation) = (Counter(), Cancellation())
    try engine.provide("shoe size", of: "person") { _ in
      calls.add()
      if calls.count == 10 { cancellation.cancel() }
      return 42
    }
    let snapshot = engine.frozen()
    #expect {
      try snapshot.answer("people whose shoe size is above 40", cancellation: cancellation)
    } throws: { error in
      (error as? QueryError)?.code == .cancelled
    }
    #expect(calls.count == 10)
  }

  @Test func `E10 a slow function is ended by the deadline, between two calls`() throws {
    var engine = try EmbeddingRegister.chain(1000).engine
    try engine.provide("shoe size", of: "person") { _ in
      Thread.sleep(forTimeInterval: 0.002)
      return 42
    }
    let snapshot = engine.frozen()
    var limits = Limits.script
    limits.deadline = .milliseconds(40)
    #expect {
      try snapshot.answer("people whose shoe size is above 40", limits: limits)
    } throws: { error in
      (error as? QueryError)?.limit?.kind == .deadline
    }
  }

  @Test func `E10 a proof says that the host says so`() throws {
    let proof = try snapshot().why("A.5.1", in: "controls whose risk score is above 5")
    #expect(proof.holds)
    #expect(ProofText().render(proof).contains("the host"))
    let why = try snapshot().why("Payroll", in: "exposed assets")
    #expect(!why.holds)
    #expect(ProofText().render(why).contains("the host"))
  }

  @Test(
    arguments: [
      ("risk", "perso", "unknown-word"), ("name", "person", "host-word-is-name"),
      ("department", "person", "already-declared"), ("owns", "control", "word-taken"),
    ])
  func `E10 a word that cannot be is refused`(word: String, kind: String, id: String) throws {
    var engine = try EmbeddingRegister.snapshot().engine
    do {
      try engine.provide(word, of: kind) { _ in "x" }
      Issue.record("it was taken")
    } catch {
      #expect(!error.diagnostics.isEmpty, "\(id)")
    }
  }

  @Test func `E10 what the host tells cannot be stated`() throws {
    let snapshot = try snapshot()
    #expect {
      try snapshot.editing { try $0.run("set risk score of A.5.1 to 3") }
    } throws: { error in
      (error as? QueryError)?.diagnostics.map(\.id) == ["told-by-host"]
    }
  }
}
