// SPDX-License-Identifier: Apache-2.0

/// Texts numbered in the order they were first seen, each kept once.
///
/// The texts lie after one another in one buffer of UTF-8. As long as they end
/// with numbers of their own, these find them (``TextNumbers``); otherwise an
/// open-addressing table of 64-bit slots (32 bits of hash, 32 bits of code) does.
/// A slot's place are the first bits of its hash, so that a table is enlarged in
/// one pass over it, without a look at the texts. Texts that are canonically
/// equivalent in Unicode are one text, in the form that came first.
///
/// - Complexity: O(length) for a lookup. A text costs its bytes, 4 bytes for
///   its end and up to 4 bytes for its number or 12 to 24 bytes of slots.
struct TextDictionary: Sendable {
  /// The number of a text.
  typealias Code = UInt32

  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// The numbers that find the texts, while ``isNumbered``.
  private var numbers = TextNumbers()
  private var isNumbered = true
  /// `hash << 32 | code + 1`, 0 where free; the count is a power of two.
  private var slots: [UInt64] = []
  /// How far a hash is shifted to give its place.
  private var shift: UInt64 = 64

  /// What a dictionary is made of; its hashes differ from run to run.
  struct Parts: Sendable {
    let bytes: [UInt8]
    let ends: [UInt32]
    /// What finds the texts by their numbers; `nil` if hashes do.
    let numbers: TextNumbers?
  }

  /// Makes an empty dictionary.
  init() {}

  /// Makes a dictionary of its parts.
  init(_ parts: Parts) {
    (bytes, ends) = (parts.bytes, parts.ends)
    if let numbers = parts.numbers { self.numbers = numbers } else { hashAll() }
  }

  /// The parts of the dictionary.
  var parts: Parts { Parts(bytes: bytes, ends: ends, numbers: isNumbered ? numbers : nil) }

  /// The number of texts.
  var count: Int { ends.count }

  /// The text with a code.
  subscript(code: Code) -> String { String(decoding: bytes[range(of: code)], as: UTF8.self) }

  /// Calls a closure with the UTF-8 of a text.
  func withUTF8<R>(of code: Code, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let range = range(of: code)
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Adds the UTF-8 of texts to a buffer, and after each where it ends there;
  /// ``TextColumn/missing`` has none.
  func append(codes: some Sequence<Code>, to buffer: inout [UInt8], _ ends: inout [Int]) {
    bytes.withUnsafeBufferPointer { bytes in
      for code in codes {
        if code != TextColumn.missing {
          buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range(of: code)]))
        }
        ends.append(buffer.count)
      }
    }
  }

  /// Compares the texts of two codes in natural order.
  func order(_ lhs: Code, _ rhs: Code) -> Int {
    let (left, right) = (range(of: lhs), range(of: rhs))
    return bytes.withUnsafeBufferPointer {
      NaturalOrder.compare(
        UnsafeBufferPointer(rebasing: $0[left]),
        UnsafeBufferPointer(rebasing: $0[right])
      )
    }
  }

  /// The code of a text, if it is there.
  func code(of text: String) -> Code? {
    var text = ComposedText.composed(text)
    return text.withUTF8 { code(ofComposed: $0) }
  }

  /// The code of a text, which is added if it is new.
  ///
  /// - Returns: `nil` when the texts would take more than 4 GiB.
  mutating func intern(_ text: String) -> Code? {
    var text = ComposedText.composed(text)
    return text.withUTF8 { intern(composed: $0) }
  }

  /// The code of a text given as UTF-8 in composed form.
  func code(ofComposed text: UnsafeBufferPointer<UInt8>) -> Code? {
    isNumbered ? numberedCode(of: text) : hashedCode(of: text, hash: TextHash.hash(text))
  }

  /// The code of a text given as UTF-8 in composed form; it is added if new.
  mutating func intern(composed text: UnsafeBufferPointer<UInt8>) -> Code? {
    if isNumbered {
      if let number = TextNumber(text) {
        switch numbers.find(text, number) {
        case .found(let code): return code
        case .possible(let code):
          if matches(text, code) { return code }
        case .none:
          guard bytes.count + text.count < Int(UInt32.max) else { return nil }
          if numbers.insert(text, number) {
            append(text)
            return Code(count - 1)
          }
        }
      }
      hashAll()
    }
    if slots.count * 2 < 3 * (count + 1) { enlarge(to: max(16, slots.count * 2)) }
    let hash = TextHash.hash(text)
    let place = slot(of: text, hash: hash)
    if slots[place] != 0 { return Code(truncatingIfNeeded: slots[place]) - 1 }
    guard bytes.count + text.count < Int(UInt32.max) else { return nil }
    append(text)
    slots[place] = TextDictionary.entry(hash: hash, code: Code(count - 1))
    return Code(count - 1)
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  private func numberedCode(of text: UnsafeBufferPointer<UInt8>) -> Code? {
    guard let number = TextNumber(text) else { return nil }
    switch numbers.find(text, number) {
    case .found(let code): return code
    case .possible(let code): return matches(text, code) ? code : nil
    case .none: return nil
    }
  }

  private func hashedCode(of text: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Code? {
    guard !slots.isEmpty else { return nil }
    let slot = slots[slot(of: text, hash: hash)]
    return slot == 0 ? nil : Code(truncatingIfNeeded: slot) - 1
  }

  /// Turns to hashes, because a text has come that no number finds.
  private mutating func hashAll() {
    isNumbered = false
    numbers = TextNumbers()
    var size = 16
    while size * 2 < 3 * (count + 1) { size *= 2 }
    enlarge(to: size)
    for code in 0..<Code(truncatingIfNeeded: count) {
      let hash = withUTF8(of: code) { TextHash.hash($0) }
      put(TextDictionary.entry(hash: hash, code: code), into: &slots)
    }
  }

  private func range(of code: Code) -> Range<Int> {
    (code == 0 ? 0 : Int(ends[Int(code) - 1]))..<Int(ends[Int(code)])
  }

  private static func entry(hash: UInt64, code: Code) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(code + 1)
  }

  /// The slot a text stands in, or the free one it would be put in.
  private func slot(of text: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash >> shift)
    while true {
      let slot = slots[place]
      if slot == 0 { return place }
      if (slot ^ hash) >> 32 == 0, matches(text, Code(truncatingIfNeeded: slot) - 1) {
        return place
      }
      place = (place + 1) & mask
    }
  }

  /// Tells whether a text is the one with a code.
  func matches(_ text: UnsafeBufferPointer<UInt8>, _ code: Code) -> Bool {
    let range = range(of: code)
    return bytes.withUnsafeBufferPointer { buffer in
      TextHash.equal(text, UnsafeBufferPointer(rebasing: buffer[range]))
    }
  }

  private mutating func enlarge(to count: Int) {
    var larger = [UInt64](repeating: 0, count: count)
    shift = 64 - UInt64(count.trailingZeroBitCount)
    for slot in slots where slot != 0 { put(slot, into: &larger) }
    slots = larger
  }

  private func put(_ slot: UInt64, into slots: inout [UInt64]) {
    var place = Int(truncatingIfNeeded: slot >> shift)
    while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }
}

