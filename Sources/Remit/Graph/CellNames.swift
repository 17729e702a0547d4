// SPDX-License-Identifier: Apache-2.0

/// Reads the names in a column as things.
struct CellNames {
  let table: DataTable
  let column: Int
  private let resolver: NameResolver
  private let schema: Schema
  private let kinds: [KindID]
  /// The attribute whose values the names are, if one is said.
  private let property: String?
  /// What was found for the whole column at once.
  private let found: [NamedThing]

  /// Makes a reader of the names of things of some kinds, or of an attribute of theirs.
  init(
    _ builder: GraphBuilder, kinds: some Sequence<KindID>, by property: String? = nil,
    table: DataTable, column: Int
  ) {
    self.kinds = Set(kinds).sorted().filter {
      property == nil || builder.schema.textAttribute(named: property, of: $0) != nil
    }
    self.property = property
    self.table = table
    self.column = column
    resolver = NameResolver(builder, kinds: self.kinds, by: property)
    found = resolver.findAll(in: table, column: column)
    schema = builder.schema
  }

  /// Makes a reader of the names at one end of each row's link.
  init(_ builder: GraphBuilder, _ end: LoadEnd, _ table: DataTable) {
    self.init(builder, kinds: end.kinds, by: end.property, table: table, column: end.column)
  }

  /// Calls a closure with each thing that a cell names.
  ///
  /// - Parameters:
  ///   - row: The row of the cell.
  ///   - separated: Whether the cell may hold several names with `;` between.
  ///   - report: Takes down names that find nothing or several things.
  ///   - body: Called with each thing found.
  func forEach(
    in row: Int,
    separated: Bool,
    _ report: inout LoadReport,
    _ body: (Entity, inout LoadReport) -> Void
  ) {
    if let entity = found[row].entity {
      body(entity, &report)
      return
    }
    let range = table.range(row: row, column: column)
    guard !range.isEmpty else { return }
    table.bytes.withUnsafeBufferPointer { bytes in
      let cell = UnsafeBufferPointer(rebasing: bytes[range])
      guard separated, cell.contains(UInt8(ascii: ";")) else {
        if let entity = find(cell, row, &report) { body(entity, &report) }
        return
      }
      for part in cell.split(separator: UInt8(ascii: ";")) {
        let name = CellNames.trimmed(UnsafeBufferPointer(rebasing: part))
        guard !name.isEmpty else { continue }
        if let entity = find(name, row, &report) { body(entity, &report) }
      }
    }
  }

  /// The thing of each row, if each cell names one and all are of one kind.
  func things() -> (kind: KindID, nodes: [NodeID])? {
    guard let kind = found.first?.entity?.kind else { return nil }
    var nodes: [NodeID] = []
    nodes.reserveCapacity(found.count)
    for thing in found {
      guard let entity = thing.entity, entity.kind == kind else { return nil }
      nodes.append(entity.node)
    }
    return (kind, nodes)
  }

  private static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let range = DataTable.trimmed(0..<text.count, of: text)
    return UnsafeBufferPointer(rebasing: text[range])
  }

  private func find(
    _ name: UnsafeBufferPointer<UInt8>,
    _ row: Int,
    _ report: inout LoadReport
  ) -> Entity? {
    switch resolver.find(name) {
    case .one(let entity): return entity
    case .several(let entities):
      let kinds = Set(entities.map(\.kind)).sorted().map {
        "\(GraphError.article(schema[$0].singular))"
      }
      report.add(
        line: Int(table.lines[row]),
        column: table.columns[column],
        kinds.count > 1
          ? "'\(text(name))' is \(kinds.joined(separator: " and "))"
          : "'\(text(name))' is the \(property ?? "name") of \(entities.count) "
            + (property == nil ? "things" : schema[entities[0].kind].plural)
      )
    case .none:
      // Each search for near names reads all names there are.
      let isEarly = report.problemCount < 20
      report.add(
        line: Int(table.lines[row]),
        column: table.columns[column],
        "no \(kinds.map { schema[$0].singular }.joined(separator: " or ")) "
          + (property.map { "has the \($0) '\(text(name))'" } ?? "is called '\(text(name))'"),
        nearest: isEarly ? resolver.names(near: text(name)) : [], text: text(name)
      )
      report.add(
        unresolved: UnresolvedName(
          text: text(name), kinds: kinds, property: property,
          line: Int(table.lines[row])))
    }
    return nil
  }

  private func text(_ name: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: name, as: UTF8.self)
  }
}
