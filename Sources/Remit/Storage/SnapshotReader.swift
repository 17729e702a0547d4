// SPDX-License-Identifier: Apache-2.0

/// Reads a snapshot from beginning to end, and believes nothing it says.
///
/// Each section is checked when it is met: its checksum, and whether each number
/// in it is one that may stand there. What is read later from a section that has
/// been checked needs no look any more.
struct SnapshotReader {
  private let bytes: any SnapshotBytes
  /// Where the sections lie, in order; the first are the contents.
  private var sections: [SnapshotSection] = []
  private var next = 1
  /// What is left of the contents.
  private var rest: ArraySlice<UInt8> = []

  /// Reads the header and the directory.
  init(_ bytes: any SnapshotBytes) throws(SnapshotError) {
    guard UInt16(littleEndian: 1) == 1 else { throw .byteOrder }
    // A section is read as numbers, which have to lie at even places.
    let isAligned = bytes.withBytes { Int(bitPattern: $0.baseAddress) & 7 == 0 }
    self.bytes = isAligned ? bytes : bytes.withBytes { Array($0) }
    let found = self.bytes.withBytes { SnapshotReader.sections(in: $0) }
    switch found {
    case .failure(let error): throw error
    case .success(let entries): sections = entries
    }
    guard let contents = sections.first else { throw .damaged("it has no contents") }
    try check(contents)
    rest = contents.bytes(in: self.bytes)[...]
  }

