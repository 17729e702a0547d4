// SPDX-License-Identifier: Apache-2.0

/// Puts a snapshot together: the contents, and behind them sections of numbers.
struct SnapshotWriter {
  /// Small things, in the order in which ``SnapshotReader`` reads them.
  private var contents: [UInt8] = []
  /// The sections after one another, each aligned.
  private var sections: [UInt8] = []
  private var entries: [(offset: Int, length: Int)] = []

  // MARK: Contents

  mutating func write(_ number: Int) { write(UInt64(bitPattern: Int64(number))) }

  mutating func write(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { contents += $0 }
  }

  mutating func write(_ flag: Bool) { contents.append(flag ? 1 : 0) }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    contents += text.utf8
  }

  mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(text) }
  }

  /// Writes a list: its length, and then each element.
  mutating func write<T>(_ list: [T], each: (inout SnapshotWriter, T) -> Void) {
    write(list.count)
    for element in list { each(&self, element) }
  }

  // MARK: Sections

  /// Adds a section of numbers.
  mutating func section<T: FixedWidthInteger & BitwiseCopyable>(_ numbers: [T]) {
    let start = SnapshotLayout.aligned(sections.count)
    sections.append(contentsOf: repeatElement(0, count: start - sections.count))
    numbers.withUnsafeBytes { sections += $0 }
    entries.append((start, sections.count - start))
  }

  /// Writes numbers as runs of ascending ones if that is shorter: places in a file
  /// and numbers in order take next to nothing.
  mutating func write(_ numbers: [UInt32]) {
    write(numbers.count)
    var runs: [UInt32] = []
    let most = numbers.count / 4
    for (place, number) in numbers.enumerated() {
      if place > 0, numbers[place - 1] != .max, number == numbers[place - 1] + 1 {
        runs[runs.count - 1] += 1
      } else if runs.count + 2 <= max(2, most) {
        runs.append(number)
        runs.append(1)
      } else {
        write(false)
        return section(numbers)
      }
    }
    write(true)
    section(runs)
  }

  // MARK: The file

  /// The whole snapshot.
  func finished() -> [UInt8] {
    var lengths = [(offset: 0, length: contents.count)]
    let directory = SnapshotLayout.headerSize
    let start = SnapshotLayout.aligned(
      directory + (entries.count + 1) * SnapshotLayout.entrySize)
    let second = SnapshotLayout.aligned(start + contents.count)
    lengths[0].offset = start
    for entry in entries { lengths.append((second + entry.offset, entry.length)) }
    var file = [UInt8](repeating: 0, count: start)
    file.reserveCapacity(second + sections.count)
    file += contents
    if !entries.isEmpty {
      file.append(contentsOf: repeatElement(0, count: second - file.count))
      file += sections
    }
    func put(_ number: UInt64, at place: Int, bytes: Int = 8) {
      for byte in 0..<bytes {
        file[place + byte] = UInt8(truncatingIfNeeded: number >> UInt64(8 * byte))
      }
    }
    func sum(_ range: Range<Int>) -> UInt64 {
      file.withUnsafeBytes {
        SnapshotChecksum(UnsafeRawBufferPointer(rebasing: $0[range])).value
      }
    }
    for (index, entry) in lengths.enumerated() {
      let place = directory + index * SnapshotLayout.entrySize
      put(UInt64(entry.offset), at: place)
      put(UInt64(entry.length), at: place + 8)
      put(sum(entry.offset..<entry.offset + entry.length), at: place + 16)
    }
    file.replaceSubrange(0..<SnapshotLayout.magic.count, with: SnapshotLayout.magic)
    put(UInt64(SnapshotLayout.version), at: 8, bytes: 4)
    put(UInt64(lengths.count), at: 12, bytes: 4)
    put(UInt64(file.count), at: 16)
    put(sum(directory..<directory + lengths.count * SnapshotLayout.entrySize), at: 24)
    put(sum(0..<32), at: 32)
    return file
  }
}
