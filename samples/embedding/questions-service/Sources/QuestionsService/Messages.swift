// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import Remit

/// A question as it comes in.
struct Asked: Decodable {
  var question: String
  /// Values of its parameters: texts, numbers, flags, and days as `2026-06-30`.
  var parameters: [String: Parameter]?

  /// A value of JSON as a value of a question.
  struct Parameter: Decodable {
    let value: Value

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        value = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        value = .number(number)
      } else {
        let text = try container.decode(String.self)
        value = Day(text).map { .day($0) } ?? .text(text)
      }
    }
  }

  /// The question: its text may be anything, its values stay values.
  var asQuestion: Question {
    Question(text: question, values: parameters?.mapValues(\.value) ?? [:])
  }
}

/// An answer as it goes out.
struct Answered: ResponseEncodable {
  var columns: [String]
  var rows: [[Cell?]]
  var notes: [String]
  var sentence: String?

  init(_ answer: QueryResult) {
    columns = answer.columns.map(\.title)
    rows = answer.rows.map { $0.map { $0.map(Cell.init) } }
    notes = answer.notes
    sentence = answer.isEmpty ? answer.emptySentence : nil
  }

  /// A value of an answer as a value of JSON.
  struct Cell: Encodable {
    let value: Value

    init(_ value: Value) { self.value = value }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch value {
      case .number(let number): try container.encode(number)
      case .flag(let flag): try container.encode(flag)
      case .list(let values): try container.encode(values.map(Cell.init))
      case .text, .day, .period, .choice: try container.encode(value.description)
      }
    }
  }
}

/// What went wrong as it goes out: the error itself, which has a place and edits.
struct Refused: ResponseEncodable {
  var error: QueryError

  /// The status that says whose turn it is.
  var status: HTTPResponse.Status {
    switch error.code {
    case .invalid where error.diagnostics.contains { $0.id == "not-allowed" }: .forbidden
    case .invalid: .badRequest
    case .limit: .contentTooLarge
    case .data, .cancelled: .internalServerError
    }
  }
}
