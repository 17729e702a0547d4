// SPDX-License-Identifier: Apache-2.0

package import Remit
import RemitFormats

/// One entry of a journal of edits.
package enum JournalRecord: Equatable {
  /// Which folder was opened.
  case opened(folder: String)
  /// Something was changed, on a day of the calendar.
  case edit(Edit, on: Day)
  /// The last edit was taken back.
  case undo
  /// All was saved; `isBase` if to the script that opening the folder reads.
  case saved(file: String, isBase: Bool)
}

/// The bytes of a journal: a line that says what it is, then records, each with its
/// length and a checksum, so that one that was cut short or damaged is known.
///
///     remit journal 1⏎
///     4 bytes  length of the content
///     4 bytes  checksum of the length and the content
///     …        content: the sort of record, then its values
///
/// All numbers have their lowest byte first.
package enum JournalRecords {
  package static let start = Array("remit journal 1\n".utf8)

  /// The records of a journal.
  package struct Content: Equatable {
    package var records: [JournalRecord] = []
    /// The bytes up to which it is whole.
    package var length = 0
    /// Whether nothing follows them.
    package var isWhole = true

    package init(records: [JournalRecord] = [], length: Int = 0, isWhole: Bool = true) {
      (self.records, self.length, self.isWhole) = (records, length, isWhole)
    }
  }

  /// A record as it stands in the file.
  package static func bytes(of record: JournalRecord) -> [UInt8] {
    var content: [UInt8] = []
    switch record {
    case .opened(let folder):
      content.append(0)
      put(folder, into: &content)
    case .edit(let edit, let day):
      content += [1, edit.hadMistake ? 1 : 0, edit.file == nil ? 0 : 1]
      put(UInt32(bitPattern: day.number), into: &content)
      put(UInt32(bitPattern: edit.today.number), into: &content)
      put(edit.text, into: &content)
      if let file = edit.file { put(file, into: &content) }
      let parameters = edit.parameters.sorted { $0.key < $1.key }
      put(UInt32(parameters.count), into: &content)
      for (name, value) in parameters {
        put(name, into: &content)
        put(sort(of: value), into: &content)
        put(value.description, into: &content)
      }
    case .undo: content.append(2)
    case .saved(let file, let isBase):
      content += [3, isBase ? 1 : 0]
      put(file, into: &content)
    }
    var bytes: [UInt8] = []
    put(UInt32(content.count), into: &bytes)
    let sum = Checksum.crc32(bytes + content)
    put(sum, into: &bytes)
    return bytes + content
  }

  /// Reads a journal up to where it is whole.
  ///
  /// - Returns: `nil` if it is none, or one of another version.
  package static func read(_ bytes: [UInt8]) -> Content? {
    guard bytes.count >= start.count else {
      // Killed while it was made: nothing had been noted.
      return start.starts(with: bytes) ? Content(length: 0, isWhole: bytes.isEmpty) : nil
    }
    guard bytes.starts(with: start) else { return nil }
    var content = Content(length: start.count)
    while content.length < bytes.count {
      var reader = Reader(bytes: bytes, place: content.length, end: bytes.count)
      guard let length = reader.number(), let sum = reader.number(),
        Int(length) <= bytes.count - reader.place
      else {
        content.isWhole = false
        return content
      }
      let end = reader.place + Int(length)
      let checked = Array(bytes[content.length..<content.length + 4] + bytes[reader.place..<end])
      reader.end = end
      guard Checksum.crc32(checked) == sum, let record = reader.record() else {
        content.isWhole = false
        return content
      }
      content.records.append(record)
      content.length = end
    }
    return content
  }

  // MARK: Values

  private static func put(_ number: UInt32, into bytes: inout [UInt8]) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  private static func put(_ text: String, into bytes: inout [UInt8]) {
    put(UInt32(text.utf8.count), into: &bytes)
    bytes += text.utf8
  }

  /// What sort of value a parameter has: those that a command line can give.
  private static func sort(of value: Value) -> UInt32 {
    switch value {
    case .day: 1
    case .number: 2
    default: 0
    }
  }

  private struct Reader {
    let bytes: [UInt8]
    var place: Int
    var end: Int

    mutating func byte() -> UInt8? {
      guard place < end else { return nil }
      defer { place += 1 }
      return bytes[place]
    }

    mutating func number() -> UInt32? {
      guard end - place >= 4 else { return nil }
      defer { place += 4 }
      return (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << UInt32(8 * $1) }
    }

    mutating func text() -> String? {
      guard let count = number(), Int(count) <= end - place else { return nil }
      defer { place += Int(count) }
      return String(validating: bytes[place..<place + Int(count)], as: UTF8.self)
    }

    mutating func day() -> Day? { number().map { Day(number: Int32(bitPattern: $0)) } }

    /// A record that fills the bytes up to the end.
    mutating func record() -> JournalRecord? {
      guard let record = part(), place == end else { return nil }
      return record
    }

    private mutating func part() -> JournalRecord? {
      switch byte() {
      case 0: return text().map { .opened(folder: $0) }
      case 1: return edit()
      case 2: return .undo
      case 3:
        guard let isBase = byte(), let file = text() else { return nil }
        return .saved(file: file, isBase: isBase == 1)
      default: return nil
      }
    }

    private mutating func edit() -> JournalRecord? {
      guard let hadMistake = byte(), let hasFile = byte(), let day = day(), let today = self.day(),
        let text = text()
      else { return nil }
      var file: String?
      if hasFile == 1 {
        file = self.text()
        guard file != nil else { return nil }
      }
      guard let count = number() else { return nil }
      var parameters: [String: Value] = [:]
      for _ in 0..<count {
        guard let name = self.text(), let sort = number(), let shown = self.text(),
          let value = JournalRecords.value(shown, of: sort)
        else { return nil }
        parameters[name] = value
      }
      return .edit(
        Edit(
          text: text, file: file, today: today, parameters: parameters,
          hadMistake: hadMistake == 1), on: day)
    }
  }

  private static func value(_ text: String, of sort: UInt32) -> Value? {
    switch sort {
    case 0: .text(text)
    case 1: ValueType.date.value(from: text)
    case 2: ValueType.number.value(from: text)
    default: nil
    }
  }
}

