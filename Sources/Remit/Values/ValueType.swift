// SPDX-License-Identifier: Apache-2.0

/// The declared type of an attribute.
public enum ValueType: Hashable, Sendable {
  /// Any text.
  case text
  /// A number.
  case number
  /// A calendar day, written `2026-06-30`.
  case date
  /// A length of time, written `30 days`, `6 months`.
  case duration
  /// Yes or no; missing counts as no.
  case flag
  /// One of the listed values, without an order.
  case enumeration([String])
  /// One of the listed values, from the lowest to the highest.
  case levels([String])

  /// The declared values of an enumeration or of levels, else `nil`.
  public var choices: [String]? {
    switch self {
    case .enumeration(let values), .levels(let values): values
    default: nil
    }
  }

  /// The type as it is declared: `text`, `one of planned, retired`.
  public var phrase: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .date: "date"
    case .duration: "duration"
    case .flag: "flag"
    case .enumeration(let values): "one of " + values.joined(separator: ", ")
    case .levels(let values): "levels " + values.joined(separator: " < ")
    }
  }

  /// Reads a value of this type as a data file or a script writes it.
  ///
  /// - Parameter text: Trimmed text; never empty.
  /// - Returns: `nil` when the text is no value of the type.
  public func value(from text: String) -> Value? {
    switch self {
    case .text: return .text(text)
    case .number:
      // Swift also reads `nan`, `inf` and hexadecimal: none of them is data.
      guard text.utf8.allSatisfy({ $0 < 58 || $0 == 69 || $0 == 101 }),
        let number = Double(text), number.isFinite
      else { return nil }
      return .number(number)
    case .date: return Day(text).map(Value.day)
    case .duration: return Period(text).map(Value.period)
    case .flag:
      switch text.lowercased() {
      case "yes", "true", "y", "1", "x": return .flag(true)
      case "no", "false", "n", "0": return .flag(false)
      default: return nil
      }
    case .enumeration(let values), .levels(let values):
      let folded = text.lowercased()
      guard let rank = values.firstIndex(where: { $0 == folded || $0 == text }) else { return nil }
      return .choice(values[rank], rank: rank)
    }
  }
}
