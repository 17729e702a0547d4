// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// A drawing has all that makes an answer: asked of nothing but its own drawing, a
/// question that denies and counts nothing has the same answer.
struct DrawingLawTests {
  @Test func `a random question has the same answer in its drawing`() throws {
    var engine = SampleEngine.engine("Tests/Specs/models/small.remit")
    engine.parameters = ["place": .text("Bob")]
    let sentences = GeneratedSentences.make(
      "question", count: 1_500, seed: 91_000, depth: 8, fixture: .small)
    let counts = try compare(sentences, in: engine)
    #expect(counts.drawn > 40 && counts.positive > 12, "\(counts)")
  }

  @Test func `a question of the sample has the same answer in its drawing`() throws {
    let engine = try SpecModel.engine(model: "samples/acme")
    let counts = try compare(Corpus.acme, in: engine)
    #expect(counts.drawn > 50 && counts.positive > 10, "\(counts)")
  }

  private func compare(
    _ questions: [CorpusQuestion], in engine: Engine
  ) throws -> (drawn: Int, positive: Int) {
    var (drawn, positive) = (0, 0)
    for question in questions {
      var engine = engine
      guard case .question(let asked)? = question.parse().statement, !asked.isWhy,
        !asked.isChanges, case .answer(let answer)? = try? engine.run(question.text).last
      else { continue }
      let drawing: GraphDrawing
      do {
        drawing = try engine.drawing(of: question.text)
      } catch {
        Issue.record("\(question) has an answer and no drawing: \(error)")
        continue
      }
      drawn += 1
      let (query, _) = Binder.bind(asked, model: engine.model)
      guard asked.contexts.isEmpty,
        case .rows(let columns, sort: let sort, limit: let limit) = query.shape,
        columns.allSatisfy({ $0.term.isPositive(engine.model) }), sort.isEmpty || limit == nil,
        query.condition.isPositive(engine.model),
        let builder = try Self.graph(of: drawing, engine)
      else { continue }
      positive += 1
      engine.draft = builder
      guard case .answer(let again)? = try engine.run(question.text).last else { continue }
      // What rows are sorted by is not drawn.
      #expect(Set(again.rows) == Set(answer.rows), "\(question)")
    }
    return (drawn, positive)
  }

  /// All things, and only the links of a drawing; `nil` if a link is drawn as a thing.
  private static func graph(of drawing: GraphDrawing, _ engine: Engine) throws -> GraphBuilder? {
    var engine = engine
    let graph = engine.currentGraph()
    let schema = engine.model.schema
    var builder = GraphBuilder(schema: schema)
    var made: [Entity: Entity] = [:]
    var named: [[String]: Entity] = [:]
    for kind in schema.kinds where !kind.isRecord && !kind.isTable {
      for node in graph.nodes(of: kind.id) {
        let thing = Entity(kind: kind.id, node: node)
        let values = kind.attributes.compactMap { attribute in
          schema[attribute].source == .stored
            ? graph.value(of: attribute, for: node).map { (attribute, $0) } : nil
        }
        made[thing] = try builder.addThing(
          kind.id, attributes: values, isUnknown: graph.isUnknown(thing))
        named[[kind.singular, graph.label(of: thing)]] = made[thing]
      }
    }
    let things = drawing.nodes.map { named[[$0.kind, $0.label]] }
    for edge in drawing.edges {
      guard let left = things[edge.source], let right = things[edge.target] else { return nil }
      let relation = schema.relations.first {
        $0.origin == .stored && $0.name == edge.relation && $0.left.contains(left.kind)
          && $0.right.contains(right.kind)
      }
      guard let relation else { return nil }
      try builder.addLink(
        relation.id, left: left, right: right, from: edge.from, until: edge.until,
        source: .prompt)
    }
    return builder
  }
}

extension BoundCondition {
  /// Whether more links can only make it hold, and never fail.
  fileprivate func isPositive(_ model: Model, _ open: Set<DefinitionID> = []) -> Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.allSatisfy { $0.isPositive(model, open) }
    case .isOf, .same: true
    case .compare(let lhs, _, let rhs): lhs.isPositive(model) && rhs.isPositive(model)
    case .known(let term): term.isPositive(model)
    case .link(let link, _, _):
      link.relations.allSatisfy {
        if case .defined(let id) = $0 { Self.isPositive(id, model, open) } else { true }
      }
    case .definition(let id, _): Self.isPositive(id, model, open)
    case .quantified(.some, _, let among, let holds):
      among.isPositive(model, open) && holds.isPositive(model, open)
    case .quantified(.count(.greaterOrEqual, _), _, let among, let holds):
      among.isPositive(model, open) && holds.isPositive(model, open)
    case .not, .quantified, .during: false
    }
  }

  private static func isPositive(
    _ id: DefinitionID, _ model: Model, _ open: Set<DefinitionID>
  ) -> Bool {
    open.contains(id)
      || model.definitions[id.index].meaning.isPositive(model, open.union([id]))
  }
}

extension BoundTerm {
  /// Whether it depends on no link that a drawing could leave out.
  fileprivate func isPositive(_ model: Model) -> Bool {
    switch self {
    case .value, .parameter, .today, .calendar, .attribute, .entity: true
    case .arithmetic(_, let lhs, let rhs), .daysBetween(let lhs, let rhs),
      .shifted(let lhs, by: let rhs, later: _):
      lhs.isPositive(model) && rhs.isPositive(model)
    case .list(let term, _, let condition), .aggregate(_, let term, _, let condition):
      term.isPositive(model) && condition.isPositive(model)
    case .count(_, let condition): condition.isPositive(model)
    case .walk: true
    }
  }
}
