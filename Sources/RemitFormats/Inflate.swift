// SPDX-License-Identifier: Apache-2.0

/// Unpacks data compressed with DEFLATE.
///
/// - SeeAlso: RFC 1951, DEFLATE Compressed Data Format Specification; the way of
///   decoding by counted lengths is that of M. Adler's "puff".
struct Inflate {
  /// Why data cannot be unpacked.
  enum Failure: Error {
    /// It is no DEFLATE data, or ends too early.
    case damaged
    /// It unpacks to more than is allowed.
    case tooLarge
  }

  private let input: ArraySlice<UInt8>
  private let limit: Int
  private var place: Int
  private var bits: UInt32 = 0
  private var bitCount: UInt32 = 0
  private var output: [UInt8] = []

  /// Unpacks data.
  ///
  /// - Parameters:
  ///   - input: The compressed bytes.
  ///   - limit: The largest number of bytes that may come of them.
  /// - Returns: What they were made of.
  /// - Throws: ``Failure``.
  /// - Complexity: O(*output*).
  static func unpack(_ input: ArraySlice<UInt8>, limit: Int) throws(Failure) -> [UInt8] {
    var inflate = Inflate(input, limit: limit)
    var isLast = false
    while !isLast {
      isLast = try inflate.take(bits: 1) == 1
      switch try inflate.take(bits: 2) {
      case 0: try inflate.stored()
      case 1: try inflate.codes(.fixedLengths, .fixedDistances)
      case 2:
        let (lengths, distances) = try inflate.tables()
        try inflate.codes(lengths, distances)
      default: throw .damaged
      }
    }
    return inflate.output
  }

  private init(_ input: ArraySlice<UInt8>, limit: Int) {
    (self.input, self.limit, place) = (input, limit, input.startIndex)
  }

  private mutating func take(bits wanted: UInt32) throws(Failure) -> Int {
    while bitCount < wanted {
      guard place < input.endIndex else { throw .damaged }
      bits |= UInt32(input[place]) << bitCount
      place += 1
      bitCount += 8
    }
    let value = bits & ((1 << wanted) - 1)
    bits >>= wanted
    bitCount -= wanted
    return Int(value)
  }

  /// A block that is not compressed.
  private mutating func stored() throws(Failure) {
    (bits, bitCount) = (0, 0)
    guard place + 4 <= input.endIndex else { throw .damaged }
    let length = Int(input[place]) | Int(input[place + 1]) << 8
    let check = Int(input[place + 2]) | Int(input[place + 3]) << 8
    place += 4
    guard length == ~check & 0xFFFF, place + length <= input.endIndex else { throw .damaged }
    guard output.count + length <= limit else { throw .tooLarge }
    output += input[place..<place + length]
    place += length
  }

