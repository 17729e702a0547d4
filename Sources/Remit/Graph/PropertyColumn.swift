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
  /// Texts.
  case texts(TextColumn)

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

  private static func choice(_ rank: Int, of choices: [String], missing: Int) -> Value? {
    rank == missing ? nil : .choice(choices[rank], rank: rank)
  }

  /// The nodes with a value; all of them for flags.
  func known() -> NodeSet { nodes { _ in true } }

  /// The nodes whose value passes a test; nodes without a value do not.
  ///
  /// Values that are coded are tested once each.
  func nodes(where test: (Value) -> Bool) -> NodeSet {
    var found = NodeSet(capacity: count)
    switch self {
    case .flags(let set):
      if test(.flag(true)) { found.formUnion(set) }
      if test(.flag(false)) {
        found.formUnion(set.complement(within: NodeSet(capacity: count, full: true)))
      }
    case .bytes(let codes, let choices):
      var passes = choices.enumerated().map { test(.choice($1, rank: $0)) }
      passes += repeatElement(false, count: 256 - passes.count)
      for node in codes.indices where passes[Int(codes[node])] { found.insert(NodeID(node)) }
    case .words(let codes, let choices):
      var passes = choices.enumerated().map { test(.choice($1, rank: $0)) }
      passes += repeatElement(false, count: 65_536 - passes.count)
      for node in codes.indices where passes[Int(codes[node])] { found.insert(NodeID(node)) }
    case .texts(let column):
      var passes = [UInt8](repeating: 2, count: column.dictionary.count)
      for (node, code) in column.codes.enumerated() where code != TextColumn.missing {
        if passes[Int(code)] == 2 {
          passes[Int(code)] = test(.text(column.dictionary[code])) ? 1 : 0
        }
        if passes[Int(code)] == 1 { found.insert(NodeID(node)) }
      }
    case .days, .numbers, .periods:
      for node in 0..<count {
        if let value = value(at: node), test(value) { found.insert(NodeID(node)) }
      }
    }
    return found
  }
}
