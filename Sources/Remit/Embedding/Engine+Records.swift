// SPDX-License-Identifier: Apache-2.0

/// Things and links from values of the program's own types.
extension Engine {
  /// Adds values of a Swift type as things of a kind, or as links of a verb.
  ///
  ///     struct Control: Encodable {
  ///       var ref: String
  ///       var title: String
  ///       var reviewDate: Day?
  ///       var owner: [String]
  ///     }
  ///     try engine.add(people, as: "person")
  ///     try engine.add(controls, as: "control", relations: ["person owns control as owner"])
  ///
  /// A property is the attribute, or the end of a relation, of the same words:
  /// `reviewDate` is `review date`. At an end stand the keys or names of the things there.
  /// A kind that has not been declared is declared with the attributes that the values
  /// have: a text, a number, a flag, a ``Day`` or a ``Period``; a property `ref` or `id` is
  /// its key. What no value has is not declared: declare the kind in a script where that
  /// matters, or where the values of an attribute are levels.
  ///
  /// Links with dates or attributes of their own are values too, added by their verb:
  ///
  ///     struct Ownership: Encodable { var person, control: String; var since: Day }
  ///     try engine.add(ownerships, as: "owns")
  ///
  /// All values are added, or none. Proofs name the type and the number of the value as
  /// the source of what they tell.
  ///
  /// - Parameters:
  ///   - records: The values.
  ///   - word: The word for one thing of the kind, with the one for several in brackets if
  ///     it is irregular: `person (people)`; or a verb that has been declared.
  ///   - relations: Relations of the kind, as they are declared in a script; those that
  ///     have been declared are left as they are.
  /// - Throws: ``QueryError`` with every value that does not fit, up to 100.
  /// - Complexity: O(*n*) in the values.
  public mutating func add<Records: Sequence>(
    _ records: Records, as word: String, relations: [String] = []
  ) throws(QueryError) where Records.Element: Encodable {
    let name = "\(Records.Element.self)"
    var encoded: [EncodedRecord] = []
    var problems: [(line: Int, message: String)] = []
    for (index, record) in records.enumerated() where problems.count < 100 {
      do { encoded.append(try EncodedRecord(record)) } catch {
        let message = (error as? RecordProblem)?.message ?? "\(error)"
        problems.append((index + 1, message))
      }
    }
    let declared = word.split(separator: "(").first.map { $0.trimmed } ?? word
    let source = SourceText("load \(declared) from \"\(name)\"")
    let context = Context(
      source: source, range: SourceRange(0, source.bytes.count), cancellation: nil)
    guard problems.isEmpty else {
      throw context.error(
        EngineMessages.badRecords(name, problems, at: context.range), code: .data)
    }
    var engine = self
    let isVerb = engine.model.verbs[declared] != nil
    if !isVerb, engine.model.schema.kind(named: declared) == nil {
      try engine.declare(word, with: encoded, beside: relations)
    }
    for relation in relations where !engine.hasRelation(relation) {
      try engine.run("relation \(relation)")
    }
    let table = try RecordRows(encoded, name: name).table(for: engine, context)
    engine.loader = RecordLoader(table: table)
    engine.authorize = nil
    if let authorize, authorize(.change) != .allowed {
      throw context.error(EngineMessages.notAllowed(.change, at: context.range))
    }
    guard
      case .load(let load) = try engine.parse(
        context.range, of: source)
    else { throw context.error(EngineMessages.noKindForHost(declared, at: context.range)) }
    let unused = try engine.loadRows(load, context).unused
    guard unused.isEmpty else {
      throw context.error(
        EngineMessages.unusedProperties(unused, of: name, at: context.range), code: .data)
    }
    (engine.loader, engine.authorize) = (loader, authorize)
    self = engine
  }

  /// Declares a kind with the attributes of some values.
  private mutating func declare(
    _ word: String, with records: [EncodedRecord], beside relations: [String]
  ) throws(QueryError) {
    var types: [(word: String, type: ValueType)] = []
    // What a relation names is an end of it, and no attribute.
    let ends = Set(
      relations.flatMap { relation -> [Substring] in
        relation.firstRange(of: " as ").map { range in
          relation[range.upperBound...].split { $0 == "/" || $0 == "," || $0 == "(" }
        } ?? []
      }.map(\.trimmed))
    for record in records {
      for (word, field) in record.fields where !ends.contains(word) {
        guard case .single(_, let type) = field, !types.contains(where: { $0.word == word })
        else { continue }
        types.append((word, type))
      }
    }
    var text = "kind \(word)\n"
    for (word, type) in types {
      let isKey = ["ref", "id"].contains(word) && type == .text
      text += "  \(word): \(type.phrase)\(isKey ? ", key" : "")\n"
    }
    try run(text)
  }

  /// Whether a relation has been declared, by its verb and the kinds at its ends.
  private func hasRelation(_ text: String) -> Bool {
    let signature =
      text.split { $0 == "," }.first?.firstRange(of: " as ").map {
        text[..<$0.lowerBound].trimmed
      } ?? text.trimmed
    return model.schema.relations.contains { model.signature($0.id) == signature }
  }
}

/// The rows of some values, with a column for each property that any of them has.
private struct RecordRows {
  let records: [EncodedRecord]
  let name: String

  init(_ records: [EncodedRecord], name: String) { (self.records, self.name) = (records, name) }

  func table(for engine: Engine, _ context: Engine.Context) throws(QueryError) -> DataTable {
    var places: [String: Int] = [:]
    var columns: [String] = []
    for record in records {
      for (word, _) in record.fields where places[word] == nil {
        places[word] = columns.count
        columns.append(word)
      }
    }
    var table = DataTable(name: name, columns: columns, bytes: [], ends: [], lines: [])
    for (index, record) in records.enumerated() {
      var cells = [String](repeating: "", count: columns.count)
      for (word, field) in record.fields {
        guard let place = places[word] else { continue }
        switch field {
        case .single(let text, _): cells[place] = text
        case .several(let texts): cells[place] = texts.joined(separator: ";")
        }
      }
      for cell in cells {
        table.bytes += cell.utf8
        guard table.bytes.count <= engine.limits.fileBytes,
          let end = UInt32(exactly: table.bytes.count)
        else {
          throw context.error(
            ReachedLimit(
              .fileBytes, used: table.bytes.count, allowed: engine.limits.fileBytes))
        }
        table.ends.append(end)
      }
      table.lines.append(UInt32(clamping: index + 1))
    }
    return table
  }
}

/// Hands over the one table that has been made.
private struct RecordLoader: Loader {
  let table: DataTable

  func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
    throw LoadError("'\(name)' is no script", isMissing: true)
  }

  func table(named name: String, from base: String?) throws(LoadError) -> DataTable { table }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
