// SPDX-License-Identifier: Apache-2.0
// A release build does not count the work that is looked at here.
#if DEBUG
import RemitTestSupport
import Testing

@testable import Remit

/// What the questions of the benchmark cost against the size of what they are
/// asked of: counted, so that it says the same on every computer.
struct GrowthTests {
  /// A question under the name the benchmark gives it.
  struct Question: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
  }

  /// How often one size is contained in the next.
  private static let factor = 3
  private static let sizes = [300, 900, 2700]

  /// The questions, read from where the benchmark reads them.
  static let questions: [Question] = {
    var found: [Question] = []
    var name: Substring = ""
    let file = (try? ProjectFiles.text("Benchmarks/peers/questions.toml")) ?? ""
    for line in file.split(separator: "\n") {
      if line.hasPrefix("[") { name = line.dropFirst().dropLast() }
      guard line.hasPrefix("text = "), let start = line.firstIndex(of: "\"") else { continue }
      var text = line[line.index(after: start)...].dropLast().replacing("\\\"", with: "\"")
      let constants = [
        "dept": "dept-003", "asset": "5", "manager": "3", "root": "0", "lookup": "7",
      ]
      for (key, value) in constants { text = text.replacing("{\(key)}", with: value) }
      found.append(Question(testDescription: String(name), text: String(text)))
    }
    return found
  }()

  /// The organisations, loaded once for all questions.
  private static let engines: [Result<Engine, any Error>] = sizes.map { size in
    Result {
      var engine = Engine(
        today: Day(year: 2026, month: 1, day: 1) ?? .latest,
        loader: SmallOrganisation(people: size), limits: .script)
      try engine.run(try ProjectFiles.text("Benchmarks/peers/remit/organisation.remit"))
      _ = engine.currentGraph()
      return engine
    }
  }

  /// The steps and the uncounted work of a question, asked of an engine that
  /// has found nothing out.
  private func cost(of text: String, _ engine: Engine) throws -> (steps: Int, all: Int) {
    var engine = engine
    let graph = engine.currentGraph()
    let plan = try engine.prepare(text).reading.plan
    let work = UncountedWork()
    let budget = Budget()
    try UncountedWork.$current.withValue(work) {
      _ = try Executor.run(plan, graph: graph, today: engine.today, budget: budget)
    }
    return (budget.steps, budget.steps + work.count)
  }

  @Test func `all fourteen questions are asked`() {
    #expect(GrowthTests.questions.count == 14)
  }

  @Test func `bitmaps and sorts are seen though they spend no steps`() {
    let work = UncountedWork()
    UncountedWork.$current.withValue(work) {
      let set = NodeSet(capacity: 6400, full: true)
      for _ in 0..<10 { _ = set.count }
    }
    #expect(work.count == 100 * 11)
    UncountedWork.$current.withValue(work) { UncountedWork.note(sorting: 1000) }
    #expect(work.count == 100 * 11 + 10_000)
  }

  /// All of them take steps in proportion to the things and links, some of them
  /// times the logarithm for a sort: what is quadratic would grow nine times.
  @Test(arguments: questions)
  func `nothing grows faster than the organisation`(_ question: Question) throws {
    let costs = try GrowthTests.engines.map { try cost(of: question.text, $0.get()) }
    for (smaller, larger) in zip(costs, costs.dropFirst()) {
      #expect(
        Double(larger.all) < Double(smaller.all) * Double(GrowthTests.factor) * 1.5,
        "\(question.text): \(costs)")
    }
    // A step for each thing and link, a few times over.
    let largest = GrowthTests.sizes[GrowthTests.sizes.count - 1]
    #expect(costs[costs.count - 1].all < largest * 43 * 5, "\(question.text): \(costs)")
  }
}
#endif
