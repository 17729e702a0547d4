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
    guard let loader else {
      throw context.error(EngineMessages.noLoader(syntax.file.text, at: syntax.file.range))
    }
    try check(.load(syntax.file.text), context, at: syntax.file.range)
    let encoding = try encoding(of: syntax, context)
    onLoad?(syntax.file.text)
    defer { onLoad?(nil) }
    var table: DataTable
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
    func counted(_ count: Int, _ one: String, _ several: String) -> String {
      "\(count) \(count == 1 ? one : several)"
    }
    var parts: [String] = []
    if syntax.isKind, let kind = model.schema.kind(named: syntax.what.base) {
      let declared = model.schema[kind]
      parts.append(counted(report.things, declared.singular, declared.plural))
    }
    if report.links > 0 || !syntax.isKind { parts.append(counted(report.links, "link", "links")) }
    let unused = table.columns.indices.filter { !used.contains($0) }.map { table.columns[$0] }
    let named = unused.map { "'\($0)'" }
    let rest =
      unused.isEmpty
      ? ""
      : " Not used: \(unused.count == 1 ? "column" : "columns") \(named.joined(separator: ", "))."
    let sentence =
      "Loaded \(parts.joined(separator: " and ")) from \(syntax.file.text).\(rest)"
    return (.done(sentence + kept(unknown, in: builder)), unused)
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
  private func plain(
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
  private func keep(
    _ names: [UnresolvedName], of table: DataTable, in builder: inout GraphBuilder,
    _ syntax: LoadSyntax, _ context: Context
  ) throws(QueryError) -> [Entity] {
    do { return try builder.addUnknown(names, from: table.name) } catch {
      throw context.error(EngineMessages.fact(error, at: syntax.file.range))
    }
  }

  /// What is said of names that nothing defines.
  private func kept(_ things: [Entity], in builder: GraphBuilder) -> String {
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

/// Finds out what each column of a data file fills.
private struct ColumnMapping {
  let model: Model
  let table: DataTable
  let context: Engine.Context

  private func column(_ name: NameSyntax) throws(QueryError) -> Int {
    let folded = DataTable.word(ofHeading: name.text)
    guard
      let column = table.columns.firstIndex(of: name.text)
        ?? table.columns.firstIndex(where: { DataTable.word(ofHeading: $0) == folded })
    else {
      throw context.error(
        EngineMessages.noSuchColumn(name.text, in: table.columns, at: name.range))
    }
    return column
  }

  /// How the file writes what it says.
  func forms(_ syntax: LoadSyntax) throws(QueryError) -> CellForms {
    var forms = CellForms()
    forms.omitted = Set(syntax.omitted.map { $0.text.lowercased() })
    for mapping in syntax.mappings
    where !mapping.isPlain {
      var dates: DateForm?
      if let form = mapping.form {
        dates = DateForm(form.text)
        guard dates != nil else {
          throw context.error(EngineMessages.noDateForm(form.text, at: form.range))
        }
      }
      var values: [String: String] = [:]
      for reading in mapping.readings {
        for text in reading.texts { values[text.text.lowercased()] = reading.value.text }
      }
      var further: [Int] = []
      for name in mapping.further { further.append(try column(name)) }
      forms.columns.append(
        CellForms.Column(
          place: try column(mapping.column), further: further, dates: dates,
          isDayAfter: mapping.isDayAfter, values: values, separator: mapping.separator?.text))
    }
    return forms
  }

  /// The columns that are not to be loaded by themselves.
  private func unwanted(_ syntax: LoadSyntax) throws(QueryError) -> Set<Int> {
    var columns = try further(syntax)
    for name in syntax.unwanted { columns.insert(try column(name)) }
    return columns
  }

  /// The columns that have the further parts of names.
  func further(_ syntax: LoadSyntax) throws(QueryError) -> Set<Int> {
    var columns: Set<Int> = []
    for name in syntax.mappings.flatMap(\.further) { columns.insert(try column(name)) }
    return columns
  }

  /// The columns whose heading is a declared word, but those mapped already.
  private func headed(except mapped: Set<Int>) -> [(column: Int, word: WordSyntax)] {
    table.columns.indices.filter { !mapped.contains($0) }.map { column in
      let text = DataTable.word(ofHeading: table.columns[column])
      let term = model.vocabulary.terms[text]
      return (
        column,
        WordSyntax(text: text, base: term?.base ?? text, range: SourceRange(0, 0))
      )
    }
  }

  // MARK: Things

  func things(
    _ syntax: LoadSyntax, _ kind: KindID
  ) throws(QueryError) -> [(column: Int, target: LoadTarget)] {
    var result: [(column: Int, target: LoadTarget)] = []
    var mapped = try unwanted(syntax)
    for mapping in syntax.mappings {
      let column = try column(mapping.column)
      guard case .word(let word) = mapping.target, let target = target(word, kind) else {
        throw context.error(
          EngineMessages.notLoadable(
            mapping.target.text, of: model.schema[kind].plural, at: mapping.column.range))
      }
      result.append((column, target))
      mapped.insert(column)
    }
    for (column, word) in headed(except: mapped) {
      guard let target = target(word, kind), !result.contains(where: { $0.target == target })
      else { continue }
      result.append((column, target))
    }
    return result
  }

  /// What a word says of a thing of a kind: an attribute, or the other end of a
  /// relation by its noun, verb, passive or link phrase.
  private func target(_ word: WordSyntax, _ kind: KindID) -> LoadTarget? {
    if let attribute = model.schema.attribute(named: word.base, of: kind) {
      return model.schema[attribute].source == .host ? nil : .attribute(attribute)
    }
    let ends = model.ends(named: word.base, from: [kind], directly: true)
    for end in [LinkEnd.right, .left] {
      let relations = ends.filter { $0.end == end }.compactMap(\.storedRelation)
        .filter { model.schema[$0].origin == .stored }
      if !relations.isEmpty { return .links(relations, rowIsLeft: end == .right) }
    }
    guard let verb = model.verbs[word.base], let term = model.vocabulary.terms[word.text] else {
      return nil
    }
    let isPassive = term.classes.contains(.passive)
    let relations = verb.relations.filter { relation in
      let declared = model.schema[relation]
      return (isPassive ? declared.right : declared.left).contains(kind)
    }
    return relations.isEmpty ? nil : .links(relations, rowIsLeft: !isPassive)
  }

  // MARK: Links

  func links(
    _ syntax: LoadSyntax
  ) throws(QueryError) -> (LoadEnd, LoadEnd, [(column: Int, target: LoadTarget)]) {
    let relations = model.verbs[syntax.what.base]?.relations ?? []
    var left: LoadEnd?
    var right: LoadEnd?
    var rest: [(column: Int, target: LoadTarget)] = []
    var mapped = try unwanted(syntax)
    func place(_ word: WordSyntax, _ column: Int) -> Bool {
      if let end = end(word, relations) {
        let target = LoadEnd(column: column, kinds: end.kinds)
        if end.end == .left, left == nil {
          left = target
        } else if end.end == .right, right == nil {
          right = target
        } else {
          return false
        }
        return true
      }
      guard let target = linkTarget(word, relations) else { return false }
      if !rest.contains(where: { $0.target == target }) { rest.append((column, target)) }
      return true
    }
    for mapping in syntax.mappings {
      let column = try column(mapping.column)
      mapped.insert(column)
      switch mapping.target {
      case .since, .on: rest.append((column, .start))
      case .until: rest.append((column, .end))
      case .word(let word):
        guard place(word, column) else {
          throw context.error(
            EngineMessages.notLoadable(
              word.text, of: "links of '\(syntax.what.text)'", at: word.range))
        }
      }
    }
    for (column, word) in headed(except: mapped) {
      switch word.text {
      case "since", "from", "on":
        if !rest.contains(where: { $0.target == .start }) { rest.append((column, .start)) }
      case "until":
        if !rest.contains(where: { $0.target == .end }) { rest.append((column, .end)) }
      default: _ = place(word, column)
      }
    }
    guard let left else { throw missing(relations, .left, syntax) }
    guard let right else { throw missing(relations, .right, syntax) }
    return (left, right, rest)
  }

  private func missing(
    _ relations: [RelationID], _ end: LinkEnd, _ syntax: LoadSyntax
  ) -> QueryError {
    let kinds = Set(relations.flatMap { model.kinds(.stored($0), at: end) }).sorted()
    return context.error(
      EngineMessages.noColumnFor(
        model.phrase(kinds), in: table.columns, at: syntax.file.range))
  }

  /// The end of a verb's relations that a kind's word or a noun names.
  private func end(
    _ word: WordSyntax, _ relations: [RelationID]
  ) -> (end: LinkEnd, kinds: [KindID])? {
    for end in [LinkEnd.left, .right] {
      let nouns = relations.filter { relation in
        let declared = model.schema[relation]
        return (end == .left ? declared.leftNoun : declared.rightNoun) == word.base
          || model.schema.recordNoun(of: relation, atLeft: end == .left) == word.base
      }
      if !nouns.isEmpty {
        return (end, Set(nouns.flatMap { model.kinds(.stored($0), at: end) }).sorted())
      }
    }
    guard let kind = model.schema.kind(named: word.base) else { return nil }
    let lefts = relations.contains { model.schema[$0].left.contains(kind) }
    let rights = relations.contains { model.schema[$0].right.contains(kind) }
    return lefts ? (.left, [kind]) : rights ? (.right, [kind]) : nil
  }

  /// An attribute or further end of the links.
  private func linkTarget(_ word: WordSyntax, _ relations: [RelationID]) -> LoadTarget? {
    for relation in relations {
      for attribute in model.schema[relation].attributes
      where model.schema[attribute].name == word.base {
        return .attribute(attribute)
      }
    }
    let parts = relations.flatMap { model.schema[$0].parts }
      .filter { model.schema[$0].name == word.base }
    return parts.isEmpty ? nil : .part(parts)
  }
}

extension LoadSyntax.Target {
  /// The word as it was written.
  fileprivate var text: String {
    switch self {
    case .word(let word): word.text
    case .since: "since"
    case .until: "until"
    case .on: "on"
    }
  }
}

extension Model.EndNoun {
  /// The relation, if it is a stored one.
  var storedRelation: RelationID? {
    if case .stored(let id) = relation { id } else { nil }
  }
}
