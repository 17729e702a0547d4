// SPDX-License-Identifier: Apache-2.0

/// Finds out what each column of a data file fills.
struct ColumnMapping {
  let model: Model
  let table: DataTable
  let context: Engine.Context
  /// The columns of the file, if the table has others.
  var shown: [String]?

  func column(_ name: NameSyntax) throws(QueryError) -> Int {
    let folded = DataTable.word(ofHeading: name.text)
    guard
      let column = table.columns.firstIndex(of: name.text)
        ?? table.columns.firstIndex(where: { DataTable.word(ofHeading: $0) == folded })
    else {
      throw context.error(
        EngineMessages.noSuchColumn(name.text, in: shown ?? table.columns, at: name.range))
    }
    return column
  }

  /// How the file writes what it says.
  func forms(_ syntax: LoadSyntax) throws(QueryError) -> CellForms {
    var forms = CellForms()
    forms.omitted = syntax.omittedTexts
    for mapping in syntax.mappings
    where !mapping.isPlain {
      var dates: DateForm?
      if let form = mapping.form {
        dates = DateForm(form.text)
        guard dates != nil else {
          throw context.error(EngineMessages.noDateForm(form.text, at: form.range))
        }
      }
      var further: [Int] = []
      for name in mapping.further { further.append(try column(name)) }
      forms.columns.append(
        CellForms.Column(
          place: try column(mapping.column), further: further, dates: dates,
          isDayAfter: mapping.isDayAfter, values: mapping.values, separator: mapping.separator?.text
        ))
    }
    return forms
  }

