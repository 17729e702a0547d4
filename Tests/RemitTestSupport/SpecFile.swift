// SPDX-License-Identifier: Apache-2.0

/// A file of readable tests: statements, and what each stage makes of them.
///
///     # What the file is about.
///     model: small                   <- a file of Tests/Specs/models, or a sample
///     as-of: 2026-06-30              <- the day `today` is
///
///     === a control nobody owns
///     controls with no owner         <- the last statement is the one looked at
///     --- result
///     | control |
///     |---------|
///     | A.8.1   |
///
/// A longer run of `=` or `-` at a marker makes all shorter ones text.
package struct SpecFile: Sendable {
  /// `--- result` and the lines below it.
  package struct Section: Sendable {
    package var name: String
    package var text: String
    /// The line of the marker, from 1.
    package var line: Int

    package init(name: String, text: String, line: Int) {
      self.name = name
      self.text = text
      self.line = line
    }
  }

  /// `=== name`, the statements and their sections.
  package struct Case: Sendable {
    package var name: String
    package var statements: String
    package var sections: [Section]
    /// The line of the marker, from 1.
    package var line: Int

    package subscript(section: String) -> Section? { sections.first { $0.name == section } }
  }

  /// What a section can show.
  package static let sectionNames = [
    "tokens", "tree", "reading", "bound", "logic", "plan", "result", "notes", "done", "error",
  ]

  package var path: String
  /// The lines before the first case.
  package var header: [String]
  package var cases: [Case]
  private var markerLength: Int

  package var model: String? { setting("model") }
  package var asOf: String? { setting("as-of") }

  private func setting(_ name: String) -> String? {
    header.first { $0.hasPrefix(name + ":") }.map {
      String($0.dropFirst(name.count + 1).drop(while: \.isWhitespace))
    }
  }

  /// Reads a file.
  package init(_ text: String, path: String) {
    self.path = path
    header = []
    cases = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let runs = lines.compactMap { SpecFile.marker($0, of: "=")?.length }
    let length = runs.max() ?? 3
    markerLength = length
    var block: [String] = []
    func close(_ file: inout SpecFile) {
      while block.last?.isEmpty == true { block.removeLast() }
      let text = block.joined(separator: "\n")
      block = []
      guard let last = file.cases.indices.last else { return }
      if let section = file.cases[last].sections.indices.last {
        file.cases[last].sections[section].text = text
      } else {
        file.cases[last].statements = text
      }
    }
    for (index, line) in lines.enumerated() {
      if let (name, run) = SpecFile.marker(line, of: "="), run == length {
        close(&self)
        cases.append(Case(name: name, statements: "", sections: [], line: index + 1))
      } else if let (name, run) = SpecFile.marker(line, of: "-"), run == length, !cases.isEmpty {
        close(&self)
        cases[cases.count - 1].sections.append(Section(name: name, text: "", line: index + 1))
      } else if cases.isEmpty {
        header.append(line)
      } else {
        block.append(line)
      }
    }
    close(&self)
  }

  /// The name and the length of a marker: `=== name`.
  private static func marker(_ line: String, of sign: Character) -> (name: String, length: Int)? {
    let run = line.prefix { $0 == sign }.count
    guard run >= 3, line.dropFirst(run).first == " " else { return nil }
    return (String(line.dropFirst(run + 1)), run)
  }

  /// The file as text, with the sections as they are now.
  package var text: String {
    let cases = cases.map { one in
      let sections = one.sections.map { "\(run("-")) \($0.name)\n\($0.text)\n" }
      return "\(run("=")) \(one.name)\n\(one.statements)\n" + sections.joined()
    }
    return (header + [cases.joined(separator: "\n")]).joined(separator: "\n")
  }

  /// Lays out a table with columns of even width; numbers stand at the right.
  package static func table(_ rows: [[String]], numeric: [Bool]) -> String {
    let widths = (rows.first ?? []).indices.map { column in
      max(3, rows.map { $0[column].count }.max() ?? 0)
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.enumerated().map { column, cell in
        let pad = String(repeating: " ", count: widths[column] - cell.count)
        return numeric[column] ? pad + cell : cell + pad
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    var lines = rows.map(line)
    if !lines.isEmpty {
      let rule = widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|")
      lines.insert("|\(rule)|", at: 1)
    }
    return lines.joined(separator: "\n")
  }

  private func run(_ sign: Character) -> String { String(repeating: sign, count: markerLength) }
}
