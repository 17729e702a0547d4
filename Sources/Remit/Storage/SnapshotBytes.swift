// SPDX-License-Identifier: Apache-2.0

/// The bytes of a snapshot, wherever a host keeps them: in an array, or in a file
/// that is mapped into memory.
///
/// What they are must not change while an engine that was made of them is in use:
/// they are checked once, when it is made, and read when a question needs them.
public protocol SnapshotBytes: Sendable {
  /// Calls a closure with all bytes.
  func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R
}

extension Array: SnapshotBytes where Element == UInt8 {
  /// Calls a closure with all bytes.
  public func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    withUnsafeBytes(body)
  }
}

/// Why bytes are not taken as a snapshot.
public struct SnapshotError: Error, Hashable, Sendable {
  /// A stable name of what is wrong, in kebab case.
  public var id: String
  /// One clause, lower case: `the file is damaged: its length is not what it says`.
  public var message: String
  /// What can be done about it.
  public var help: String

  /// Makes an error.
  init(_ id: String, _ message: String, help: String) {
    (self.id, self.message, self.help) = (id, message, help)
  }
}

/// Every message about snapshots, in one place.
extension SnapshotError {
  private static let again = "write it anew from the files of the model, with 'remit snapshot'"

  static let foreign = SnapshotError(
    "no-snapshot", "the file is no snapshot of Remit",
    help: "a snapshot is written by 'remit snapshot' or '.snapshot'")

  static func version(_ version: UInt32) -> SnapshotError {
    SnapshotError(
      "snapshot-version",
      "the snapshot is of version \(version) of its format, and version "
        + "\(SnapshotLayout.version) is read",
      help: again)
  }

  static func damaged(_ what: String) -> SnapshotError {
    SnapshotError("snapshot-damaged", "the snapshot is damaged: \(what)", help: again)
  }

  static let otherModel = SnapshotError(
    "snapshot-model", "the model in the snapshot is read differently by this version of Remit",
    help: again)

  static let byteOrder = SnapshotError(
    "snapshot-byte-order", "snapshots are read by machines that store the low byte first only",
    help: "load the files of the model instead")
}

/// Where the parts of a snapshot lie.
///
///     0   8  magic
///     8   4  version
///     12  4  number of sections, the contents first
///     16  8  length of the file
///     24  8  checksum of the directory
///     32  8  checksum of the 32 bytes before
///     40     directory: for each section its offset, length and checksum
///
/// The sections follow in the order of the directory, each at a multiple of 8, with
/// zeros between. All numbers have their low byte first.
enum SnapshotLayout {
  /// The version of the format.
  static let version: UInt32 = 1
  /// Bytes that no text begins with, and that a transfer as text would change.
  static let magic: [UInt8] = [0x89, 0x52, 0x4D, 0x54, 0x0D, 0x0A, 0x1A, 0x0A]
  static let headerSize = 40
  static let entrySize = 24
  static let alignment = 8
  /// How many bytes are checked at a time, so that they are still near.
  static let chunk = 1 << 17

  /// The first place at or behind one where a section may begin.
  static func aligned(_ place: Int) -> Int { (place + alignment - 1) & ~(alignment - 1) }
}

/// A checksum of bytes that are given chunk by chunk.
///
/// It finds damage, not intent: who can write the file can write its checksums.
package struct SnapshotChecksum {
  private static let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var lanes: SIMD8<UInt64> = SIMD8(1, 2, 3, 4, 5, 6, 7, 8)
  private var length: UInt64 = 0

  /// Makes the checksum of nothing.
  init() {}

  /// The checksum of some bytes.
  package init(_ bytes: UnsafeRawBufferPointer) { add(bytes) }

  /// Adds bytes; all chunks but the last have a multiple of 64.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var (a, b, c, d) = (lanes[0], lanes[1], lanes[2], lanes[3])
    var (e, f, g, h) = (lanes[4], lanes[5], lanes[6], lanes[7])
    var place = 0
    @inline(__always) func mixed(_ lane: UInt64, _ offset: Int) -> UInt64 {
      let word = bytes.loadUnaligned(fromByteOffset: place &+ offset, as: UInt64.self)
      let mixed = lane ^ UInt64(littleEndian: word)
      return (mixed &<< 29 | mixed &>> 35) &* SnapshotChecksum.prime
    }
    while place &+ 64 <= bytes.count {
      (a, b) = (mixed(a, 0), mixed(b, 8))
      (c, d) = (mixed(c, 16), mixed(d, 24))
      (e, f) = (mixed(e, 32), mixed(f, 40))
      (g, h) = (mixed(g, 48), mixed(h, 56))
      place &+= 64
    }
    while place < bytes.count {
      a = ((a ^ UInt64(bytes[place])) &<< 7 | a &>> 57) &* SnapshotChecksum.prime
      place &+= 1
    }
    lanes = SIMD8(a, b, c, d, e, f, g, h)
    length &+= UInt64(bytes.count)
  }

  /// The checksum of all that was added.
  package var value: UInt64 {
    var result = length
    for lane in 0..<8 {
      let mixed = result ^ lanes[lane]
      result = (mixed &<< 31 | mixed &>> 33) &* SnapshotChecksum.prime
    }
    return result ^ result >> 29
  }
}