/// What a journal comes to.
package struct JournalState: Equatable {
  /// The edits that were not taken back.
  package private(set) var edits: [Edit] = []
  /// How many of them the file last saved to has.
  package private(set) var savedCount = 0
  /// How many edits that file has.
  private var fileCount = 0
  /// The file last saved to.
  package private(set) var savedFile: String?
  /// The day of the last edit.
  package private(set) var day = Day.earliest

  /// What some records come to.
  package init(_ records: [JournalRecord] = []) {
    for record in records { add(record) }
  }

  /// Takes a record in.
  package mutating func add(_ record: JournalRecord) {
    switch record {
    case .opened: break
    case .edit(let edit, let day):
      edits.append(edit)
      self.day = day
    case .undo:
      if !edits.isEmpty { edits.removeLast() }
      savedCount = min(savedCount, edits.count)
    case .saved(_, isBase: true):
      // Opening the folder brings them from now on.
      edits = []
      (savedCount, fileCount, savedFile) = (0, 0, nil)
    case .saved(let file, isBase: false):
      (savedCount, fileCount, savedFile) = (edits.count, edits.count, file)
    }
  }

  /// Whether something would be lost without the journal.
  package var isUnsaved: Bool {
    !edits.isEmpty && (edits.count != fileCount || savedCount < fileCount)
  }

  /// The edits that were not saved, if there are any.
  package func unsaved(isCut: Bool) -> UnsavedEdits? {
    guard isUnsaved else { return nil }
    return UnsavedEdits(
      edits: edits, savedCount: savedCount, savedFile: savedCount > 0 ? savedFile : nil, day: day,
      isCut: isCut)
  }
}
