// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// Loads the rows of a data file as things of a kind or links of a verb.
  ///
  /// A column whose heading is a declared word fills that attribute or
  /// relation; `with X from "Column"` names the others. With any problem,
  /// nothing is loaded.
  mutating func load(_ syntax: LoadSyntax, _ context: Context) throws(QueryError) -> Outcome {
    try loadRows(syntax, context).outcome
  }

  /// The same, and the headings of the columns that say nothing.
  mutating func loadRows(
    _ syntax: LoadSyntax, _ context: Context
  ) throws(QueryError) -> (outcome: Outcome, unused: [String]) {
    onLoad?(syntax.file.text)
    defer { onLoad?(nil) }
    var table = try table(of: syntax, context)
    if try isMatrix(syntax, context) { return try loadMatrix(table, syntax, context) }
    let mapping = ColumnMapping(model: model, table: table, context: context)
    table = try plain(table, mapping, syntax, context)
    var builder = self.builder()
    var report: LoadReport
    var used: Set<Int>
    var unknown: [Entity] = []
    if syntax.isKind {
      guard let kind = model.schema.kind(named: syntax.what.base) else {
        throw context.error(
          EngineMessages.notLoadable(
            syntax.what.text, of: "data files", at: syntax.what.range))
      }
      let columns = try mapping.things(syntax, kind)
      used = Set(columns.map(\.column)).union(try mapping.further(syntax))
      report = builder.load(table: table, kind: kind, mapping: columns)
      if isLenient, report.isOnlyUnresolved {
        unknown = try keep(report.unresolved, of: table, in: &builder, syntax, context)
        report = builder.load(table: table, kind: kind, mapping: columns)
      }
    } else {
      let (left, right, columns) = try mapping.links(syntax)
      used = Set(columns.map(\.column) + [left.column, right.column])
        .union(try mapping.further(syntax))
      let relations = model.verbs[syntax.what.base]?.relations ?? []
      report = builder.load(
        table: table, relations: relations, left: left, right: right, mapping: columns,
        concurrently: concurrently)
      if isLenient, report.isOnlyUnresolved {
        unknown = try keep(report.unresolved, of: table, in: &builder, syntax, context)
        report = builder.load(
          table: table, relations: relations, left: left, right: right, mapping: columns,
          concurrently: concurrently)
      }
    }
    guard report.isLoaded else {
      throw context.error(
        EngineMessages.problems(report, in: table.name, at: syntax.file.range), code: .data)
    }
    draft = builder
    var parts: [String] = []
    if syntax.isKind, let kind = model.schema.kind(named: syntax.what.base) {
      let declared = model.schema[kind]
      parts.append(LoadReport.counted(report.things, declared.singular, declared.plural))
    }
    if report.links > 0 || !syntax.isKind {
      parts.append(LoadReport.counted(report.links, "link", "links"))
    }
    let unused = table.columns.indices.filter { !used.contains($0) }.map { table.columns[$0] }
    let sentence =
      "Loaded \(parts.joined(separator: " and ")) from \(syntax.file.text).\(rest(unused))"
    return (.done(sentence + kept(unknown, in: builder)), unused)
  }

  /// The table that a `load` names, as the file has it.
  private func table(
    of syntax: LoadSyntax, _ context: Context
  ) throws(QueryError) -> DataTable {
    guard let loader else {
      throw context.error(EngineMessages.noLoader(syntax.file.text, at: syntax.file.range))
    }
    try check(.load(syntax.file.text), context, at: syntax.file.range)
    let encoding = try encoding(of: syntax, context)
    let table: DataTable
    do {
      table =
        if let encoding {
          try loader.table(
            named: syntax.file.text, encoding: encoding, from: context.source.name)
        } else {
          try loader.table(
            named: syntax.file.text, sheet: syntax.sheet?.text, from: context.source.name)
        }
    } catch {
      throw context.error(EngineMessages.notLoaded(error, at: syntax.file.range), code: .data)
    }
    try checkSize(of: table, syntax, context)
    return table
  }

  /// How the letters of the file are said to be written.
  func encoding(
    of syntax: LoadSyntax, _ context: Context
  ) throws(QueryError) -> TextEncoding? {
    guard let name = syntax.encoding else { return nil }
    guard let encoding = TextEncoding(name: name.text) else {
      throw context.error(EngineMessages.unknownEncoding(name.text, at: name.range))
    }
    return encoding
  }

  /// Refuses a file that is too large, or has a text that is.
  private func checkSize(
    of table: DataTable, _ syntax: LoadSyntax, _ context: Context
  ) throws(QueryError) {
    guard table.bytes.count <= limits.fileBytes else {
      throw context.error(
        ReachedLimit(.fileBytes, used: table.bytes.count, allowed: limits.fileBytes),
        at: syntax.file.range)
    }
    guard table.bytes.count > limits.textBytes else { return }
    var start: UInt32 = 0
    for end in table.ends {
      let size = Int(end) - Int(start)
      guard size <= limits.textBytes else {
        throw context.error(
          ReachedLimit(.textBytes, used: size, allowed: limits.textBytes), at: syntax.file.range)
      }
      start = end
    }
  }

  /// The table with its cells as Remit writes them.
  func plain(
    _ table: DataTable, _ mapping: ColumnMapping, _ syntax: LoadSyntax, _ context: Context
  ) throws(QueryError) -> DataTable {
    var forms = try mapping.forms(syntax)
    var naming: [Int] = []
    if syntax.isKind, let kind = model.schema.kind(named: syntax.what.base) {
      let attributes = model.schema.namingAttributes(of: kind).map(LoadTarget.attribute)
      naming = try mapping.things(syntax, kind).filter { attributes.contains($0.target) }
        .map(\.column)
    }
    if let once = syntax.once {
      guard syntax.isKind else { throw context.error(EngineMessages.onceOfLinks(at: once)) }
      forms.once = naming
    }
    guard !forms.isEmpty else { return table }
    var needed: [Int] = []
    if !syntax.isKind {
      let (left, right, _) = try mapping.links(syntax)
      needed = [left.column, right.column]
    }
    var report = LoadReport()
    let made = forms.applied(to: table, naming: naming, needed: needed, &report)
    guard report.isLoaded else {
      throw context.error(
        EngineMessages.problems(report, in: table.name, at: syntax.file.range), code: .data)
    }
    return made
  }

  /// Adds the things that a file names and nothing defines.
  func keep(
    _ names: [UnresolvedName], of table: DataTable, in builder: inout GraphBuilder,
    _ syntax: LoadSyntax, _ context: Context
  ) throws(QueryError) -> [Entity] {
    do { return try builder.addUnknown(names, from: table.name) } catch {
      throw context.error(EngineMessages.fact(error, at: syntax.file.range))
    }
  }

  /// What is said of columns that say nothing.
  func rest(_ unused: [String]) -> String {
    guard !unused.isEmpty else { return "" }
    let named = unused.map { "'\($0)'" }.joined(separator: ", ")
    return " Not used: \(unused.count == 1 ? "column" : "columns") \(named)."
  }

  /// What is said of names that nothing defines.
  func kept(_ things: [Entity], in builder: GraphBuilder) -> String {
    guard !things.isEmpty else { return "" }
    let names = things.prefix(3).compactMap { thing -> String? in
      guard let attribute = model.schema.displayAttributes(of: thing.kind).first,
        case .text(let text)? = builder.value(of: attribute, at: thing.node)
      else { return nil }
      return "\(model.schema[thing.kind].singular) '\(text)'"
    }
    let more = things.count > names.count ? ", …" : ""
    return " Unknown: \(names.joined(separator: ", "))\(more)."
  }
}
