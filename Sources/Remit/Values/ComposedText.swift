// SPDX-License-Identifier: Apache-2.0

/// Brings text to Unicode normalisation form C, without tables of its own.
///
/// The standard library compares texts by canonical equivalence but has no
/// public normaliser. So a letter with marks is replaced by the one precomposed
/// scalar it equals, for the Latin, Greek and Cyrillic scripts and the kana;
/// what has no such scalar stays as it is written. ASCII, and text
/// without scalars from U+0300 on, is in form C already and comes back at once.
///
/// - SeeAlso: Unicode Standard Annex #15, Unicode Normalization Forms.
enum ComposedText {
  /// The text in composed form.
  static func composed(_ text: String) -> String {
    var text = text
    if text.withUTF8(isComposed) { return text }
    var result = ""
    for character in text {
      if let scalar = composites[character] {
        result.unicodeScalars.append(scalar)
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// Whether a text is in composed form, as far as a quick look can tell.
  static func isComposed(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in text where byte >= 0xCC { return false }
    return true
  }

  /// Letters that are written with one scalar or with several.
  ///
  /// The lowest scalar is the composed one: the others are signs such as the
  /// ohm sign.
  private static let composites: [Character: Unicode.Scalar] = {
    let ranges: [ClosedRange<UInt32>] = [
      0x00C0...0x024F, 0x0370...0x052F, 0x1E00...0x1FFF, 0x212A...0x212B, 0x2126...0x2126,
      0x3040...0x30FF,
    ]
    var found: [Character: Unicode.Scalar] = ["K": "K", ";": ";", "`": "`"]
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let character = Character(scalar)
      if let other = found[character], other.value <= value { continue }
      found[character] = scalar
    }
    return found
  }()
}
