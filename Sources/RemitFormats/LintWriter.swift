// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Writes what a linter found, for programs.
public struct LintWriter {
  /// A form the findings can be written in.
  public enum Format: String, CaseIterable, Sendable {
    /// For reading; written by a shell.
    case text
    /// One JSON object.
    case json
    /// SARIF 2.1.0, for code scanning.
    case sarif
  }

  /// Makes a writer.
  public init() {}

  /// Writes reports.
  ///
  /// - Parameters:
  ///   - reports: The reports of the scripts.
  ///   - format: The form.
  /// - Returns: The text, or `nil` for ``Format/text``, which a shell writes.
  public func render(_ reports: [LintReport], as format: Format) -> String? {
    let found = reports.flatMap { report in
      report.errors.flatMap { error in error.diagnostics.map { ($0, error.source) } }
        + report.findings.map { ($0, report.source) }
    }
    switch format {
    case .text: return nil
    case .json: return json(found)
    case .sarif: return sarif(found)
    }
  }

  private func json(_ found: [(Diagnostic, SourceText)]) -> String {
    let objects = found.map { "    " + object($0, $1) }.joined(separator: ",\n")
    return "{\n  \"findings\": [\n\(objects)\n  ]\n}\n"
  }

  private func object(_ diagnostic: Diagnostic, _ source: SourceText) -> String {
    let start = source.position(of: diagnostic.range.start)
    let end = source.position(of: diagnostic.range.end)
    let edits = (diagnostic.edits.first ?? []).map { edit in
      "{\"start\": \(edit.range.start), \"end\": \(edit.range.end), "
        + "\"text\": \(JSONText.string(edit.replacement))}"
    }
    let fields = [
      ("id", JSONText.string(diagnostic.id)),
      ("severity", JSONText.string(diagnostic.severity.rawValue)),
      ("file", source.name.map(JSONText.string) ?? "null"),
      ("line", "\(start.line)"), ("column", "\(start.column)"),
      ("endLine", "\(end.line)"), ("endColumn", "\(end.column)"),
      ("message", JSONText.string(diagnostic.message)),
      ("help", "[" + diagnostic.help.map(JSONText.string).joined(separator: ", ") + "]"),
      ("edits", "[" + edits.joined(separator: ", ") + "]"),
    ]
    return "{" + fields.map { "\(JSONText.string($0)): \($1)" }.joined(separator: ", ") + "}"
  }

  private func sarif(_ found: [(Diagnostic, SourceText)]) -> String {
    let lints = Lint.allCases
    var ids = lints.map(\.rawValue)
    var rules = lints.map { lint in
      "{\"id\": \(JSONText.string(lint.rawValue)), \"shortDescription\": "
        + "{\"text\": \(JSONText.string(lint.summary))}}"
    }
    let results = found.map { diagnostic, source -> String in
      if !ids.contains(diagnostic.id) {
        ids.append(diagnostic.id)
        rules.append("{\"id\": \(JSONText.string(diagnostic.id))}")
      }
      let position = source.position(of: diagnostic.range.start)
      let place = source.name.map { FactSource(file: $0, line: position.line) } ?? .prompt
      return SARIFWriter.result(
        ids.firstIndex(of: diagnostic.id) ?? 0, diagnostic.id, diagnostic.severity.rawValue,
        diagnostic.message, place, column: position.column)
    }
    return SARIFWriter.log(rules: rules, results: results)
  }
}
