// SPDX-License-Identifier: Apache-2.0
import Foundation
import RemitTestSupport
import Testing

@testable import Remit

/// Proofs of random claims, checked by something that knows nothing of how they
/// were made.
struct ProofTests {
  /// How many queries are explained: `REMIT_PROOFS=10000`.
  private static let count =
    ProcessInfo.processInfo.environment["REMIT_PROOFS"].flatMap(Int.init) ?? 250

  /// The seeds of a run, with those that once led to a proof that was refused.
  private static let seeds = Array(Set(0..<UInt64(count)).union([913])).sorted()

  /// A claim about one thing, with its proof and what checks it.
  private struct Claim {
    let proof: Proof
    let checker: ProofChecker
    let condition: BoundCondition
    let things: [Int: Entity]

    var problem: String? { checker.problem(of: proof, condition, things, nil) }

    func problem(with other: Proof) -> String? {
      checker.problem(of: other, condition, things, nil)
    }
  }

  /// Explains the first things of a random query: those in it and those not.
  ///
  /// What has more steps than may be kept is left out, and its seed noted.
  private func claims(_ seed: UInt64, _ tooLarge: inout Set<UInt64>) throws -> [Claim] {
    let world = RandomGraph(seed: seed)
    let random = RandomQuery(seed: seed, in: world)
    var query = random.query
    query.asOf = nil
    let condition = query.rowVariables.reduce(query.condition) { $0.binding($1) }
    let plan = Planner.plan(
      parts: [condition], of: query, definitions: random.definitions, schema: world.schema)
    let execution = Execution(
      graph: world.graph, plan: plan, today: RandomGraph.today,
      parameters: RandomGraph.parameters, cache: ExecutionCache(), budget: Budget(bytes: 16 << 20))
    do { try execution.resolveNames() } catch { return [] }
    let reference = ReferenceEvaluator(
      world.graph, random.definitions, today: RandomGraph.today,
      parameters: RandomGraph.parameters)
    let checker = ProofChecker(reference, query, random.definitions)
    let prover = Prover(execution)
    let scope = prover.scope(nil, at: .on(RandomGraph.today.number))
    return try reference.things(query.variables[query.head.index].kinds).prefix(3).compactMap {
      head in
      let things = [query.head.index: head]
      let proof: Proof?
      do {
        proof = try prover.prove(condition, things, in: scope)
      } catch Stop.limit(.bytes, used: _, allowed: _) {
        tooLarge.insert(seed)
        return nil
      }
      return Claim(
        proof: try #require(proof, "seed \(seed)"), checker: checker, condition: condition,
        things: things)
    }
  }

  @Test func `every claim has a proof that is accepted`() throws {
    var holding = 0
    var total = 0
    var tooLarge: Set<UInt64> = []
    for seed in ProofTests.seeds {
      for claim in try claims(seed, &tooLarge) {
        total += 1
        if claim.proof.holds { holding += 1 }
        if let problem = claim.problem { Issue.record("seed \(seed): \(problem)") }
      }
    }
    #expect(holding * 10 > total, "\(holding) of \(total) hold")
    #expect((total - holding) * 10 > total)
    // A proof of each day of nested years has more steps than may be kept.
    #expect(tooLarge.count * 50 <= ProofTests.seeds.count, "\(tooLarge.sorted())")
  }

  @Test func `a proof that was tampered with is refused`() throws {
    var tried: [String: Int] = [:]
    var refused: [String: Int] = [:]
    var tooLarge: Set<UInt64> = []
    for seed in ProofTests.seeds {
      var random = RandomSource(seed: seed)
      for claim in try claims(seed, &tooLarge) {
        for (name, change) in ProofTests.changes {
          guard let other = tampered(claim.proof, &random, change), other != claim.proof else {
            continue
          }
          tried[name, default: 0] += 1
          if claim.problem(with: other) != nil { refused[name, default: 0] += 1 }
        }
      }
    }
    for (name, _) in ProofTests.changes {
      #expect(tried[name, default: 0] > 10, "\(name) was tried \(tried[name, default: 0]) times")
      #expect(refused[name] == tried[name], "\(name)")
    }
  }

  @Test func `the proofs of a register agree with its answers, and name their rows`() throws {
    var engine = SampleEngine.acme()
    for question in ["controls with no competent owner", "overdue documents", "orphaned assets"] {
      let noun = question.split(separator: " ").first { $0.hasSuffix("s") } ?? ""
      let members = Set(try references(question, &engine))
      let all = try references(String(noun), &engine)
      #expect(!members.isEmpty && members.count < all.count, "\(question)")
      for thing in all.prefix(100) {
        let proof = try engine.why(thing, in: question)
        #expect(proof.holds == members.contains(thing), "\(thing) in \(question)")
        #expect(facts(of: proof).allSatisfy { $0.source.file != nil }, "\(thing) in \(question)")
      }
    }
  }

  @Test func `a control without competent owner is shown by the certificate that is missing`()
    throws
  {
    var engine = SampleEngine.acme()
    let question = "controls with no competent owner"
    let rows = try references(question, &engine)
    #expect(rows.count > 20)
    for thing in rows {
      // A certificate that is shown is one of the competence that is asked for.
      for step in steps(of: try engine.why(thing, in: question))
      where step.sentence.hasPrefix("there is no certificate") {
        #expect(step.parts.count <= 1, "\(step.sentence)")
        #expect(step.evidence.lacking.count == 2, "\(step.sentence)")
      }
    }
  }