  /// The columns that are not to be loaded by themselves.
  func unwanted(_ syntax: LoadSyntax) throws(QueryError) -> Set<Int> {
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
    var seen: Set<LoadTarget> = []
    var mapped = try unwanted(syntax)
    for mapping in syntax.mappings {
      let column = try column(mapping.column)
      guard case .word(let word) = mapping.target, let target = target(word, kind) else {
        throw unfit(mapping, kind)
      }
      let property = try property(of: mapping, kinds(at: target))
      result.append((column, target.found(by: property)))
      seen.insert(target)
      mapped.insert(column)
    }
    for (column, word) in headed(except: mapped) {
      guard let target = target(word, kind), seen.insert(target).inserted else { continue }
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

  /// The kinds of the things that the cells of a column name.
  private func kinds(at target: LoadTarget) -> [KindID] {
    switch target {
    case .attribute, .start, .end: []
    case .links(let relations, let rowIsLeft, _):
      kinds(at: rowIsLeft ? .right : .left, of: relations)
    case .part(let relations, _): kinds(at: .right, of: relations)
    }
  }

  private func kinds(at end: LinkEnd, of relations: [RelationID]) -> [KindID] {
    Set(relations.flatMap { model.kinds(.stored($0), at: end) }).sorted()
  }

  /// The attribute by which a column says that it names things of some kinds.
  private func property(
    of mapping: LoadSyntax.Mapping?, _ kinds: [KindID]
  ) throws(QueryError) -> String? {
    guard let mapping, let word = mapping.property else { return nil }
    guard !kinds.isEmpty else {
      throw context.error(
        EngineMessages.namesNothing(
          mapping.target.text, by: word.text,
          at: SourceRange((mapping.further.last ?? mapping.column).range.end, word.range.end)))
    }
    guard kinds.contains(where: { model.schema.textAttribute(named: word.base, of: $0) != nil })
    else {
      let isDeclared = kinds.contains { model.schema.attribute(named: word.base, of: $0) != nil }
      throw context.error(
        EngineMessages.notFound(
          by: word.text, model.phrase(kinds), isDeclared: isDeclared,
          texts: model.schema.textAttributes(of: kinds),
          at: word.range))
    }
    return word.base
  }

  private func unfit(_ mapping: LoadSyntax.Mapping, _ kind: KindID) -> QueryError {
    let declared = model.schema[kind]
    var range = mapping.column.range
    var name: String?
    if case .word(let word) = mapping.target {
      range = word.range
      // `load people … with person from "Full name"`
      if word.base == declared.singular {
        name = model.schema.displayAttributes(of: kind).last.map { model.schema[$0].name }
      }
    }
    let attributes = declared.attributes.filter {
      model.schema[$0].source == .stored && !model.schema[$0].isHidden
    }
    let nouns = model.endNouns.keys.sorted().filter {
      target(WordSyntax(text: $0, base: $0, range: range), kind) != nil
    }
    return context.error(
      EngineMessages.notLoadable(
        mapping.target.text, of: declared.plural, at: range,
        fitting: attributes.map { model.schema[$0].name } + nouns, name: name))
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
    var seen: Set<LoadTarget> = []
    func place(
      _ word: WordSyntax, _ column: Int, _ mapping: LoadSyntax.Mapping? = nil
    ) throws(QueryError) -> Bool {
      if let end = end(word, relations) {
        let property = try property(of: mapping, end.kinds)
        let target = LoadEnd(column: column, kinds: end.kinds, property: property)
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
      let property = try property(of: mapping, kinds(at: target))
      if seen.insert(target).inserted { rest.append((column, target.found(by: property))) }
      return true
    }
    for mapping in syntax.mappings {
      let column = try column(mapping.column)
      mapped.insert(column)
      switch mapping.target {
      case .since, .on, .until:
        _ = try property(of: mapping, [])
        rest.append((column, mapping.target == .until ? .end : .start))
      case .word(let word):
        guard try place(word, column, mapping) else {
          throw context.error(
            EngineMessages.notLoadable(
              word.text, of: "links of '\(syntax.what.text)'", at: word.range,
              fitting: fitting(relations)))
        }
      }
    }
    for (column, word) in headed(except: mapped) {
      switch word.text {
      case "since", "from", "on":
        if !rest.contains(where: { $0.target == .start }) { rest.append((column, .start)) }
      case "until":
        if !rest.contains(where: { $0.target == .end }) { rest.append((column, .end)) }
      default: _ = try place(word, column)
      }
    }
    guard let left else { throw missing(relations, .left, syntax) }
    guard let right else { throw missing(relations, .right, syntax) }
    return (left, right, rest)
  }

  private func missing(
    _ relations: [RelationID], _ end: LinkEnd, _ syntax: LoadSyntax
  ) -> QueryError {
    context.error(
      EngineMessages.noColumnFor(
        words(for: end, of: relations), end == .left ? "before" : "behind", syntax.what.text,
        in: shown ?? table.columns, at: syntax.file.range))
  }

  /// The words for an end of some relations: its nouns, or else its kinds.
  private func words(for end: LinkEnd, of relations: [RelationID]) -> [String] {
    relations.flatMap { relation -> [String] in
      let declared = model.schema[relation]
      let noun = end == .left ? declared.leftNoun : declared.rightNoun
      let kinds = end == .left ? declared.left : declared.right
      return noun.map { [$0] } ?? kinds.map { model.schema[$0].singular }
    }.removingRepetitions { _ in false }
  }

  /// The words for what a column may say of the links of some relations.
  private func fitting(_ relations: [RelationID]) -> [String] {
    let all = relations.map { model.schema[$0] }
    let attributes = all.flatMap(\.attributes).map { model.schema[$0].name }
    let parts = all.flatMap(\.parts).map { model.schema[$0].name }
    let isDated = all.contains { $0.dating == .interval }
    let days = isDated ? ["since", "until"] : all.contains { $0.dating == .day } ? ["on"] : []
    return
      (words(for: .left, of: relations) + words(for: .right, of: relations) + attributes + parts
      + days).removingRepetitions { _ in false }
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

  // MARK: Matrices

  /// The parts of a matrix: a column that says something of each row is named, or
  /// has a declared word for a heading; the others have the marks.
  func matrix(_ syntax: LoadSyntax) throws(QueryError) -> MatrixSheet {
    let unwanted = try unwanted(syntax)
    let relations = syntax.marked.flatMap { model.verbs[$0.verb.base]?.relations ?? [] }
    var fixed = try further(syntax)
    for mapping in syntax.mappings where !mapping.isEachHeading {
      fixed.insert(try column(mapping.column))
    }
    var ends: Set<LinkEnd> = []
    for case .word(let word) in syntax.mappings.map(\.target) {
      if let end = end(word, relations)?.end { ends.insert(end) }
    }
    for (column, word) in headed(except: fixed.union(unwanted)) {
      // A heading for an end that is named already is one of those with marks.
      let isEnd = end(word, relations).map { ends.insert($0.end).inserted }
      if isEnd ?? (linkTarget(word, relations) != nil)
        || ["since", "from", "on", "until"].contains(word.text)
      {
        fixed.insert(column)
      }
    }
    let heading = syntax.mappings.first(where: \.isEachHeading)
    let names = heading?.values ?? [:]
    let omitted = syntax.omittedTexts
    let free = table.columns.indices.filter { !fixed.contains($0) && !unwanted.contains($0) }
    var verbs: [String: [Int]] = [:]
    for (number, marked) in syntax.marked.enumerated() {
      for text in marked.texts { verbs[text.text.lowercased(), default: []].append(number) }
    }
    return MatrixSheet(
      table: table, fixed: fixed.sorted(),
      headings: free.filter { !omitted.contains(table.columns[$0].lowercased()) }.map { column in
        let text = table.columns[column]
        return MatrixSheet.Heading(column: column, name: names[text.lowercased()] ?? text)
      },
      verbs: verbs,
      said: syntax.marked.flatMap(\.texts).map { "'\($0.text)'" }.joined(separator: ", "),
      separator: heading?.separator?.text, omitted: omitted)
  }
}

extension LoadSyntax {
  /// What loads the marks of a matrix that say one verb, once they are rows.
  func part(_ marked: Marked) -> LoadSyntax {
    var part = self
    (part.what, part.marked, part.unwanted) = (marked.verb, [], [])
    for place in part.mappings.indices where part.mappings[place].isEachHeading {
      part.mappings[place].isEachHeading = false
      part.mappings[place].readings = []
      part.mappings[place].separator = nil
    }
    return part
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
