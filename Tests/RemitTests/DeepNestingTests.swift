// SPDX-License-Identifier: Apache-2.0
import Foundation
import Remit
import RemitFormats
import RemitTestSupport
import Testing

/// What is nested deep, on a thread with little stack, and where each level could double
/// the work.
struct DeepNestingTests {
  private static let model = """
    kind person (people)
      name: text
      age: number
    kind asset
      name: text
    relation person owns asset as owner, dated
    relation asset contains asset
    relation person reports to person as report / manager
    define a person p leads a person q
      if q reports to p, or p leads someone that q reports to
    add person "Ann" with age 3
    add person "Bob" with age 4
    add asset "Disk"
    add Ann owns asset "Disk" since 2020-01-01
    add Bob reports to Ann
    """

  /// Questions with something nested so deep.
  private static func questions(_ depth: Int) -> [String] {
    func times(_ text: String) -> String { String(repeating: text, count: depth) }
    return [
      times("(") + "people",
      "people p where " + times("(") + "p owns an asset" + times(")"),
      "people p where " + times("not (") + "p owns an asset" + times(")"),
      "people p where " + times("(") + "p's age" + times(" + 1)") + " is above 2",
      "people p where p's age" + times(" + 1") + " is above 2",
      "people p where p" + times("'s manager") + " is Ann",
      "people" + times(" who own an asset owned by people"),
      "assets that contain an asset" + times(" that contains an asset"),
      "assets that contain " + times("every asset that contains ") + "an asset",
      "people who own " + times("at least 1 asset that contains ") + "an asset",
      "people, sorted by manager" + times("'s manager"),
      "people" + times(" plus people"),
      "people p where p owns an asset" + times(" or p owns an asset"),
    ]
  }

  private static func engine() throws -> Engine {
    // How long it takes is not what is tried: a sanitizer makes all of it slow.
    var limits = Limits.script
    limits.deadline = nil
    var engine = Engine(today: Day("2026-06-30") ?? .earliest, limits: limits)
    try engine.run(model)
    return engine
  }

  /// Does something on a thread with little stack.
  private static func onSmallStack(_ kilobytes: Int, _ work: @escaping @Sendable () -> Void) {
    let thread = Thread(block: work)
    thread.stackSize = kilobytes << 10
    thread.start()
    while !thread.isFinished { usleep(1000) }
  }

  @Test(arguments: [8, 60, 1_200], [128, 512])
  func `R2 what is nested needs no more stack than a small thread has`(
    depth: Int, kilobytes: Int
  ) async {
    await #expect(processExitsWith: .success) {
      [depth = depth as Int, kilobytes = kilobytes as Int] in
      DeepNestingTests.onSmallStack(kilobytes) {
        do {
          var engine = try DeepNestingTests.engine()
          for question in DeepNestingTests.questions(depth) {
            let source = SourceText(question)
            _ = try? engine.run(question)
            if let prepared = try? engine.prepare(question) {
              let snapshot = engine.frozen()
              _ = try snapshot.answer(prepared)
            }
            // What takes the square of the levels is tried with few.
            for stage in Stage.allCases where depth < 50 {
              _ = try? engine.explain(question, stage: stage)
            }
            if depth < 50 {
              _ = try? engine.why("Ann", in: question)
              _ = try? engine.drawing(of: question)
              _ = engine.warnings(source)
              _ = engine.lint(source)
            }
            _ = try? engine.formatted(source)
            _ = engine.isIncomplete(question)
            _ = engine.completions(for: question + " ")
            _ = engine.highlights(question)
          }
        } catch {
          exit(1)
        }
      }
    }
  }

  @Test func `R2 the bad inputs that nest are refused on a small thread`() async {
    await #expect(processExitsWith: .success) {
      DeepNestingTests.onSmallStack(512) {
        func refuses(_ work: () throws -> Void) -> Bool {
          do {
            try work()
            return false
          } catch {
            return true
          }
        }
        guard var engine = try? DeepNestingTests.engine() else { exit(1) }
        // Row 1
        let open = String(repeating: "(", count: 100_000)
        guard refuses({ _ = try engine.run(open) }) else { exit(2) }
        // Row 2
        let chain = "people p where p owns an asset"
        let terms = String(repeating: " or p owns an asset", count: 15_000)
        guard refuses({ _ = try engine.run(chain + terms) }) else { exit(3) }
        // Row 16
        engine.loader = CircularLoader()
        guard refuses({ _ = try engine.run("use \"0\"") }) else { exit(4) }
        // Row 20
        for (name, text) in [
          ("a.json", String(repeating: "[", count: 100_000)),
          ("a.yaml", String(repeating: "[", count: 100_000)),
          ("b.yaml", String(repeating: "- ", count: 100_000)),
        ] {
          guard refuses({ _ = try TableFile.read(Array(text.utf8), name: name) }) else { exit(5) }
        }
        // Row 22
        var circle = ""
        for number in 0..<2_000 { circle += "add person \"P\(number)\"\n" }
        for number in 0..<2_000 {
          circle += "add P\(number) reports to P\((number + 1) % 2_000)\n"
        }
        do {
          try engine.run(circle)
          guard case .answer(let answer)? = try engine.run("people who lead P0").last,
            answer.rowCount == 2_000, try engine.why("P1", in: "people who lead P0").holds
          else { exit(6) }
        } catch {
          exit(7)
        }
      }
    }
  }

  // What is said or printed twice for each level would take longer than anybody waits.
  @Test(.timeLimit(.minutes(15)))
  func `a reason and a formula are printed once for each level`() throws {
    var engine = try Self.engine()
    let managers = "people p where p" + String(repeating: "'s manager", count: 40) + " is Ann"
    #expect(try !engine.why("Ann", in: managers).holds)
    let every = String(repeating: "every asset that contains ", count: 60)
    let formula = try engine.explain("assets that contain \(every)an asset", stage: .logic)
    #expect(formula.utf8.count < 20_000)
  }
}

/// Each file uses the next of three.
private struct CircularLoader: Loader {
  func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
    SourceText("use \"\(((Int(name) ?? 0) + 1) % 3)\"", name: name)
  }

  func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
    throw LoadError("there is no file '\(name)'")
  }
}