  private static func sections(
    in bytes: UnsafeRawBufferPointer
  ) -> Result<[SnapshotSection], SnapshotError> {
    guard bytes.count >= SnapshotLayout.magic.count,
      bytes.prefix(SnapshotLayout.magic.count).elementsEqual(SnapshotLayout.magic)
    else { return .failure(.foreign) }
    func number(_ place: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    func sum(_ range: Range<Int>) -> UInt64 {
      SnapshotChecksum(UnsafeRawBufferPointer(rebasing: bytes[range])).value
    }
    let header = SnapshotLayout.headerSize
    guard bytes.count >= header else { return .failure(.damaged("it ends in its header")) }
    let version = UInt32(truncatingIfNeeded: number(8))
    guard version == SnapshotLayout.version else { return .failure(.version(version)) }
    guard number(32) == sum(0..<32) else { return .failure(.damaged("its header has changed")) }
    guard number(16) == UInt64(bytes.count) else {
      return .failure(
        .damaged("it has \(bytes.count) bytes, and \(number(16)) have been written"))
    }
    let count = Int(number(8) >> 32)
    let size = SnapshotLayout.entrySize
    guard count > 0, count <= (bytes.count - header) / size,
      number(24) == sum(header..<header + count * size)
    else { return .failure(.damaged("its directory has changed")) }
    var sections: [SnapshotSection] = []
    var end = header + count * size
    for index in 0..<count {
      let place = header + index * size
      let (offset, length) = (number(place), number(place + 8))
      guard offset == UInt64(SnapshotLayout.aligned(end)), offset <= UInt64(bytes.count),
        length <= UInt64(bytes.count) - offset
      else { return .failure(.damaged("its directory leads nowhere")) }
      guard bytes[end..<Int(offset)].allSatisfy({ $0 == 0 }) else {
        return .failure(.damaged("something lies between its parts"))
      }
      end = Int(offset + length)
      sections.append(
        SnapshotSection(offset: Int(offset), length: Int(length), checksum: number(place + 16)))
    }
    guard end == bytes.count else { return .failure(.damaged("something follows its end")) }
    return .success(sections)
  }

  /// Says that everything has been read.
  func finish() throws(SnapshotError) {
    guard rest.isEmpty, next == sections.count else { throw .damaged("something is left over") }
  }

  // MARK: Contents

  mutating func number() throws(SnapshotError) -> UInt64 {
    guard rest.count >= 8 else { throw .damaged("its contents end too early") }
    var number: UInt64 = 0
    for byte in rest.prefix(8).reversed() { number = number << 8 | UInt64(byte) }
    rest = rest.dropFirst(8)
    return number
  }

  /// A number that is at least 0 and at most a bound.
  mutating func count(upTo most: Int) throws(SnapshotError) -> Int {
    let number = try number()
    guard most >= 0, number <= UInt64(most) else {
      throw .damaged("a number in it is out of range")
    }
    return Int(number)
  }

  /// Any number.
  mutating func integer() throws(SnapshotError) -> Int { Int(Int64(bitPattern: try number())) }

  mutating func flag() throws(SnapshotError) -> Bool {
    guard let byte = rest.first else { throw .damaged("its contents end too early") }
    guard byte <= 1 else { throw .damaged("a number in it is out of range") }
    rest = rest.dropFirst()
    return byte == 1
  }

  mutating func text() throws(SnapshotError) -> String {
    let length = try count(upTo: rest.count)
    guard length <= rest.count else { throw .damaged("its contents end too early") }
    guard let text = String(validating: rest.prefix(length), as: UTF8.self) else {
      throw .damaged("a text in it is not UTF-8")
    }
    rest = rest.dropFirst(length)
    return text
  }

  mutating func optionalText() throws(SnapshotError) -> String? {
    try flag() ? try text() : nil
  }

  mutating func list<T>(
    _ element: (inout SnapshotReader) throws(SnapshotError) -> T
  ) throws(SnapshotError) -> [T] {
    // Each element takes a byte at least.
    let count = try count(upTo: rest.count)
    var list: [T] = []
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }

  // MARK: Sections

  /// Takes the next section, and checks its numbers.
  ///
  /// - Parameters:
  ///   - type: What it holds.
  ///   - count: How many there have to be.
  ///   - test: Called with some of the numbers at a time, in order.
  /// - Returns: Where the numbers lie.
  /// - Throws: ``SnapshotError`` when one is wrong.
  mutating func section<T: FixedWidthInteger & BitwiseCopyable>(
    of type: T.Type, count: Int, _ test: (UnsafeBufferPointer<T>) -> Bool = { _ in true }
  ) throws(SnapshotError) -> SnapshotNumbers<T> {
    let size = MemoryLayout<T>.size
    let (length, overflows) = count.multipliedReportingOverflow(by: size)
    guard next < sections.count, !overflows, sections[next].length == length else {
      throw .damaged("a part of it has another length")
    }
    let section = sections[next]
    next += 1
    try check(section) { chunk in
      test(
        UnsafeBufferPointer(
          start: chunk.baseAddress?.assumingMemoryBound(to: T.self), count: chunk.count / size))
    }
    return SnapshotNumbers(bytes: bytes, section: section, count: count)
  }

  /// How many numbers of a size the next section holds.
  func countOfNext(size: Int) throws(SnapshotError) -> Int {
    guard next < sections.count, sections[next].length % size == 0 else {
      throw .damaged("a part of it has another length")
    }
    return sections[next].length / size
  }

  private func check(
    _ section: SnapshotSection, _ test: (UnsafeRawBufferPointer) -> Bool = { _ in true }
  ) throws(SnapshotError) {
    let (isWhole, isGood) = bytes.withBytes { all in
      var sum = SnapshotChecksum()
      var isGood = true
      var place = section.offset
      let end = section.offset + section.length
      while place < end {
        let chunk = UnsafeRawBufferPointer(
          rebasing: all[place..<min(end, place + SnapshotLayout.chunk)])
        sum.add(chunk)
        isGood = isGood && test(chunk)
        place += chunk.count
      }
      return (sum.value == section.checksum, isGood)
    }
    guard isWhole else { throw .damaged("a part of it has changed") }
    guard isGood else { throw .damaged("a number in it is out of range") }
  }
}

/// Where a section lies.
struct SnapshotSection: Sendable {
  let offset: Int
  let length: Int
  let checksum: UInt64

  fileprivate func bytes(in all: any SnapshotBytes) -> [UInt8] {
    all.withBytes { Array($0[offset..<offset + length]) }
  }
}

/// The numbers of a section that has been checked.
struct SnapshotNumbers<T: FixedWidthInteger & BitwiseCopyable>: Sendable {
  private let bytes: any SnapshotBytes
  private let section: SnapshotSection
  /// How many there are.
  let count: Int

  fileprivate init(bytes: any SnapshotBytes, section: SnapshotSection, count: Int) {
    (self.bytes, self.section, self.count) = (bytes, section, count)
  }

