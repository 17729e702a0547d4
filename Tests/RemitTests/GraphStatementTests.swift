// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Remit

struct GraphStatementTests {
  @Test func `a random graph can be written as statements that make it again`() throws {
    var made = 0
    for seed in 0..<UInt64(300) {
      let statements = GraphStatements(RandomGraph(seed: seed).graph)
      guard statements.isComplete else { continue }
      made += 1
      var engine = Engine(today: RandomGraph.today)
      for statement in statements.declarations + statements.facts { try engine.run(statement) }
      // Links that have become alike are one when they are written again.
      let facts = Set(GraphStatements(engine.currentGraph()).facts)
      #expect(facts == Set(statements.facts), "seed \(seed)")
    }
    #expect(made > 150)
  }
}
