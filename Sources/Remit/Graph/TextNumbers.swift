// SPDX-License-Identifier: Apache-2.0

/// The number a text ends with: 17 of `AS017`.
struct TextNumber {
  /// How many digits are read as a number; longer ones are none.
  static let mostDigits = 9

  /// The number.
  let value: Int
  /// Where its digits begin.
  let start: Int

  /// Reads the number at the end of a text, which is not preceded by a digit.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var start = text.count
    while start > 0, text[start - 1] &- 48 < 10 { start -= 1 }
    guard start < text.count, text.count - start <= TextNumber.mostDigits else { return nil }
    var value = 0
    for place in start..<text.count { value = value &* 10 &+ Int(text[place] &- 48) }
    self.value = value
    self.start = start
  }
}

/// Finds texts by the number they end with, without hashing them.
///
/// That goes as long as each number belongs to one text, and the numbers lie
/// close together, as the keys of registers do: `17`, `R12`, `ann.lee 004`. Where
/// all texts have the same letters before the number, a text does not even have
/// to be compared.
struct TextNumbers: Sendable {
  /// How many numbers there may be for each text, and for all together.
  private static let (spread, least) = (4, 4096)

  /// The number that `codes` begins with.
  private var lowest = 0
  /// By number: the code and one, 0 where there is none; empty while the texts
  /// were given in the order of their numbers.
  private var codes: [UInt32] = []
  /// How many texts there are.
  private(set) var count = 0
  /// What stands before each number.
  private var prefix: [UInt8] = []
  private var hasOnePrefix = true
  /// Whether no number has a zero in front, or else how many digits each has.
  private var isPlain = true
  /// How many digits each number has; 0 if that differs.
  private var width = 0
  /// The bytes that texts begin with, as far as they are ASCII.
  private var firsts: (low: UInt64, high: UInt64) = (0, 0)

  /// What all this is made of.
  struct Parts: Sendable {
    let lowest: Int
    let codes: [UInt32]
    let count: Int
    let prefix: [UInt8]
    let hasOnePrefix: Bool
    let isPlain: Bool
    let width: Int
    let firsts: (low: UInt64, high: UInt64)
  }

  /// Makes one without texts.
  init() {}

  /// Makes one of its parts.
  init(_ parts: Parts) {
    (lowest, codes, count) = (parts.lowest, parts.codes, parts.count)
    (prefix, hasOnePrefix) = (parts.prefix, parts.hasOnePrefix)
    (isPlain, width, firsts) = (parts.isPlain, parts.width, parts.firsts)
  }

  /// The parts.
  var parts: Parts {
    Parts(
      lowest: lowest, codes: codes, count: count, prefix: prefix, hasOnePrefix: hasOnePrefix,
      isPlain: isPlain, width: width, firsts: firsts)
  }

  /// What a text ends with says about where it is.
  enum Finding {
    /// The text has this code.
    case found(UInt32)
    /// If the text is there, it has this code.
    case possible(UInt32)
    case none
  }

  /// Looks for a text.
  func find(_ text: UnsafeBufferPointer<UInt8>, _ number: TextNumber) -> Finding {
    withFinder { $0.find(text, number) }
  }

  /// Calls a closure with what finds many texts.
  func withFinder<R>(_ body: (Finder) -> R) -> R {
    codes.withUnsafeBufferPointer { codes in
      prefix.withUnsafeBufferPointer { prefix in
        body(
          Finder(
            lowest: lowest, count: count, codes: codes, prefix: prefix,
            isUniform: hasOnePrefix && (isPlain || width > 0), isPlain: isPlain, width: width,
            firsts: firsts))
      }
    }
  }

  /// Finds texts while the numbers do not change.
  struct Finder {
    fileprivate let lowest: Int
    fileprivate let count: Int
    fileprivate let codes: UnsafeBufferPointer<UInt32>
    fileprivate let prefix: UnsafeBufferPointer<UInt8>
    /// Whether a text is known by its number and the form of all texts.
    fileprivate let isUniform: Bool
    fileprivate let isPlain: Bool
    fileprivate let width: Int
    fileprivate let firsts: (low: UInt64, high: UInt64)

    /// Whether a text may be there, by the byte it begins with.
    func mayFind(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      TextNumbers.mayBegin(text[0], firsts)
    }

    /// Looks for a text.
    func find(_ text: UnsafeBufferPointer<UInt8>, _ number: TextNumber) -> Finding {
      guard mayFind(text) else { return .none }
      guard let code = code(of: number.value) else { return .none }
      guard isUniform else { return .possible(code) }
      let digits = text.count - number.start
      let isWritten =
        isPlain ? digits == 1 || text[number.start] != 48 : digits == width
      guard isWritten, number.start == prefix.count else { return .none }
      for place in 0..<number.start where text[place] != prefix[place] { return .none }
      return .found(code)
    }

    private func code(of value: Int) -> UInt32? {
      let place = value &- lowest
      guard place >= 0 else { return nil }
      guard !codes.isEmpty else { return place < count ? UInt32(truncatingIfNeeded: place) : nil }
      guard place < codes.count, codes[place] != 0 else { return nil }
      return codes[place] &- 1
    }
  }

  /// Whether texts begin with a byte, as far as is known.
  private static func mayBegin(_ byte: UInt8, _ firsts: (low: UInt64, high: UInt64)) -> Bool {
    let mask: UInt64 = 1 << UInt64(byte & 63)
    return byte >= 128 || (byte < 64 ? firsts.low : firsts.high) & mask != 0
  }

  /// Adds a text whose number is not there, as the one with the next code.
  ///
  /// - Returns: `false` when the number is another text's, or lies too far from
  ///   the others.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>, _ number: TextNumber) -> Bool {
    let value = number.value
    guard !isTaken(value) else { return false }
    if count == 0 {
      lowest = value
      prefix = Array(text[..<number.start])
      // Other letters may be written with other bytes and mean the same.
      hasOnePrefix = prefix.allSatisfy { $0 < 128 }
      width = text.count - number.start
    } else if codes.isEmpty, value != lowest &+ count {
      codes = (0..<UInt32(count)).map { $0 + 1 }
    }
    guard count == 0 || codes.isEmpty || makeRoom(for: value) else { return false }
    count += 1
    if !codes.isEmpty { codes[value - lowest] = UInt32(count) }
    if hasOnePrefix, !prefix.elementsEqual(text[..<number.start]) { hasOnePrefix = false }
    if text[number.start] == 48, text.count - number.start > 1 { isPlain = false }
    if width != text.count - number.start { width = 0 }
    let mask: UInt64 = 1 << UInt64(text[0] & 63)
    if text[0] < 64 { firsts.low |= mask } else if text[0] < 128 { firsts.high |= mask }
    return true
  }

  private func isTaken(_ value: Int) -> Bool {
    let place = value &- lowest
    guard place >= 0 else { return false }
    return codes.isEmpty ? place < count : place < codes.count && codes[place] != 0
  }

  private mutating func makeRoom(for value: Int) -> Bool {
    let most = TextNumbers.spread * count + TextNumbers.least
    if value < lowest {
      // Numbers that come from the highest to the lowest would be moved each time.
      let room = min(lowest, max(lowest - value, codes.count))
      guard codes.count + room <= 2 * most else { return false }
      codes.insert(contentsOf: repeatElement(0, count: room), at: 0)
      lowest -= room
    }
    let place = value - lowest
    guard place < most else { return false }
    if place >= codes.count {
      codes.append(contentsOf: repeatElement(0, count: place + 1 - codes.count))
    }
    return true
  }
}
