// SPDX-License-Identifier: Apache-2.0

/// A thing that a function of the host is asked about: its name, and its values on record.
public struct Thing: Sendable {
  let graph: Graph
  let entity: Entity

  /// What it is called: its key, else its name.
  public var name: String { graph.label(of: entity) }
  /// The word for one of its kind.
  public var kind: String { graph.schema[entity.kind].singular }

  /// The value of an attribute on record; none of one that the host tells itself.
  ///
  /// - Parameter attribute: The name of the attribute.
  /// - Returns: The value; `nil` if there is none, or no such attribute.
  /// - Complexity: O(attributes of the kind).
  public subscript(attribute: String) -> Value? {
    graph.schema.attribute(named: attribute, of: entity.kind).flatMap { id in
      graph.schema[id].source == .host ? nil : graph.value(of: id, for: entity.node)
    }
  }
}

/// A type of which a function of the host can tell values.
///
/// Texts, numbers, days, durations and flags are; so is an enumeration with raw texts that
/// says so, of which the cases are levels from the lowest to the highest:
///
///     enum Exposure: String, CaseIterable, HostValue { case none, partial, full }
public protocol HostValue: Sendable {
  /// The type that an attribute of such values has.
  static var remitType: ValueType { get }
  /// The value in a question.
  var remitValue: Value { get }
}

extension String: HostValue {
  /// Text.
  public static var remitType: ValueType { .text }
  /// The text.
  public var remitValue: Value { .text(self) }
}

extension Double: HostValue {
  /// A number.
  public static var remitType: ValueType { .number }
  /// The number.
  public var remitValue: Value { .number(self) }
}

extension Int: HostValue {
  /// A number.
  public static var remitType: ValueType { .number }
  /// The number.
  public var remitValue: Value { .number(Double(self)) }
}

extension Bool: HostValue {
  /// A flag, whose word is an adjective.
  public static var remitType: ValueType { .flag }
  /// The flag.
  public var remitValue: Value { .flag(self) }
}

extension Day: HostValue {
  /// A date.
  public static var remitType: ValueType { .date }
  /// The day.
  public var remitValue: Value { .day(self) }
}

extension Period: HostValue {
  /// A duration.
  public static var remitType: ValueType { .duration }
  /// The duration.
  public var remitValue: Value { .period(self) }
}

extension HostValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  /// The cases as levels.
  public static var remitType: ValueType { .levels(allCases.map(\.rawValue)) }
  /// The case, with its place among the others.
  public var remitValue: Value {
    let names = Self.allCases.map(\.rawValue)
    return .choice(rawValue, rank: names.firstIndex(of: rawValue) ?? 0)
  }
}

/// A function of the host that tells an attribute.
struct HostWord: Sendable {
  /// Whether it tells the same of a thing as long as nothing on record has changed.
  let isPure: Bool
  /// How many steps one call counts as.
  let cost: Int
  let tell: @Sendable (Thing) throws -> Value?
}
