// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Writes what statements did as JSON: one object on one line for each that gives
/// output, of which `kind` says what it is.
///
///     {"kind": "answer", "question": "controls", "columns": ["ref"], "rows": [{"ref": "A.5.1"}], "notes": []}
///     {"kind": "check", "name": "owned", "outcome": "passed", …}
///     {"kind": "expectation", "question": "controls", "met": true, "matched": 1, …}
///     {"kind": "proof", "sentence": "Ann owns A.5.1", "holds": true, …}
///     {"kind": "heading", "text": "Controls"}
///     {"kind": "text", "text": "1 control has no owner"}
///     {"kind": "error", "code": "unknown-word", "message": "…", "file": "a.remit", "line": 3, "column": 5, "help": []}
///
/// - SeeAlso: RFC 8259, The JavaScript Object Notation Data Interchange Format.
public struct JSONOutcomeWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// Writes what a statement did.
  ///
  /// - Parameter outcome: What it did.
  /// - Returns: One line; `nil` for a statement that gives no output.
  public func render(_ outcome: Outcome) -> String? {
    switch outcome {
    case .done, .wrote: nil
    case .answer(let answer): line("answer", fields(answer))
    case .text(let text): line("text", "\"text\": \(JSONText.string(text))")
    case .heading(let text, _): line("heading", "\"text\": \(JSONText.string(text))")
    case .proof(let proof): line("proof", JSONProofWriter().fields(proof))
    case .check(let check): line("check", JSONReportWriter().fields(.check(check)))
    case .expectation(let result): line("expectation", fields(result))
    }
  }

  /// Writes an error: one line for each thing that is wrong.
  ///
  /// - Parameter error: The error.
  /// - Returns: The lines.
  public func render(_ error: QueryError) -> String {
    let own = error.diagnostics.map { diagnostic in
      let place = error.source.position(of: diagnostic.range.start)
      let file = error.source.name.map(JSONText.string) ?? "null"
      return line(
        "error",
        "\"code\": \(JSONText.string(diagnostic.id))"
          + ", \"message\": \(JSONText.string(diagnostic.message))"
          + ", \"file\": \(file), \"line\": \(place.line), \"column\": \(place.column)"
          + ", \"help\": \(list(diagnostic.help))")
    }
    return own.joined() + error.others.map(render).joined()
  }

  private func line(_ kind: String, _ fields: String) -> String {
    "{\"kind\": \"\(kind)\", \(fields)}\n"
  }

  private func list(_ texts: [String]) -> String {
    "[" + texts.map(JSONText.string).joined(separator: ", ") + "]"
  }

  private func fields(_ answer: QueryResult) -> String {
    let keys = JSONText.keys(of: answer.columns)
    var rows: [UInt8] = []
    JSONText.append(objectsOf: answer, separatedBy: ", ", to: &rows)
    return "\"question\": \(JSONText.string(answer.question))"
      + ", \"columns\": [\(keys.joined(separator: ", "))]"
      + ", \"rows\": [\(String(decoding: rows, as: UTF8.self))], \"notes\": \(list(answer.notes))"
  }

  private func fields(_ result: ExpectationResult) -> String {
    func rows(_ rows: [[String]]) -> String { "[" + rows.map(list).joined(separator: ", ") + "]" }
    return "\"question\": \(JSONText.string(result.question)), \"met\": \(result.isMet)"
      + ", \"matched\": \(result.matched), \"columns\": \(list(result.columns))"
      + ", \"missing\": \(rows(result.missing)), \"unexpected\": \(rows(result.unexpected))"
      + ", \"source\": \(JSONText.string(result.source.description))"
  }
}