/// Some texts that are looked up together, so that the waits for memory overlap.
struct TextBatch {
  /// How many texts are worth looking up together.
  static let size = 256

  /// The bytes the texts lie in.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where each text lies; they are in composed form.
  private(set) var ranges: [Range<Int>] = []
  /// The hash of each text, once a dictionary has asked for it.
  private var hashes: [UInt64] = []

  /// Makes a batch without texts.
  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    ranges.reserveCapacity(TextBatch.size)
    hashes.reserveCapacity(TextBatch.size)
  }

  /// The number of texts.
  var count: Int { ranges.count }

  /// Adds a text.
  mutating func append(_ range: Range<Int>) { ranges.append(range) }

  /// A text.
  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[ranges[index]])
  }

  /// The hash of each text.
  mutating func hashed() -> [UInt64] {
    for index in hashes.count..<ranges.count { hashes.append(TextHash.hash(self[index])) }
    return hashes
  }

  /// Takes all texts away.
  mutating func removeAll() {
    ranges.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
  }
}

extension TextDictionary {
  /// The codes of the texts of a batch, or ``TextColumn/missing``.
  func codes(of batch: inout TextBatch, into codes: inout [Code]) {
    codes.removeAll(keepingCapacity: true)
    guard !isNumbered else {
      numbers.withFinder { finder in
        for index in 0..<batch.count {
          let text = batch[index]
          var code = TextColumn.missing
          if finder.mayFind(text), let number = TextNumber(text) {
            switch finder.find(text, number) {
            case .found(let found): code = found
            case .possible(let found): if matches(text, found) { code = found }
            case .none: break
            }
          }
          codes.append(code)
        }
      }
      return
    }
    guard !slots.isEmpty else {
      codes.append(contentsOf: repeatElement(TextColumn.missing, count: batch.count))
      return
    }
    var found: [UInt64] = []
    found.reserveCapacity(batch.count)
    let hashes = batch.hashed()
    for hash in hashes { found.append(slots[Int(truncatingIfNeeded: hash >> shift)]) }
    var places: [Range<Int>] = []
    places.reserveCapacity(batch.count)
    for slot in found {
      places.append(slot == 0 ? 0..<0 : range(of: Code(truncatingIfNeeded: slot) - 1))
    }
    bytes.withUnsafeBufferPointer { buffer in
      for index in 0..<batch.count {
        guard found[index] != 0 else {
          codes.append(TextColumn.missing)
          continue
        }
        let text = batch[index]
        let hash = hashes[index]
        let isFirst =
          (found[index] ^ hash) >> 32 == 0
          && TextHash.equal(text, UnsafeBufferPointer(rebasing: buffer[places[index]]))
        codes.append(
          isFirst
            ? Code(truncatingIfNeeded: found[index]) - 1
            : hashedCode(of: text, hash: hash) ?? TextColumn.missing
        )
      }
    }
  }
}