  @Test func `the proofs of the sample register are accepted`() throws {
    var engine = SampleEngine.acme()
    let question = "controls with no competent owner"
    let rows = try references(question, &engine)
    let graph = engine.currentGraph()
    let reference = ReferenceEvaluator(graph, engine.model.definitions, today: SampleEngine.day)
    #expect(rows.count == 32)
    // The checker takes a second for each: it goes through all things for each quantifier.
    for thing in rows.enumerated().filter({ $0.offset % 3 == 0 }).map(\.element) {
      let problem = try problem(thing, in: question, &engine, reference)
      #expect(problem == nil, "\(thing): \(problem ?? "")")
    }
  }

  /// What the checker has to say against the proof that a thing is in an answer.
  private func problem(
    _ thing: String, in question: String, _ engine: inout Engine, _ reference: ReferenceEvaluator
  ) throws -> String? {
    let source = SourceText("why \"\(thing)\" in \(question)")
    guard
      case .question(let syntax) = try engine.parse(SourceRange(0, source.bytes.count), of: source)
    else { return "no question" }
    let query = Binder.bind(syntax, model: engine.model).query
    let proof = try #require(try engine.why(thing, in: question).parts.first)
    let checker = ProofChecker(reference, query, engine.model.definitions)
    return checker.problem(of: proof, proof.evidence.condition, proof.evidence.things, nil)
  }

  @Test(arguments: [
    "controls with no competent owner", "controls with at least 2 owners",
    "people who hold every competence that A.5.3 requires", "people who own only controls",
    "people with a current certificate whose competence is Law and whose level is at least 2",
    "people with no certificate whose competence is Law", "people who report to+ Carol",
    "controls that had an owner in 2024", "roles with no active holder",
    "controls owned by no person who holds Law",
  ])
  func `the proofs of a small register are accepted`(_ question: String) throws {
    var engine = SampleEngine.engine("Tests/Specs/models/small.remit")
    let graph = engine.currentGraph()
    let reference = ReferenceEvaluator(graph, engine.model.definitions, today: SampleEngine.day)
    let kind = try #require(engine.model.schema.kind(named: String(question.prefix { $0 != " " })))
    for thing in reference.things([kind]) {
      let problem = try problem(graph.label(of: thing), in: question, &engine, reference)
      #expect(problem == nil, "\(graph.label(of: thing)): \(problem ?? "")")
    }
  }

  private func steps(of proof: Proof) -> [Proof] { [proof] + proof.parts.flatMap(steps) }

  private func references(_ question: String, _ engine: inout Engine) throws -> [String] {
    for case .answer(let answer) in try engine.run("\(question), showing ref") {
      return answer.rows.compactMap { $0[0]?.description }
    }
    return []
  }

  private func facts(of proof: Proof) -> [Proof.Fact] {
    proof.facts + proof.parts.flatMap(facts)
  }

  private typealias Change = @Sendable (Proof) -> Proof?

  /// Ways to make a step wrong; `nil` where a step has nothing to make wrong.
  private static let changes: [(String, Change)] = [
    (
      "another verdict",
      { proof in
        var other = proof
        other.holds.toggle()
        return other
      }
    ),
    (
      "a part left out",
      { proof in
        guard !proof.parts.isEmpty else { return nil }
        var other = proof
        other.parts.removeLast()
        if !other.evidence.candidates.isEmpty { other.evidence.candidates.removeLast() }
        return other
      }
    ),
    (
      "another day",
      { proof in
        guard proof.reason == .link, proof.holds, !proof.facts.isEmpty else { return nil }
        var other = proof
        other.facts[0].from = Day(number: 12_345)
        return other
      }
    ),
    (
      "another source",
      { proof in
        guard proof.reason == .link, proof.holds, !proof.facts.isEmpty else { return nil }
        var other = proof
        other.facts[0].source = FactSource(file: "elsewhere.csv", line: 1)
        return other
      }
    ),
    (
      "another thing",
      { proof in
        guard let first = proof.evidence.things.sorted(by: { $0.key < $1.key }).first else {
          return nil
        }
        var other = proof
        other.evidence.things[first.key] = Entity(
          kind: first.value.kind, node: first.value.node + 1)
        return other
      }
    ),
    (
      "another condition",
      { proof in
        var other = proof
        other.evidence.condition = .not(proof.evidence.condition)
        return other
      }
    ),
  ]

  /// Changes one step of a proof, chosen at random among those that can be.
  private func tampered(_ proof: Proof, _ random: inout RandomSource, _ change: Change) -> Proof? {
    var count = 0
    func number(_ proof: Proof) {
      if change(proof) != nil { count += 1 }
      proof.parts.forEach(number)
    }
    number(proof)
    guard count > 0 else { return nil }
    var left = random.below(count)
    func changed(_ proof: Proof) -> Proof {
      if let other = change(proof) {
        if left == 0 {
          left -= 1
          return other
        }
        left -= 1
      }
      var copy = proof
      for index in copy.parts.indices where left >= 0 {
        copy.parts[index] = changed(copy.parts[index])
      }
      return copy
    }
    return changed(proof)
  }
}
