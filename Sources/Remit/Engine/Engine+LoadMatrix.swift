// SPDX-License-Identifier: Apache-2.0

/// Loading a matrix: a link for each mark.
extension Engine {
  /// The marks that say one verb, as rows.
  private struct Part {
    let relations: [RelationID]
    let left: LoadEnd
    let right: LoadEnd
    let columns: [(column: Int, target: LoadTarget)]
    let rows: DataTable

    /// The columns that fill something.
    var used: [String] {
      ([left.column, right.column] + columns.map(\.column)).map { rows.columns[$0] }
    }
  }

  /// Whether a `load` reads a matrix; refused where it says half of that.
  func isMatrix(_ syntax: LoadSyntax, _ context: Context) throws(QueryError) -> Bool {
    let headings = syntax.mappings.filter(\.isEachHeading)
    guard headings.count < 2 else {
      throw context.error(EngineMessages.headingsTwice(at: headings[1].column.range))
    }
    switch (syntax.marked.isEmpty, headings.first) {
    case (true, nil): return false
    case (false, .some): return true
    case (true, let heading?):
      throw context.error(
        EngineMessages.noMarks(syntax.what, isKind: syntax.isKind, at: heading.column.range))
    case (false, nil):
      throw context.error(EngineMessages.noHeadings(at: syntax.what.range))
    }
  }

  /// Loads the links that the marks of a matrix say.
  ///
  /// - Complexity: O(*cells*), and O(*marks* · *columns*) with the columns that say
  ///   something of each row.
  mutating func loadMatrix(
    _ table: DataTable, _ syntax: LoadSyntax, _ context: Context
  ) throws(QueryError) -> (outcome: Outcome, unused: [String]) {
    let sheet = try ColumnMapping(model: model, table: table, context: context).matrix(syntax)
    var report = LoadReport()
    let marks = sheet.marks(&report)
    var parts: [Part] = []
    for (number, marked) in syntax.marked.enumerated() {
      parts.append(
        try part(sheet, marks.filter { $0.verbs.contains(number) }, syntax.part(marked), context))
    }
    var builder = self.builder()
    var found = load(parts, of: sheet, into: &builder)
    var unknown: [Entity] = []
    if isLenient, report.isLoaded, found.isOnlyUnresolved {
      unknown = try keep(found.unresolved, of: table, in: &builder, syntax, context)
      found = load(parts, of: sheet, into: &builder)
    }
    report.add(found)
    report.sort()
    guard report.isLoaded else {
      throw context.error(
        EngineMessages.problems(report, in: table.name, at: syntax.file.range), code: .data)
    }
    draft = builder
    let said = Set(parts.flatMap(\.used))
    let unused = sheet.fixed.map { table.columns[$0] }.filter { !said.contains($0) }
    let sentence =
      "Loaded \(LoadReport.counted(report.links, "link", "links")) from \(syntax.file.text)."
      + rest(unused) + kept(unknown, in: builder)
    return (.done(sentence), unused)
  }

  /// The marks that say one verb, as rows with what their columns fill.
  private func part(
    _ sheet: MatrixSheet, _ marks: [MatrixSheet.Mark], _ syntax: LoadSyntax, _ context: Context
  ) throws(QueryError) -> Part {
    guard let rows = sheet.rows(of: marks, limit: limits.fileBytes) else {
      throw context.error(
        ReachedLimit(.fileBytes, used: limits.fileBytes + 1, allowed: limits.fileBytes),
        at: syntax.file.range)
    }
    let mapping = ColumnMapping(
      model: model, table: rows, context: context, shown: sheet.table.columns)
    let (left, right, columns) = try mapping.links(syntax)
    return Part(
      relations: model.verbs[syntax.what.base]?.relations ?? [], left: left, right: right,
      columns: columns, rows: try plain(rows, mapping, syntax, context))
  }

  /// Adds the links of all parts, or tells what is wrong with any.
  private func load(
    _ parts: [Part], of sheet: MatrixSheet, into builder: inout GraphBuilder
  ) -> LoadReport {
    var report = LoadReport()
    var seen: Set<String> = []
    for part in parts {
      for end in [part.left, part.right] {
        tell(end, of: part.rows, in: sheet, builder, &seen, &report)
      }
    }
    guard report.isLoaded else { return report }
    var draft = builder
    for part in parts {
      report.add(
        draft.load(
          table: part.rows, relations: part.relations, left: part.left, right: part.right,
          mapping: part.columns, concurrently: concurrently))
    }
    if report.isLoaded { builder = draft }
    return report
  }

  /// Tells which names at one end of the links find nothing, or several things: that
  /// of a heading once, that of a row once.
  private func tell(
    _ end: LoadEnd, of rows: DataTable, in sheet: MatrixSheet, _ builder: GraphBuilder,
    _ seen: inout Set<String>, _ report: inout LoadReport
  ) {
    let names = CellNames(builder, end, rows)
    let isHeading = end.column == 0
    for row in 0..<rows.rowCount {
      let text = rows.cell(row: row, column: end.column)
      let place = isHeading ? text : "\(rows.lines[row])\n\(text)"
      guard !seen.contains(place) else { continue }
      var found = LoadReport()
      names.forEach(in: row, separated: false, &found) { _, _ in }
      if !found.isLoaded { seen.insert(place) }
      let heading = isHeading ? sheet.headings.first { $0.name == text } : nil
      report.add(found, heading: heading.map { sheet.table.columns[$0.column] })
    }
  }
}
