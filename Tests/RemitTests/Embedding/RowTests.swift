// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Remit

/// Typed rows and rows one by one: E9 and E11.
struct RowTests {
  private struct Review: Decodable, Equatable {
    var ref: String
    var owner: [String]
    var score: Double
    var reviewDate: Day?
    var status: Status?

    enum Status: String, Decodable { case planned, implemented, retired }
  }

  private let question: Question =
    "controls showing ref, owner, score, review date, status sorted by ref"

  // MARK: E9

  @Test func `E9 a row becomes a value of a type, column by column`() throws {
    let answer = try EmbeddingRegister.snapshot().answer(question)
    #expect(
      try answer.decode(as: Review.self) == [
        Review(
          ref: "A.5.1", owner: ["Ann", "Bob"], score: 3, reviewDate: Day("2026-01-31"),
          status: .implemented),
        Review(ref: "A.5.2", owner: [], score: 2.5, reviewDate: nil, status: .planned),
        Review(
          ref: "A.5.3", owner: ["Bob"], score: 7, reviewDate: Day("2026-09-30"), status: .planned),
      ])
  }

  @Test func `E9 headings are found by their words, or by coding keys`() throws {
    struct Snake: Decodable { var review_date: Day? }
    struct Keyed: Decodable {
      var due: Day?
      enum CodingKeys: String, CodingKey { case due = "review date" }
    }
    let answer = try EmbeddingRegister.snapshot().answer(
      "controls showing review date sorted by ref")
    #expect(try answer.decode(as: Snake.self).first?.review_date == Day("2026-01-31"))
    #expect(try answer.decode(as: Keyed.self).first?.due == Day("2026-01-31"))
    #expect(ColumnTitles.words("reviewDate") == "review date")
    #expect(ColumnTitles.words("nextReview2Date") == "next review2 date")
    #expect(ColumnTitles.words("URL") == "url")
  }

  @Test func `E9 rows become tuples`() throws {
    let answer = try EmbeddingRegister.snapshot().answer("number of controls per owner")
    let rows = try answer.rows(String.self, Int.self)
    #expect(rows.map { "\($0.0) \($0.1)" } == ["Ann 1", "Bob 2"])
    let days = try EmbeddingRegister.snapshot().answer("controls showing ref, review date")
      .rows(String.self, Day?.self)
    #expect(days.count { $0.1 == nil } == 1)
  }

  @Test func `E9 a wrong type names the column and both types`() throws {
    let answer = try EmbeddingRegister.snapshot().answer("controls showing ref, review date")
    struct Wrong: Decodable { var reviewDate: Int? }
    #expect {
      try answer.decode(as: Wrong.self)
    } throws: { error in
      "\(error)"
        == "row 1: the column 'review date' holds a date, and a whole number ('Int') is wanted"
    }
    #expect {
      try answer.rows(Double.self, Day?.self)
    } throws: { error in
      "\(error)" == "row 1: the column 'ref' holds a text, and a number ('Double') is wanted"
    }
    #expect {
      try answer.rows(String.self, Day.self)
    } throws: { error in
      "\(error)".hasPrefix("row 2: the column 'review date' has no value, and a date is wanted")
    }
    #expect {
      try answer.rows(String.self)
    } throws: { error in
      "\(error)" == "1 columns are wanted, and there are 2: 'ref', 'review date'"
    }
  }

  @Test func `E9 a wrong column names the nearest, also for an optional`() throws {
    struct Wrong: Decodable { var reviewDay: Day? }
    let answer = try EmbeddingRegister.snapshot().answer("controls showing ref, review date")
    #expect {
      try answer.decode(as: Wrong.self)
    } throws: { error in
      let text = "\(error)"
      return text.contains("no column 'reviewDay'") && text.contains("'ref', 'review date'")
    }
    struct Typo: Decodable { var reveiwDate: Day? }
    #expect {
      try answer.decode(as: Typo.self)
    } throws: { error in
      "\(error)".contains("did you mean 'review date'?")
    }
  }

  @Test func `E9 one thing at the end of a link is one value, and several are not cut`() throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let owned = try snapshot.answer("controls owned by Ann showing ref, owner sorted by ref")
    #expect(try owned.rows(String.self, [String].self).map { $0.1 } == [["Ann", "Bob"]])
    #expect {
      try owned.rows(String.self, String.self)
    } throws: { error in
      "\(error)" == "row 1: the column 'owner' holds a list, and a text ('String') is wanted"
    }
    let single = try snapshot.answer("controls whose score is above 5 showing ref, owner")
    #expect(try single.rows(String.self, String.self).map { $0.1 } == ["Bob"])
  }

  @Test func `E9 numbers that do not fit are refused and never cut`() throws {
    let answer = try EmbeddingRegister.snapshot().answer("controls showing score sorted by ref")
    #expect(throws: RowError.self) { try answer.rows(Int.self) }
    #expect(try answer.rows(Double.self) == [3, 2.5, 7])
    let large = QueryResult(
      columns: [.init(title: "n", isNumeric: true)], rows: [[.number(1e300)], [.number(300)]])
    #expect(throws: RowError.self) { try large.rows(Int64.self) }
    #expect(throws: RowError.self) { try large.rows(UInt8.self) }
    #expect(try large.rows(Double.self) == [1e300, 300])
  }

  @Test func `E9 an arbitrary column of a row, without a type`() throws {
    let snapshot = try EmbeddingRegister.snapshot()
    let answer = try snapshot.answer(question)
    let row = Row(values: answer.row(0), number: 0, titles: ColumnTitles(answer.columns))
    #expect(row["review date"] == (Day("2026-01-31").map { .day($0) }))
    #expect(row["reviewDate"] == row["review date"])
    #expect(row["nothing"] == nil)
    #expect(row.columns.count == 5)
  }

  @Test func `E9 a day is written and read as a day`() throws {
    let day = try #require(Day("2026-06-30"))
    let data = try JSONEncoder().encode([day])
    #expect(String(data: data, encoding: .utf8) == "[\"2026-06-30\"]")
    #expect(try JSONDecoder().decode([Day].self, from: data) == [day])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Day].self, from: Data("[\"2026-02-31\"]".utf8))
    }
  }

  // MARK: E11

  @Test func `E11 rows come one by one, in order`() async throws {
    var refs: [String] = []
    for try await row in try EmbeddingRegister.snapshot().rows(of: question) {
      refs.append(try row.decode(as: Review.self).ref)
    }
    #expect(refs == ["A.5.1", "A.5.2", "A.5.3"])
  }

  @Test func `E11 nothing is asked before the first row, and no row is made before it is wanted`()
    async throws
  {
    let (asked, made) = (Counter(), Counter())
    let rows = RowSequence {
      asked.add()
      let column = AnswerColumn.made { row in
        made.add()
        return .number(Double(row))
      }
      return QueryResult(
        columns: [.init(title: "n", isNumeric: true)], answer: AnswerRows([column], count: 1000),
        notes: [], emptySentence: "")
    }
    #expect(asked.count == 0)
    var count = 0
    for try await _ in rows {
      count += 1
      #expect(made.count == count)
      if count == 10 { break }
    }
    #expect(asked.count == 1)
    #expect(made.count == 10)
  }

  @Test func `E11 cancelling the task ends the rows`() async throws {
    let snapshot = try EmbeddingRegister.chain(2000)
    let task = Task {
      var count = 0
      for try await _ in snapshot.rows(of: "people") {
        count += 1
        if count == 5 { withUnsafeCurrentTask { $0?.cancel() } }
      }
      return count
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
