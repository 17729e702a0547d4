// SPDX-License-Identifier: Apache-2.0

/// How two values compare, both being there.
///
/// Texts are equal when they are the same, and ordered naturally; tests of a part
/// of a text go past capitals and accents. Choices
/// compare by rank. Values of two types differ and have no order, except that
/// a text beside a choice means the choice of that name.
struct ValueComparison: Sendable {
  let comparison: Comparison
  /// The declared choices of a side whose values are choices.
  let choices: [String]?

  init(_ comparison: Comparison, choices: [String]? = nil) {
    self.comparison = comparison
    self.choices = choices
  }

  /// Tells whether two values compare so; a missing one never does.
  func holds(_ lhs: Value?, _ rhs: Value?) -> Bool {
    guard let lhs, let rhs else { return false }
    switch comparison {
    case .containsText:
      return compareTexts(lhs, rhs) { ValueComparison.contains($0, $1) }
    case .startsWith:
      return compareTexts(lhs, rhs) { $0.starts(with: $1) }
    case .endsWith:
      return compareTexts(lhs, rhs) { $0.reversed().starts(with: $1.reversed()) }
    default: break
    }
    guard let order = order(lhs, rhs) else { return comparison == .notEqual }
    return switch comparison {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    case .containsText, .startsWith, .endsWith: false
    }
  }

  /// The order of two values, or `nil` if they have none.
  private func order(_ lhs: Value, _ rhs: Value) -> Int? {
    switch (lhs, rhs) {
    case (.choice(_, let left), .choice(_, let right)): return left - right
    case (.choice(let name, let rank), .text(let text)):
      if name == text { return 0 }
      return choices?.firstIndex(of: text).map { rank - $0 }
    case (.text(let text), .choice(let name, let rank)):
      if name == text { return 0 }
      return choices?.firstIndex(of: text).map { $0 - rank }
    case (.text(let left), .text(let right)):
      return left == right ? 0 : Value.order(lhs, rhs)
    case (.number, .number), (.day, .day), (.period, .period), (.flag, .flag), (.list, .list):
      return Value.order(lhs, rhs)
    default: return nil
    }
  }

  /// What a test costs beyond one step: texts are gone through.
  func steps(_ lhs: Value?, _ rhs: Value?) -> Int {
    guard [.containsText, .startsWith, .endsWith].contains(comparison) else { return 0 }
    return [lhs, rhs].reduce(0) { sum, value in
      if case .text(let text)? = value { sum &+ text.utf8.count / 64 } else { sum }
    }
  }

  private func compareTexts(_ lhs: Value, _ rhs: Value, _ test: ([UInt8], [UInt8]) -> Bool) -> Bool
  {
    guard case .text(let right) = rhs else { return false }
    switch lhs {
    case .text(let left), .choice(let left, _):
      let part = Array(FoldedText.folded(right).utf8)
      // Marks alone are looked for as they stand: without them nothing is left.
      guard !part.isEmpty || right.isEmpty else { return test(Array(left.utf8), Array(right.utf8)) }
      return test(Array(FoldedText.folded(left).utf8), part)
    default: return false
    }
  }

  /// Whether a part stands somewhere in a text.
  ///
  /// - Complexity: O(*n* + *m*) in the lengths of both.
  /// - SeeAlso: Knuth, Morris and Pratt, *Fast Pattern Matching in Strings*, 1977.
  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard text.count >= part.count, !part.isEmpty else { return part.isEmpty }
    guard part.count > ValueComparison.shortest else { return containsShort(text, part) }
    // How long the beginning of the part is that also ends at each place of it.
    var borders = [Int](repeating: 0, count: part.count)
    var length = 0
    for place in 1..<part.count {
      while length > 0, part[place] != part[length] { length = borders[length - 1] }
      if part[place] == part[length] { length += 1 }
      borders[place] = length
    }
    length = 0
    for byte in text {
      while length > 0, byte != part[length] { length = borders[length - 1] }
      if byte == part[length] { length += 1 }
      if length == part.count { return true }
    }
    return false
  }

  /// Up to which length of the part it takes less to compare it at each place.
  private static let shortest = 16

  private static func containsShort(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    for start in 0...(text.count - part.count) where text[start] == part[0] {
      if text[start..<(start + part.count)].elementsEqual(part) { return true }
    }
    return false
  }
}
