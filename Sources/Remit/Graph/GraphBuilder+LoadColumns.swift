// SPDX-License-Identifier: Apache-2.0

extension GraphBuilder {
  /// Reads one column of a table into an attribute of the things of its rows.
  ///
  /// - Complexity: O(*rows*), and O(*things*) of the kind.
  mutating func loadColumn(
    _ column: Int,
    _ attribute: Attribute,
    _ isNaming: Bool,
    _ table: DataTable,
    _ nodes: [NodeID],
    _ report: inout LoadReport
  ) {
    let place = attribute.id.index
    var values = columns[place] ?? PropertyColumn(type: attribute.type, isIndexed: isNaming)
    columns[place] = nil
    values.grow(to: capacity(of: attribute.kind))
    defer { columns[place] = values }
    var rows = ColumnRows(
      kind: schema[attribute.kind], attribute: attribute, table: table, column: column,
      nodes: nodes)
    defer { rows.tell(&report) }
    // Each case is emptied while its array is changed, so that the array has one
    // owner and is not copied.
    switch values {
    case .texts(var texts):
      values = .days([])
      defer { values = .texts(texts) }
      var names = TakenNames(self, attribute, texts)
      rows.fill(&texts, &names)
    case .bytes(var codes, let choices):
      values = .days([])
      defer { values = .bytes(codes, choices: choices) }
      var ranks = RankReader(attribute.type)
      rows.fill(&codes) { ranks.rank(of: $0).map(UInt8.init(truncatingIfNeeded:)) }
    case .words(var codes, let choices):
      values = .days([])
      defer { values = .words(codes, choices: choices) }
      var ranks = RankReader(attribute.type)
      rows.fill(&codes) { ranks.rank(of: $0).map(UInt16.init(truncatingIfNeeded:)) }
    case .days(var days):
      values = .days([])
      defer { values = .days(days) }
      rows.fill(&days) { CellReader.day($0)?.number }
    case .numbers(var numbers):
      values = .days([])
      defer { values = .numbers(numbers) }
      rows.fill(&numbers) { CellReader.number($0) }
    case .flags, .periods:
      var reader = CellReader(type: attribute.type)
      rows.forEach { cell, node in
        guard let value = reader.value(of: cell) else { return false }
        return values.set(value, at: node)
      }
    }
  }
}

/// The rows of a table while one of its columns is read.
private struct ColumnRows {
  private let kind: Kind
  private let attribute: Attribute
  private let table: DataTable
  private let column: Int
  private let nodes: [NodeID]
  /// The rows whose cells have no value of the type.
  private var wrong: [Int] = []
  /// The rows whose names or keys other things have.
  private var taken: [Int] = []
  /// The row at which there was no more room for texts.
  private var full: Int?

  init(kind: Kind, attribute: Attribute, table: DataTable, column: Int, nodes: [NodeID]) {
    (self.kind, self.attribute, self.table) = (kind, attribute, table)
    (self.column, self.nodes) = (column, nodes)
  }

  /// Calls a closure with each cell that is not empty and its node; `false` says
  /// that the cell is wrong.
  mutating func forEach(_ body: (UnsafeBufferPointer<UInt8>, Int) -> Bool) {
    var wrong: [Int] = []
    table.withCells(of: column) { cells in
      for (row, node) in nodes.enumerated() {
        let cell = cells[row]
        if !cell.isEmpty, !body(cell, Int(node)) { wrong.append(row) }
      }
    }
    self.wrong = wrong
  }

  /// Reads each cell that is not empty into an array.
  mutating func fill<T>(_ values: inout [T], _ read: (UnsafeBufferPointer<UInt8>) -> T?) {
    values.withUnsafeMutableBufferPointer { values in
      forEach { cell, node in
        guard let value = read(cell) else { return false }
        values[node] = value
        return true
      }
    }
  }

  /// Reads each cell that is not empty as a text.
  mutating func fill(_ texts: inout TextColumn, _ names: inout TakenNames) {
    let isASCII = table.isASCII
    var (taken, full) = ([Int](), Int?.none)
    table.withCells(of: column) { cells in
      for (row, node) in nodes.enumerated() {
        let cell = cells[row]
        guard !cell.isEmpty else { continue }
        let known = texts.dictionary.count
        guard let code = texts.intern(cell, isComposed: isASCII) else {
          full = row
          return
        }
        // The column is handed over only where a text is met again: each time that
        // counts all its arrays.
        let isMetAgain = Int(code) < known
        if names.note(code, of: node) || isMetAgain && names.isTaken(code, in: texts, for: node) {
          taken.append(row)
        }
        texts.setCode(code, at: Int(node))
      }
    }
    (self.taken, self.full) = (taken, full)
  }

