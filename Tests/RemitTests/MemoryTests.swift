// SPDX-License-Identifier: Apache-2.0
#if os(Linux)
import Foundation
import RemitFormats
import RemitTestSupport
import Testing

@testable import Remit

/// What questions and files take of the memory of a process of their own, as the system
/// counts it.
@Suite(.serialized, .enabled(if: !Memory.isSanitized, "a sanitizer keeps what is freed"))
struct MemoryTests {
  /// Questions that heap up rows, pairs, lists, groups, matrices and proofs.
  static let questions = [
    "people, showing name, across team",
    "people showing name, across acquaintance",
    "number of people per team, across name",
    "people, showing team, across team, name",
    "number of people per acquaintance, across boss",
    "people showing name, acquaintance, boss, team",
    "people who meet+ \"P1\" showing name, acquaintance, team",
    "people p showing name, number of people mentored by p",
    "people who mentor someone who mentors someone",
    "people p where number of people mentored by p is above 70000",
    "people showing name, team, boss, sorted by number of people mentored by them",
    "periods since 1990-01-01 per person p when p mentors someone",
    "everything that mentors someone who meets someone",
  ]

  @Test(arguments: questions)
  func `E4 memory stays within twice the limit of bytes`(_ question: String) async {
    await #expect(processExitsWith: .success) { [question = question as String] in
      let snapshot = try Memory.acquaintances()
      // What is made once for the graph and kept belongs to it.
      _ = try snapshot.answer("number of people who report to \"P1\" or meet \"P1\"")
      var limits = Limits.interactive
      limits.deadline = .seconds(3)
      limits.bytes = 8 << 20
      let start = Memory.begin()
      do throws(QueryError) {
        _ = try snapshot.answer(Question(text: question), limits: limits)
      } catch {
        #expect(error.code == .limit, "\(error)")
      }
      let used = Memory.peak() - start
      #expect(used <= 2 * limits.bytes, "\(used >> 10) KiB")
    }
  }

  @Test func `E4 a proof stays within twice the limit of bytes`() async {
    await #expect(processExitsWith: .success) {
      let snapshot = try Memory.acquaintances()
      _ = try snapshot.answer("number of people who report to \"P1\"")
      var limits = Limits.interactive
      limits.bytes = 8 << 20
      let limited = snapshot.limited(to: limits)
      let start = Memory.begin()
      do throws(QueryError) {
        _ = try limited.why("P9000", in: "people who report to+ \"P1\"")
      } catch {
        #expect(error.code == .limit, "\(error)")
      }
      #expect(Memory.peak() - start <= 2 * limits.bytes)
    }
  }

  /// The shapes of each format that take most: as many values as there can be.
  static let shapes = [
    ("a.csv", "a,b\n", "1,\n", "", 12), ("a.json", "[{\"a\":0}", ",{\"a\":0}", "]", 40),
    ("b.json", "[", "[],", "0]", 40), ("a.jsonl", "", "{}", "", 40),
    ("a.yaml", "", "- a: 0\n", "", 40), ("b.yaml", "- a: [0", ",0", "]", 40),
  ]

  @Test(arguments: shapes)
  func `E4 reading a file takes memory in proportion to its size`(
    name: String, head: String, piece: String, tail: String, most: Int
  ) async {
    await #expect(processExitsWith: .success) {
      [
        name = name as String, head = head as String, piece = piece as String,
        tail = tail as String, most = most as Int
      ] in
      let size = 512 << 10
      let count = (size - head.utf8.count - tail.utf8.count) / piece.utf8.count
      let bytes = Array((head + String(repeating: piece, count: count) + tail).utf8)
      let start = Memory.begin()
      _ = try? TableFile.read(bytes, name: name)
      let used = Memory.peak() - start
      // A file that small may well be read in what the allocator holds already.
      #expect(used <= most * size + (2 << 20), "\(used >> 10) KiB")
    }
  }
}

/// What the system says of the memory of this process.
enum Memory {
  /// Whether the tests are run with a sanitizer.
  static let isSanitized =
    dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil

  /// Forgets the peak, and returns what is in use now.
  static func begin() -> Int {
    // What the allocator keeps of what was freed is given back. The call is glibc's own.
    if let trim = dlsym(nil, "malloc_trim") {
      _ = unsafeBitCast(trim, to: (@convention(c) (Int) -> CInt).self)(0)
    }
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
    return value("VmRSS:")
  }

  /// The most that was in use since then.
  static func peak() -> Int { value("VmHWM:") }

  private static func value(_ name: String) -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
    return (line.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0) << 10
  }

  /// Twelve thousand people in a chain, who meet many others.
  static func acquaintances() throws -> Snapshot {
    let script = """
      kind person (people)
        name: text
        team: text
      relation person reports to person as report / manager
      relation person meets person as friend / acquaintance
      relation person guides person as boss / novice
      load people from "people.csv"
      load meets from "friend.csv"
      load guides from "boss.csv"
      define a person p mentors a person q if q reports to+ p
      """
    return try Snapshot(
      script, today: EmbeddingRegister.today, loader: People(), limits: .script)
  }

  private struct People: Loader {
    private static let count = 12_000

    func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
      throw LoadError("there are no scripts")
    }

    func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
      var text: String
      switch name {
      case "people.csv":
        text = "name,manager,team\n"
        for number in 1...Self.count {
          text += "P\(number),\(number > 1 ? "P\(number - 1)" : ""),team \(number % 3000)\n"
        }
      case "friend.csv": text = "friend,acquaintance\n" + links(10)
      default: text = "boss,novice\n" + links(1)
      }
      return try CSVReader.read(Array(text.utf8), name: name)
    }

    private func links(_ each: Int) -> String {
      (1...Self.count).map { number in
        (1...each).map { "P\(number),P\((number * 977 + $0 * 31) % Self.count + 1)\n" }.joined()
      }.joined()
    }
  }
}
#endif
