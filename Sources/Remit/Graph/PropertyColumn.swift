// SPDX-License-Identifier: Apache-2.0

/// The values of one attribute: one for each thing of a kind, or for each link
/// of a table.
enum PropertyColumn: Sendable {
  /// Flags: the nodes with yes.
  case flags(NodeSet)
  /// An enumeration or levels of at most 255 values: ranks, 255 if missing.
  case bytes([UInt8], choices: [String])
  /// An enumeration or levels of more values: ranks, 65,535 if missing.
  case words([UInt16], choices: [String])
  /// Day numbers, ``missingDay`` if missing.
  case days([Int32])
  /// Numbers, not a number if missing.
  case numbers([Double])
  /// Periods, with ``missingDay`` months if missing.
  case periods([Period])
  /// Texts. They have many parts, so a copy refers to all of them at once.
  indirect case texts(TextColumn)

  /// Stands for a missing day.
  static let missingDay = Int32.min
  /// How many values an enumeration may have.
  static let largestChoiceCount = Int(UInt16.max)

  /// Makes an empty column for values of a type.
  ///
  /// - Parameters:
  ///   - type: The type.
  ///   - isIndexed: Whether texts find their nodes.
  init(type: ValueType, isIndexed: Bool = false) {
    switch type {
    case .flag: self = .flags(NodeSet(capacity: 0))
    case .enumeration(let choices), .levels(let choices):
      self = choices.count <= 255 ? .bytes([], choices: choices) : .words([], choices: choices)
    case .date: self = .days([])
    case .number: self = .numbers([])
    case .duration: self = .periods([])
    case .text: self = .texts(TextColumn(isIndexed: isIndexed))
    }
  }

  /// The number of nodes.
  var count: Int {
    switch self {
    case .flags(let set): set.capacity
    case .bytes(let codes, _): codes.count
    case .words(let codes, _): codes.count
    case .days(let days): days.count
    case .numbers(let numbers): numbers.count
    case .periods(let periods): periods.count
    case .texts(let column): column.count
    }
  }

  /// The value of a node; a flag always has one.
  func value(at node: Int) -> Value? {
    guard node < count else {
      if case .flags = self { return .flag(false) }
      return nil
    }
    switch self {
    case .flags(let set): return .flag(set.contains(NodeID(node)))
    case .bytes(let codes, let choices):
      return PropertyColumn.choice(Int(codes[node]), of: choices, missing: 255)
    case .words(let codes, let choices):
      return PropertyColumn.choice(Int(codes[node]), of: choices, missing: 65_535)
    case .days(let days):
      return days[node] == PropertyColumn.missingDay ? nil : .day(Day(number: days[node]))
    case .numbers(let numbers): return numbers[node].isNaN ? nil : .number(numbers[node])
    case .periods(let periods):
      return periods[node].months == PropertyColumn.missingDay ? nil : .period(periods[node])
    case .texts(let column): return column.text(at: node).map(Value.text)
    }
  }

  /// Numbers in the order of the values of some nodes; that of a missing value is not a
  /// number. Texts have none.
  func sortNumbers(of nodes: [NodeID]) -> [Double]? {
    let count = count
    switch self {
    case .flags(let set): return nodes.map { set.contains($0) ? 1 : 0 }
    case .bytes(let codes, _):
      return nodes.map { Int($0) < count && codes[Int($0)] != 255 ? Double(codes[Int($0)]) : .nan }
    case .words(let codes, _):
      return nodes.map {
        Int($0) < count && codes[Int($0)] != 65_535 ? Double(codes[Int($0)]) : .nan
      }
    case .days(let days):
      return nodes.map {
        Int($0) < count && days[Int($0)] != PropertyColumn.missingDay ? Double(days[Int($0)]) : .nan
      }
    case .numbers(let numbers): return nodes.map { Int($0) < count ? numbers[Int($0)] : .nan }
    case .periods(let periods):
      return nodes.map {
        guard Int($0) < count, periods[Int($0)].months != PropertyColumn.missingDay else {
          return .nan
        }
        return periods[Int($0)].approximateDays
      }
    case .texts: return nil
    }
  }

  private static func choice(_ rank: Int, of choices: [String], missing: Int) -> Value? {
    rank == missing ? nil : .choice(choices[rank], rank: rank)
  }

  /// Those of some nodes whose value passes a test; nodes without a value do not.
  ///
  /// Values that are coded are tested once each.
  func nodes(among asked: NodeSet, where test: (Value) -> Bool) -> NodeSet {
    switch self {
    case .flags(let set):
      // A node beyond the end has no yes.
      let (yes, no) = (test(.flag(true)), test(.flag(false)))
      return yes == no
        ? (yes ? asked : NodeSet(capacity: asked.capacity))
        : asked.filtered(by: set, areMembers: yes)
    case .bytes(let codes, let choices):
      let passes = PropertyColumn.passes(choices, where: test)
      if let only = PropertyColumn.only(passes).map(UInt8.init) {
        return asked.filtered(by: codes, equalTo: only)
      }
      return asked.filtered { $0 < codes.count && passes[Int(codes[$0])] }
    case .words(let codes, let choices):
      var passes = choices.enumerated().map { test(.choice($1, rank: $0)) }
      passes += repeatElement(false, count: 65_536 - passes.count)
      return asked.filtered { $0 < codes.count && passes[Int(codes[$0])] }
    case .texts(let column):
      return PropertyColumn.nodes(among: asked, column, where: test)
    case .days, .numbers, .periods:
      return asked.filtered { node in value(at: node).map(test) ?? false }
    }
  }

  /// For each code of a byte whether the choice passes a test; that of no value does not.
  static func passes(_ choices: [String], where test: (Value) -> Bool) -> [Bool] {
    choices.enumerated().map { test(.choice($1, rank: $0)) }
      + repeatElement(false, count: 256 - choices.count)
  }

  /// The code that alone passes, as in `whose department is "Law"`: comparing with it is
  /// quicker than looking each code up.
  private static func only(_ passes: [Bool]) -> Int? {
    guard let first = passes.firstIndex(of: true), passes.lastIndex(of: true) == first
    else { return nil }
    return first
  }

  private static func nodes(
    among asked: NodeSet, _ column: TextColumn, where test: (Value) -> Bool
  ) -> NodeSet {
    let (codes, dictionary) = (column.codes, column.dictionary)
    let count = codes.count
    if dictionary.count <= 1024 {
      // Few texts: all are tested, and each code is then one look. The missing one
      // lies beyond them.
      let passes = (0..<dictionary.count).map { test(.text(dictionary[UInt32($0)])) }
      if let only = PropertyColumn.only(passes).map(TextDictionary.Code.init) {
        return asked.filtered(by: codes, equalTo: only)
      }
      return asked.filtered { node in
        guard node < count else { return false }
        let code = Int(codes[node])
        return code < passes.count && passes[code]
      }
    }
    var passes = [UInt8](repeating: 2, count: dictionary.count)
    return asked.filtered { node in
      guard node < count, codes[node] != TextColumn.missing else { return false }
      let code = Int(codes[node])
      if passes[code] == 2 { passes[code] = test(.text(dictionary[codes[node]])) ? 1 : 0 }
      return passes[code] == 1
    }
  }
}
