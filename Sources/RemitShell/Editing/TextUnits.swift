// SPDX-License-Identifier: Apache-2.0

/// Cuts bytes into what an editor moves over and shows as one.
enum TextUnits {
  /// A character as people see it, of one or more scalars, or bytes that are no text.
  struct Unit: Equatable {
    /// The character, or `nil` for bytes that are not UTF-8.
    var character: Character?
    /// How many bytes it takes.
    var length: Int
  }

  /// Returns the units of some bytes, in order.
  static func units(of bytes: ArraySlice<UInt8>) -> [Unit] {
    if let text = String(validating: bytes, as: UTF8.self) {
      return text.map { Unit(character: $0, length: $0.utf8.count) }
    }
    var units: [Unit] = []
    var valid: [UInt8] = []
    func flush() {
      units += String(decoding: valid, as: UTF8.self)
        .map { Unit(character: $0, length: $0.utf8.count) }
      valid = []
    }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var place = bytes.startIndex
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar):
        valid += scalar
        place += scalar.count
      case .error(let length):
        flush()
        units += (0..<length).map { _ in Unit(character: nil, length: 1) }
        place += length
      case .emptyInput:
        flush()
        return units
      }
    }
  }
}
