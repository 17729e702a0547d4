// SPDX-License-Identifier: Apache-2.0
import Foundation
import RemitTestSupport
import Testing

@testable import Remit

/// Random questions of the grammar over the small model: from text to answer,
/// against the definition of the language taken literally.
struct SentenceDifferentialTests {
  /// How many sentences are made: `REMIT_SENTENCE_PAIRS=10000`.
  private static let count =
    ProcessInfo.processInfo.environment["REMIT_SENTENCE_PAIRS"].flatMap { Int($0) } ?? 1500

  /// Quantifiers of the reference are loops over all things, so a sentence of
  /// many nouns would take it for ever.
  private static let mostVariables = 4

  @Test func `what a random sentence asks is what the engine answers`() throws {
    var engine = SampleEngine.engine("Tests/Specs/models/small.remit")
    engine.parameters = ["place": .text("Bob")]
    let graph = engine.currentGraph()
    var compared = 0
    var refused: [String: Int] = [:]
    var failures = 0
    let sentences = GeneratedSentences.make(
      "question", count: Self.count, seed: 77_000, depth: 8, fixture: .small)
    for sentence in sentences where failures < 3 {
      guard case .question(let question)? = sentence.parse().statement,
        sentence.parse().diagnostics.isEmpty
      else { continue }
      // An explanation is no set: `ProofTests` hold it to the evaluator.
      if case .why = question.subject { continue }
      let (query, diagnostics) = Binder.bind(question, model: engine.model)
      if let first = diagnostics.first {
        refused[first.id, default: 0] += 1
        continue
      }
      let free = query.freeVariables.subtracting([query.head] + query.rowVariables)
      guard free.isEmpty else {
        failures += 1
        Issue.record(
          """
          \(sentence.name): \(sentence.text)
          \(LogicPrinter(query, model: engine.model).print(query))
          leaves \(free.map(\.index)) unbound
          """)
        continue
      }
      guard query.variables.count <= Self.mostVariables else { continue }
      let plan = Planner.plan(
        query, definitions: engine.model.definitions, schema: engine.model.schema)
      let result: QueryResult
      do {
        result = try Executor.run(
          plan, graph: graph, today: engine.today, parameters: engine.parameters,
          budget: Budget())
      } catch {
        // A name that finds no thing, or several.
        continue
      }
      let reference = ReferenceEvaluator(
        graph, engine.model.definitions, today: engine.today, parameters: engine.parameters)
      let expected = reference.answer(query)
      compared += 1
      if result.rows != expected.rows {
        failures += 1
        Issue.record(
          """
          \(sentence.name): \(sentence.text)
          \(LogicPrinter(query, model: engine.model).print(query))
          expected \(expected.rows)
          found    \(result.rows)
          """)
      }
    }
    // Random words rarely fit together; enough of them have to.
    #expect(compared * 25 > sentences.count, "only \(compared) of \(sentences.count): \(refused)")
  }
}

extension BoundQuery {
  /// The variables that occur free in the condition and in what is made of it.
  fileprivate var freeVariables: Set<Variable> {
    var terms = [asOf].compactMap { $0 }
    var found = condition.freeVariables
    switch shape {
    case .rows(let columns, let sort, _), .top(let columns, let sort, _, _):
      terms += columns.map(\.term) + sort.compactMap(\.term)
    case .periods(let periods):
      terms += [periods.first, periods.last] + periods.columns.map(\.term)
      for key in periods.sort { if case .term(let term) = key.key { terms.append(term) } }
      found.formUnion(periods.when.freeVariables)
    case .measure(let measure, let keys, let sort, _):
      terms += sort.compactMap(\.term)
      if case .aggregate(_, let term, _) = measure { terms.append(term) }
      if case .share(let part, _) = measure { found.formUnion(part.freeVariables) }
      for key in keys {
        switch key {
        case .term(let term, _): terms.append(term)
        case .things(let variable, let groups, let member, _):
          found.formUnion(groups.freeVariables.union(member.freeVariables).subtracting([variable]))
        }
      }
    }
    return terms.reduce(into: found) { $0.formUnion($1.freeVariables) }
  }
}
