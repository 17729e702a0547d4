// SPDX-License-Identifier: Apache-2.0

/// The fields of a value of the program's, by the words of its properties.
struct EncodedRecord {
  /// What a field holds.
  enum Field {
    /// A value as data files write it, with the type it has.
    case single(String, ValueType)
    /// Several texts, such as the names of owners.
    case several([String])
  }

  /// The fields in the order in which the value gives them.
  private(set) var fields: [(word: String, field: Field)] = []

  /// Reads a value.
  ///
  /// - Throws: ``RecordProblem``, or what the value itself throws.
  init(_ record: some Encodable) throws {
    let writer = RecordWriter()
    try record.encode(to: FieldEncoder(writer: writer, word: ""))
    if let problem = writer.problem { throw problem }
    fields = writer.fields
  }
}

/// Why a value of the program's is no record.
struct RecordProblem: Error {
  var message: String
}

/// Takes down the fields of one value.
private final class RecordWriter {
  var fields: [(word: String, field: EncodedRecord.Field)] = []
  /// What is wrong, for encoders that cannot throw.
  var problem: RecordProblem?

  func add(_ field: EncodedRecord.Field, as word: String) throws(RecordProblem) {
    guard !word.isEmpty else { throw RecordProblem(message: "it has no properties") }
    guard case .single(let text, _) = field,
      let place = fields.firstIndex(where: { $0.word == word })
    else {
      fields.append((word, field))
      return
    }
    guard case .several(let texts) = fields[place].field else {
      throw RecordProblem(message: "it has two properties '\(word)'")
    }
    // Of a list each value comes by itself.
    guard !text.contains(";") else {
      throw RecordProblem(message: "a ';' stands in a text of the list '\(word)'")
    }
    fields[place].field = .several(texts + [text])
  }
}

/// Writes one property, or all properties of what has several.
private struct FieldEncoder: Encoder, SingleValueEncodingContainer {
  let writer: RecordWriter
  let word: String
  /// Whether it writes one of the values of a list.
  var isInList = false
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if isInList {
      writer.problem = RecordProblem(
        message: "'\(word)' is a list of records: add them as things or links of their own")
      return KeyedEncodingContainer(FieldContainer<Key>(writer: RecordWriter(), word: word))
    }
    return KeyedEncodingContainer(FieldContainer<Key>(writer: writer, word: word))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if word.isEmpty {
      writer.problem = RecordProblem(message: "it is a list, and a record has properties")
    } else if isInList {
      writer.problem = RecordProblem(message: "'\(word)' is a list of lists")
    } else {
      writer.fields.append((word, .several([])))
    }
    return ListContainer(writer: writer, word: word)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  func encodeNil() throws {}

  private func add(_ text: String, _ type: ValueType) throws {
    try writer.add(.single(text, type), as: word)
  }

  func encode(_ value: String) throws { try add(value, .text) }
  func encode(_ value: Bool) throws { try add(value ? "yes" : "no", .flag) }

  func encode(_ value: Double) throws {
    guard value.isFinite else { throw RecordProblem(message: "'\(word)' is no number") }
    try add(Int64(exactly: value).map { "\($0)" } ?? "\(value)", .number)
  }

  func encode(_ value: Float) throws { try encode(Double(value)) }

  private func whole(_ value: some FixedWidthInteger) throws {
    guard Double(exactly: value) != nil else {
      throw RecordProblem(message: "'\(word)' is too large for an exact number: \(value)")
    }
    try add("\(value)", .number)
  }

  func encode(_ value: Int) throws { try whole(value) }
  func encode(_ value: Int8) throws { try whole(value) }
  func encode(_ value: Int16) throws { try whole(value) }
  func encode(_ value: Int32) throws { try whole(value) }
  func encode(_ value: Int64) throws { try whole(value) }
  func encode(_ value: UInt) throws { try whole(value) }
  func encode(_ value: UInt8) throws { try whole(value) }
  func encode(_ value: UInt16) throws { try whole(value) }
  func encode(_ value: UInt32) throws { try whole(value) }
  func encode(_ value: UInt64) throws { try whole(value) }

  func encode<T: Encodable>(_ value: T) throws {
    switch value {
    case let day as Day: try add(day.description, .date)
    case let period as Period: try add(period.description, .duration)
    default: try value.encode(to: self)
    }
  }
}

/// The properties of a value; those of a value within it are named after both.
private struct FieldContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: RecordWriter
  let word: String
  var codingPath: [any CodingKey] { [] }

  private func encoder(_ key: Key) -> FieldEncoder {
    let words = ColumnTitles.words(key.stringValue)
    return FieldEncoder(writer: writer, word: word.isEmpty ? words : "\(word) \(words)")
  }

  func encodeNil(forKey key: Key) throws {}

  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    try encoder(key).encode(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { encoder(key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { FieldEncoder(writer: writer, word: word) }
  func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }
}

/// The values of a list.
private struct ListContainer: UnkeyedEncodingContainer {
  let writer: RecordWriter
  let word: String
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(writer: RecordWriter, word: String) { (self.writer, self.word) = (writer, word) }

  mutating func encodeNil() throws {}

  mutating func encode<T: Encodable>(_ value: T) throws {
    count += 1
    try FieldEncoder(writer: writer, word: word, isInList: true).encode(value)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    FieldEncoder(writer: writer, word: word, isInList: true).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    FieldEncoder(writer: writer, word: word, isInList: true).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    FieldEncoder(writer: writer, word: word, isInList: true)
  }
}
