// SPDX-License-Identifier: Apache-2.0

/// The days on which a dated link has to hold, as day numbers.
///
/// A span without days, such as one that ends before it begins, holds nothing.
enum ResolvedTime: Hashable, Sendable {
  /// On a day; for a relation dated on a day, on or before it.
  case on(Int32)
  /// On some day of a span, both ends included.
  case within(Int32, Int32)
  /// On every day of a span, both ends included.
  case throughout(Int32, Int32)
  /// On any day at all.
  case always

  /// Stands for a span that holds nothing: a bound of it has no value.
  static let never = ResolvedTime.within(.max, .min)

  /// Tells whether a link holds then: from its first day, `Int32.min` if
  /// open, until the day after its last day, `Int32.max` if open.
  func holds(from: Int32, until: Int32, dating: Dating) -> Bool {
    if dating == .undated {
      return switch self {
      case .on, .always: true
      case .within(let first, let last), .throughout(let first, let last): first <= last
      }
    }
    switch self {
    case .on(let day):
      return from <= day && (dating == .day || day < until)
    case .within(let first, let last):
      guard first <= last else { return false }
      let latest = until == .max ? Int32.max : until &- 1
      return until != .min && max(first, from) <= min(last, latest)
    case .throughout(let first, let last):
      return first <= last && from <= first && (until == .max || last < until)
    case .always: return true
    }
  }
}

extension BoundTime {
  /// The days it means where it has no terms, as of a time.
  func fixed(asOf time: ResolvedTime, today: Int32) -> ResolvedTime? {
    switch self {
    case .asOf: time
    case .past: .within(.min, today)
    case .always: .always
    case .within, .throughout: nil
    }
  }
}
