// SPDX-License-Identifier: Apache-2.0

import Remit

/// Reads the files in a ZIP archive that is held in memory.
///
/// How large an entry may become is settled before it is unpacked, and its
/// checksum is compared afterwards.
///
/// - SeeAlso: PKWARE, APPNOTE.TXT, .ZIP File Format Specification.
struct ZipArchive {
  /// The largest number of entries.
  static let entryLimit = 10_000

  /// One file in the archive.
  private struct Entry {
    var start: Int
    var packedSize: Int
    var size: Int
    var method: Int
    var checksum: UInt32
    var isEncrypted: Bool
  }

  private let bytes: [UInt8]
  private let name: String
  private var entries: [String: Entry] = [:]

  /// Reads the list of files.
  ///
  /// - Throws: ``LoadError`` when it is no archive.
  init(_ bytes: [UInt8], name: String) throws(LoadError) {
    (self.bytes, self.name) = (bytes, name)
    let damaged = LoadError("'\(name)' is damaged: its list of files cannot be read")
    guard let end = endRecord() else { throw damaged }
    guard let count = number(end + 10, 2), let size = number(end + 12, 4),
      var place = number(end + 16, 4), place + size <= end, count <= ZipArchive.entryLimit
    else { throw damaged }
    for _ in 0..<count {
      guard number(place, 4) == 0x0201_4B50, let flags = number(place + 8, 2),
        let method = number(place + 10, 2), let checksum = number(place + 16, 4),
        let packedSize = number(place + 20, 4), let size = number(place + 24, 4),
        let nameLength = number(place + 28, 2), let extraLength = number(place + 30, 2),
        let commentLength = number(place + 32, 2), let start = number(place + 42, 4),
        place + 46 + nameLength <= end
      else { throw damaged }
      // The name stands twice: no checksum covers it, and without its file a part
      // would seem to be missing on purpose.
      guard start + 30 + nameLength <= bytes.count,
        bytes[start + 30..<start + 30 + nameLength].elementsEqual(
          bytes[place + 46..<place + 46 + nameLength])
      else { throw damaged }
      let path = String(decoding: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self)
      let entry = Entry(
        start: start, packedSize: packedSize, size: size, method: method,
        checksum: UInt32(checksum), isEncrypted: flags & 1 != 0)
      guard entries.updateValue(entry, forKey: path) == nil else {
        throw LoadError("'\(name)' holds '\(path)' twice")
      }
      place += 46 + nameLength + extraLength + commentLength
    }
  }

  /// The content of a file, or `nil` if there is none of that name.
  ///
  /// - Throws: ``LoadError`` when it is too large, damaged or protected.
  func file(_ path: String, limit: Int) throws(LoadError) -> [UInt8]? {
    guard let entry = entries[path] else { return nil }
    guard !entry.isEncrypted else { throw LoadError("'\(name)' is protected by a password") }
    guard entry.size <= limit else {
      throw LoadError("'\(path)' in '\(name)' is larger than \(limit >> 20) MiB")
    }
    let damaged = LoadError("'\(path)' in '\(name)' is damaged")
    guard number(entry.start, 4) == 0x0403_4B50, let nameLength = number(entry.start + 26, 2),
      let extraLength = number(entry.start + 28, 2)
    else { throw damaged }
    let start = entry.start + 30 + nameLength + extraLength
    guard start + entry.packedSize <= bytes.count else { throw damaged }
    let packed = bytes[start..<start + entry.packedSize]
    let content: [UInt8]
    switch entry.method {
    case 0: content = Array(packed)
    case 8:
      do { content = try Inflate.unpack(packed, limit: entry.size) } catch { throw damaged }
    default: throw LoadError("'\(path)' in '\(name)' is packed in a way that is not read")
    }
    guard content.count == entry.size, Checksum.crc32(content) == entry.checksum else {
      throw damaged
    }
    return content
  }

  /// Where the record at the end of the archive begins.
  private func endRecord() -> Int? {
    guard bytes.count >= 22 else { return nil }
    let first = max(0, bytes.count - 22 - 0xFFFF)
    return stride(from: bytes.count - 22, through: first, by: -1).first {
      number($0, 4) == 0x0605_4B50
    }
  }

  /// A number of some bytes, the lowest first.
  private func number(_ place: Int, _ count: Int) -> Int? {
    guard place >= 0, place + count <= bytes.count else { return nil }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}