  /// A block of symbols: bytes, and copies of what came before.
  private mutating func codes(
    _ lengths: HuffmanTable, _ distances: HuffmanTable
  ) throws(Failure) {
    while true {
      let symbol = try next(lengths)
      if symbol < 256 {
        guard output.count < limit else { throw .tooLarge }
        output.append(UInt8(symbol))
        continue
      }
      guard symbol > 256 else { return }
      guard symbol - 257 < Inflate.lengthBases.count else { throw .damaged }
      let (base, extra) = Inflate.lengthBases[symbol - 257]
      let length = base + (try take(bits: extra))
      let code = try next(distances)
      guard code < Inflate.distanceBases.count else { throw .damaged }
      let (first, more) = Inflate.distanceBases[code]
      let distance = first + (try take(bits: more))
      guard distance <= output.count else { throw .damaged }
      guard output.count + length <= limit else { throw .tooLarge }
      // The copy may overlap what it makes.
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private mutating func next(_ table: HuffmanTable) throws(Failure) -> Int {
    var code = 0
    var first = 0
    var index = 0
    for length in 1..<table.counts.count {
      code |= try take(bits: 1)
      let count = table.counts[length]
      if code - count < first { return table.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw .damaged
  }

  /// The tables of a block, which are compressed themselves.
  private mutating func tables() throws(Failure) -> (HuffmanTable, HuffmanTable) {
    let lengthCount = try take(bits: 5) + 257
    let distanceCount = try take(bits: 5) + 1
    let codeCount = try take(bits: 4) + 4
    guard lengthCount <= 286, distanceCount <= 30 else { throw .damaged }
    var codeLengths = [Int](repeating: 0, count: Inflate.order.count)
    for place in Inflate.order.prefix(codeCount) { codeLengths[place] = try take(bits: 3) }
    guard let codes = HuffmanTable(codeLengths) else { throw .damaged }
    var lengths: [Int] = []
    while lengths.count < lengthCount + distanceCount {
      switch try next(codes) {
      case let length where length < 16: lengths.append(length)
      case 16:
        guard let last = lengths.last else { throw .damaged }
        lengths += Array(repeating: last, count: 3 + (try take(bits: 2)))
      case 17: lengths += Array(repeating: 0, count: 3 + (try take(bits: 3)))
      default: lengths += Array(repeating: 0, count: 11 + (try take(bits: 7)))
      }
    }
    guard lengths.count == lengthCount + distanceCount, lengths[256] != 0,
      let first = HuffmanTable(Array(lengths[..<lengthCount])),
      let second = HuffmanTable(Array(lengths[lengthCount...]))
    else { throw .damaged }
    return (first, second)
  }

  /// In which order the lengths of the codes of lengths stand.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// What each symbol of a length begins with, and how many bits follow.
  private static let lengthBases: [(base: Int, extra: UInt32)] = [
    (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0), (9, 0), (10, 0), (11, 1), (13, 1), (15, 1),
    (17, 1), (19, 2), (23, 2), (27, 2), (31, 2), (35, 3), (43, 3), (51, 3), (59, 3), (67, 4),
    (83, 4), (99, 4), (115, 4), (131, 5), (163, 5), (195, 5), (227, 5), (258, 0),
  ]

  /// The same for distances.
  private static let distanceBases: [(base: Int, extra: UInt32)] = [
    (1, 0), (2, 0), (3, 0), (4, 0), (5, 1), (7, 1), (9, 2), (13, 2), (17, 3), (25, 3), (33, 4),
    (49, 4), (65, 5), (97, 5), (129, 6), (193, 6), (257, 7), (385, 7), (513, 8), (769, 8),
    (1025, 9), (1537, 9), (2049, 10), (3073, 10), (4097, 11), (6145, 11), (8193, 12), (12289, 12),
    (16385, 13), (24577, 13),
  ]
}

/// The codes of symbols, by their lengths.
private struct HuffmanTable {
  /// How many codes there are of each length.
  let counts: [Int]
  /// The symbols in the order of their codes.
  let symbols: [Int]

  /// Makes the table; `nil` if there are more codes than their lengths allow.
  init?(_ lengths: [Int]) {
    var counts = [Int](repeating: 0, count: 16)
    for length in lengths { counts[length] += 1 }
    var left = 1
    for length in 1...15 {
      left = left << 1 - counts[length]
      guard left >= 0 else { return nil }
    }
    var starts = [Int](repeating: 0, count: 16)
    for length in 1..<15 { starts[length + 1] = starts[length] + counts[length] }
    var symbols = [Int](repeating: 0, count: lengths.count)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[starts[length]] = symbol
      starts[length] += 1
    }
    counts[0] = 0
    (self.counts, self.symbols) = (counts, symbols)
  }

  static let fixedLengths = HuffmanTable(
    [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112)
      + [Int](repeating: 7, count: 24) + [Int](repeating: 8, count: 8), known: ())
  static let fixedDistances = HuffmanTable([Int](repeating: 5, count: 30), known: ())

  private init(_ lengths: [Int], known: Void) {
    let made = HuffmanTable(lengths)
    (counts, symbols) = (made?.counts ?? [], made?.symbols ?? [])
  }
}
