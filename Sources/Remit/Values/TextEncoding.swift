// SPDX-License-Identifier: Apache-2.0

/// How the letters of a text file are written as bytes: what `load … in "windows-1252"`
/// names.
///
/// Files are UTF-8 unless something is said, or UTF-16 where their first bytes say so.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  /// Unicode, one to four bytes for a character.
  case utf8 = "utf-8"
  /// Unicode in pairs of bytes, as Excel saves "Unicode Text".
  case utf16 = "utf-16"
  /// Central European, as Excel writes CSV in Warsaw or Prague.
  case windows1250 = "windows-1250"
  /// Cyrillic.
  case windows1251 = "windows-1251"
  /// Western European, as Excel writes CSV in London or Lisbon.
  case windows1252 = "windows-1252"
  /// Greek.
  case windows1253 = "windows-1253"
  /// Turkish.
  case windows1254 = "windows-1254"
  /// Baltic.
  case windows1257 = "windows-1257"
  /// Western European, of Unix.
  case latin1 = "iso-8859-1"
  /// Central European, of Unix.
  case latin2 = "iso-8859-2"
  /// Western European with the euro sign, of Unix.
  case latin9 = "iso-8859-15"
  /// Western European, as Excel writes CSV for the Macintosh.
  case macintosh = "macintosh"

  /// The encoding of a name, whatever its capitals, hyphens and blanks.
  public init?(name: String) {
    let folded = TextEncoding.folded(name)
    guard
      let found = TextEncoding.allCases.first(where: { TextEncoding.folded($0.rawValue) == folded })
    else { return nil }
    self = found
  }

  /// The encodings that a name may have been meant for, best first.
  ///
  /// Beside misspellings these are the names that other programs use: `latin-1`,
  /// `cp1252`, `ansi`.
  static func near(_ name: String) -> [TextEncoding] {
    let folded = folded(name)
    let digits = folded.filter { ("0"..."9").contains($0) }
    switch folded {
    case "ansi", "latin": return [.windows1252, .windows1250]
    case "latin1", "isolatin1", "l1": return [.latin1, .windows1252]
    case "latin2", "isolatin2", "l2": return [.latin2, .windows1250]
    case "latin9", "latin0", "l9": return [.latin9]
    case "mac", "macroman", "macosroman", "xmacroman": return [.macintosh]
    case "unicode", "ucs2", "utf16le", "utf16be": return [.utf16]
    default: break
    }
    if digits.count == 4,
      let found = allCases.first(where: { $0.rawValue == "windows-\(digits)" })
    {
      return [found]
    }
    return NearestName.nearest(to: name.lowercased(), among: allCases.map(\.rawValue), limit: 2)
      .compactMap(TextEncoding.init(rawValue:))
  }

  private static func folded(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