  /// The numbers as an array.
  ///
  /// - Complexity: O(*numbers*).
  func array() -> [T] {
    guard count > 0 else { return [] }
    return bytes.withBytes { all in
      [T](unsafeUninitializedCapacity: count) { buffer, initialized in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(
            rebasing: all[section.offset..<section.offset + section.length]))
        initialized = count
      }
    }
  }
}

/// Numbers that are stored as they are, or as runs of ascending ones.
enum SnapshotList: Sendable {
  case plain(SnapshotNumbers<UInt32>)
  case runs([Run], total: Int)

  /// Numbers that ascend by one.
  struct Run: Sendable {
    let first: UInt32
    let count: UInt32
  }

  /// The numbers as an array.
  func array() -> [UInt32] {
    switch self {
    case .plain(let numbers): return numbers.array()
    case .runs(let runs, let total):
      var numbers: [UInt32] = []
      numbers.reserveCapacity(total)
      for run in runs { numbers += run.first...run.first + (run.count - 1) }
      return numbers
    }
  }
}

extension SnapshotReader {
  /// Reads numbers below a bound.
  ///
  /// - Parameters:
  ///   - count: How many there have to be.
  ///   - limit: The bound.
  ///   - allowsMissing: Whether `UInt32.max` may stand there too.
  ///   - isPermutation: Whether each number has to be there once.
  /// - Returns: Where the numbers lie.
  /// - Throws: ``SnapshotError`` when one is wrong.
  mutating func list(
    count: Int, below limit: Int, allowsMissing: Bool = false, isPermutation: Bool = false
  ) throws(SnapshotError) -> SnapshotList {
    guard try integer() == count else { throw .damaged("a part of it has another length") }
    guard isPermutation else {
      return try list(counted: count, below: limit, allowsMissing: allowsMissing)
    }
    var words = [UInt64](repeating: 0, count: (limit + 63) / 64)
    func note(_ numbers: some Sequence<UInt32>) {
      words.withUnsafeMutableBufferPointer { words in
        for number in numbers { words[Int(number >> 6)] |= 1 << UInt64(number & 63) }
      }
    }
    let list = try list(counted: count, below: limit) { note($0) }
    if case .runs(let runs, _) = list {
      for run in runs { note(run.first...run.first + (run.count - 1)) }
    }
    let seen = NodeSet(words: words, capacity: limit)
    guard seen.count == limit else { throw .damaged("an order in it is none") }
    return list
  }

  /// Reads numbers whose count is known.
  ///
  /// - Parameters:
  ///   - count: How many there have to be.
  ///   - limit: The bound.
  ///   - allowsMissing: Whether `UInt32.max` may stand there too.
  ///   - note: Is given the numbers that are stored as they are, if all are below the
  ///     bound.
  /// - Returns: Where the numbers lie.
  /// - Throws: ``SnapshotError`` when one is wrong.
  mutating func list(
    counted count: Int, below limit: Int, allowsMissing: Bool = false,
    _ note: (UnsafeBufferPointer<UInt32>) -> Void = { _ in }
  ) throws(SnapshotError) -> SnapshotList {
    let bound = UInt32(min(limit, Int(UInt32.max)))
    guard try flag() else {
      return .plain(
        try section(of: UInt32.self, count: count) { numbers in
          var most: UInt32 = 0
          // One more than the number, so that the missing one is the least.
          for number in numbers { most = max(most, allowsMissing ? number &+ 1 : number) }
          guard allowsMissing ? most <= bound : most < bound else { return false }
          note(numbers)
          return true
        })
    }
    let size = try countOfNext(size: 4)
    let numbers = try section(of: UInt32.self, count: size).array()
    guard size.isMultiple(of: 2) else { throw .damaged("a part of it has another length") }
    var runs: [SnapshotList.Run] = []
    var total = 0
    for place in stride(from: 0, to: size, by: 2) {
      let (first, length) = (numbers[place], numbers[place + 1])
      let isMissing = allowsMissing && first == .max && length == 1
      let (last, isOver) = first.addingReportingOverflow(length &- 1)
      guard length > 0, isMissing || !isOver && last < bound else {
        throw .damaged("a number in it is out of range")
      }
      total += Int(length)
      runs.append(SnapshotList.Run(first: first, count: length))
    }
    guard total == count else { throw .damaged("a part of it has another length") }
    return .runs(runs, total: total)
  }
}
