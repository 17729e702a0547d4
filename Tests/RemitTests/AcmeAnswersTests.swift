// SPDX-License-Identifier: Apache-2.0
import Remit
import RemitFormats
import RemitTestSupport
import Testing

/// The answers to the questions about the sample company, against those of
/// `samples/acme/answers.py`: a program of plain loops over the same CSV files
/// that shares no code with the engine.
struct AcmeAnswersTests {
  /// One question with the rows it has to give.
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let question: String
    let rows: [String]
    var testDescription: String { "\(id) \(question)" }
  }

  static let cases: [Case] = {
    func table(_ path: String) -> [[String]] {
      let text = (try? ProjectFiles.text(path)) ?? ""
      return text.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
    }
    let answers = Dictionary(
      uniqueKeysWithValues: table("samples/acme/answers.tsv").map {
        ($0[0], $0[1].split(separator: "|").map(String.init))
      })
    return table("samples/acme/questions.tsv").dropFirst().map {
      Case(id: $0[0], question: $0[1], rows: answers[$0[0]] ?? ["no answer is written down"])
    }
  }()

  /// An engine that has loaded the sample, and the e-mail of each person.
  static let acme: (engine: Engine, emails: [String: String]) = {
    var engine = SampleEngine.acme()
    var emails: [String: String] = [:]
    for case .answer(let answer) in (try? engine.run("people, showing name, email")) ?? [] {
      for row in answer.rows { emails[row[0]?.description ?? ""] = row[1]?.description ?? "" }
    }
    return (engine, emails)
  }()

  @Test func `there are at least 130 questions with answers`() {
    #expect(Self.cases.count >= 130)
  }

  @Test(arguments: cases)
  func `the engine and the plain loops agree`(_ question: Case) throws {
    var engine = Self.acme.engine
    var rows: [String] = []
    for case .answer(let answer) in try engine.run(question.question) {
      let showsKeyAlone =
        !question.question.contains("showing") && answer.columns.count == 2
        && !answer.columns[1].isNumeric
      rows = answer.rows.map { row in
        (showsKeyAlone ? row.prefix(1) : row[...]).map { cell in
          let text = cell?.description ?? ""
          return Self.acme.emails[text] ?? text
        }.joined(separator: ",")
      }
    }
    let isOrdered = question.question.contains("sorted by")
    #expect(isOrdered ? rows == question.rows : Set(rows) == Set(question.rows))
    #expect(rows.count == question.rows.count, "no row twice")
  }
}
