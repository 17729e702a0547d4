// SPDX-License-Identifier: Apache-2.0

/// Reads a row: by headings, in the order of its columns, or as its only cell.
struct RowDecoder: Decoder {
  let row: Row
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(RowContainer<Key>(row: row))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    CellList(count: row.values.count, codingPath: []) { place, path in
      CellDecoder(row: row, place: place, codingPath: path)
    }
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    guard row.values.count == 1 else {
      throw RowError(
        problem: .columns(wanted: 1), row: row.number, column: "",
        columns: row.columns.map(\.title))
    }
    return CellDecoder(row: row, place: 0, codingPath: [])
  }
}

/// The cells of a row by their headings.
private struct RowContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let row: Row
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { row.columns.compactMap { Key(stringValue: $0.title) } }

  /// Always so: a property that finds no column is a mistake, also if it is optional.
  func contains(_ key: Key) -> Bool { true }

  private func cell(_ key: Key) throws(RowError) -> CellDecoder {
    guard let place = row.titles.place(of: key.stringValue) else {
      let titles = row.columns.map(\.title)
      throw RowError(
        problem: .noColumn(
          nearest: NearestName.nearest(
            to: ColumnTitles.words(key.stringValue), among: titles)),
        row: nil, column: key.stringValue, columns: titles)
    }
    return CellDecoder(row: row, place: place, codingPath: [key])
  }

  func decodeNil(forKey key: Key) throws -> Bool { try cell(key).decodeNil() }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try cell(key).value(as: type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try cell(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try cell(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { RowDecoder(row: row) }
  func superDecoder(forKey key: Key) throws -> any Decoder { try cell(key) }
}

/// Reads a cell, or one of the values in it.
struct CellDecoder: Decoder, SingleValueDecodingContainer {
  private let row: Row
  private let place: Int
  private let cell: Value?
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(row: Row, place: Int, codingPath: [any CodingKey]) {
    self.init(row: row, place: place, cell: row.values[place], codingPath: codingPath)
  }

  /// The value, if there is one: of a list with a single value that value.
  ///
  /// At the end of a link stand several things, or one as a rule.
  private var single: Value? {
    if case .list(let values)? = cell, values.count == 1 { return values[0] }
    return cell
  }

  private init(row: Row, place: Int, cell: Value?, codingPath: [any CodingKey]) {
    (self.row, self.place, self.cell, self.codingPath) = (row, place, cell, codingPath)
  }

  func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> { throw wrong("a record") }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let values: [Value] =
      switch cell {
      case nil: []
      case .list(let values)?: values
      case let value?: [value]
      }
    return CellList(count: values.count, codingPath: codingPath) { index, path in
      CellDecoder(row: row, place: place, cell: values[index], codingPath: path)
    }
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  /// Makes a value of the cell.
  func value<T: Decodable>(as type: T.Type) throws -> T {
    switch single {
    case .day(let day)?: if let day = day as? T { return day }
    case .period(let period)?: if let period = period as? T { return period }
    default: break
    }
    if type == Day.self { throw wrong("a date") }
    if type == Period.self { throw wrong("a duration") }
    return try T(from: self)
  }

  private func wrong(_ wanted: String) -> RowError {
    RowError(
      problem: cell.map { .wrongType(found: $0.article, wanted: wanted) }
        ?? .noValue(wanted: wanted),
      row: row.number, column: row.columns[place].title, columns: row.columns.map(\.title))
  }

  // MARK: Single values

  func decodeNil() -> Bool { cell == nil }

  func decode(_ type: Bool.Type) throws -> Bool {
    guard case .flag(let flag)? = single else { throw wrong("a flag ('Bool')") }
    return flag
  }

  func decode(_ type: String.Type) throws -> String {
    switch single {
    case .text(let text)?: return text
    case .choice(let name, _)?: return name
    default: throw wrong("a text ('String')")
    }
  }

  func decode(_ type: Double.Type) throws -> Double {
    guard case .number(let number)? = single else { throw wrong("a number ('Double')") }
    return number
  }

  func decode(_ type: Float.Type) throws -> Float {
    guard case .number(let number)? = single else { throw wrong("a number ('Float')") }
    return Float(number)
  }

  private func whole<T: FixedWidthInteger>(_ type: T.Type) throws -> T {
    guard case .number(let number)? = single, let whole = T(exactly: number) else {
      throw wrong("a whole number ('\(type)')")
    }
    return whole
  }

  func decode(_ type: Int.Type) throws -> Int { try whole(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try whole(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try whole(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try whole(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try whole(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try whole(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try whole(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try whole(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try whole(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try whole(type) }
  func decode<T: Decodable>(_ type: T.Type) throws -> T { try value(as: type) }
}

/// Several cells, or the values of one, in their order.
private struct CellList: UnkeyedDecodingContainer {
  let count: Int?
  let codingPath: [any CodingKey]
  private let cell: (Int, [any CodingKey]) -> CellDecoder
  private(set) var currentIndex = 0

  init(
    count: Int, codingPath: [any CodingKey], _ cell: @escaping (Int, [any CodingKey]) -> CellDecoder
  ) {
    (self.count, self.codingPath, self.cell) = (count, codingPath, cell)
  }

  var isAtEnd: Bool { currentIndex >= count ?? 0 }

  /// The place of a value in its list.
  private struct Place: CodingKey {
    let intValue: Int?
    var stringValue: String { intValue.map(String.init) ?? "" }
    init(_ index: Int) { intValue = index }
    init?(intValue: Int) { self.init(intValue) }
    init?(stringValue: String) { nil }
  }

  private func current() throws(DecodingError) -> CellDecoder {
    guard !isAtEnd else {
      throw .valueNotFound(
        CellDecoder.self,
        DecodingError.Context(codingPath: codingPath, debugDescription: "there are no more values"))
    }
    return cell(currentIndex, codingPath + [Place(currentIndex)])
  }

  mutating func decodeNil() throws -> Bool {
    let isMissing = try current().decodeNil()
    if isMissing { currentIndex += 1 }
    return isMissing
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    let value = try current().value(as: type)
    currentIndex += 1
    return value
  }

  mutating func nestedContainer<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> { try current().container(keyedBy: type) }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let list = try current().unkeyedContainer()
    currentIndex += 1
    return list
  }

  mutating func superDecoder() throws -> any Decoder {
    let decoder = try current()
    currentIndex += 1
    return decoder
  }
}