  /// Takes down what was wrong.
  func tell(_ report: inout LoadReport) {
    func tell(_ error: GraphError, row: Int, nearest: [String] = [], text: String? = nil) {
      report.add(
        line: Int(table.lines[row]), column: table.columns[column], error.message,
        nearest: nearest, text: text)
    }
    for row in wrong {
      let text = table.cell(row: row, column: column)
      let nearest = NearestName.nearest(to: text, among: attribute.type.choices ?? [])
      tell(
        .wrongType(attribute, .text(text)), row: row, nearest: nearest,
        text: attribute.type.choices == nil ? nil : text)
      if attribute.type == .date { report.add(date: text, column: table.columns[column]) }
    }
    for row in taken {
      tell(.duplicate(kind, attribute, table.cell(row: row, column: column)), row: row)
    }
    if let full { tell(.full(), row: full) }
  }
}

/// Reads cells as choices of an enumeration; each spelling is read once.
private struct RankReader {
  private let type: ValueType
  private var seen = TextDictionary()
  private var ranks: [Int?] = []
  /// What was last seen with some length and first letter: of few choices it is mostly
  /// the next one too, and found without a hash.
  private var recent = [TextDictionary.Code?](repeating: nil, count: 256)
  /// How many distinct cells are remembered.
  private static let memory = 1 << 16

  init(_ type: ValueType) { self.type = type }

  /// The rank of a choice; `nil` if the cell is none.
  mutating func rank(of cell: UnsafeBufferPointer<UInt8>) -> Int? {
    let place = cell.isEmpty ? 0 : (cell.count &* 31 &+ Int(cell[0])) & 0xFF
    if let code = recent[place], seen.matches(cell, code) { return ranks[Int(code)] }
    if let code = seen.code(ofComposed: cell) {
      recent[place] = code
      return ranks[Int(code)]
    }
    var rank: Int?
    if case .choice(_, let place)? = type.value(from: String(decoding: cell, as: UTF8.self)),
      place < PropertyColumn.largestChoiceCount
    {
      rank = place
    }
    if ranks.count < RankReader.memory, seen.intern(composed: cell) != nil { ranks.append(rank) }
    return rank
  }
}

/// Tells which keys and names are taken while a table is loaded, as
/// ``GraphBuilder/checkUnique(_:of:for:hasKey:)`` does for one thing.
private struct TakenNames {
  private let isUnique: Bool
  /// Whether two things may share the text if each has a key.
  private let canBeShared: Bool
  private let alive: NodeSet
  /// The things with a key.
  private var keyed = NodeSet(capacity: 0)
  /// The texts of things without a key.
  private var keyless: Set<TextDictionary.Code> = []

  init(_ builder: GraphBuilder, _ attribute: Attribute, _ texts: TextColumn) {
    isUnique = attribute.isKey || attribute.name == "name"
    let keys = builder.schema[attribute.kind].attributes.filter { builder.schema[$0].isKey }
    canBeShared = !attribute.isKey && !keys.isEmpty
    alive = builder.things[attribute.kind.index].alive
    guard isUnique, canBeShared else { return }
    keyed = NodeSet(capacity: alive.capacity)
    for case let column? in keys.map({ builder.columns[$0.index] }) { column.note(in: &keyed) }
    for node in alive where Int(node) < texts.count && !keyed.contains(node) {
      let code = texts.codes[Int(node)]
      if code != TextColumn.missing { keyless.insert(code) }
    }
  }

  /// Takes down a name; tells whether a thing without a key has it, where names may be
  /// shared by things with keys.
  mutating func note(_ code: TextDictionary.Code, of node: NodeID) -> Bool {
    guard isUnique, canBeShared else { return false }
    if keyed.contains(node) { return !keyless.isEmpty && keyless.contains(code) }
    keyless.insert(code)
    return false
  }

  /// Tells whether another thing has a text that may not be shared.
  func isTaken(_ code: TextDictionary.Code, in texts: TextColumn, for node: NodeID) -> Bool {
    guard isUnique, !canBeShared || !keyed.contains(node) else { return false }
    return texts.hasNode(of: code) { $0 != node && alive.contains($0) }
  }
}

extension PropertyColumn {
  /// Puts the nodes with a value into a set that has room for them.
  fileprivate func note(in found: inout NodeSet) {
    if case .texts(let column) = self {
      for (node, code) in column.codes.enumerated() where code != TextColumn.missing {
        found.insert(NodeID(truncatingIfNeeded: node))
      }
    } else {
      for node in 0..<count where value(at: node) != nil { found.insert(NodeID(node)) }
    }
  }
}
