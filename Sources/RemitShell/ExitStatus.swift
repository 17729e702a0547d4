// SPDX-License-Identifier: Apache-2.0

public import Remit

/// How a run ended, as a number for the process that started it.
///
/// A run that did several things keeps the highest.
public struct ExitStatus: Hashable, Comparable, Sendable {
  /// The number.
  public let rawValue: Int32

  /// It ran, and no check found anything.
  public static let success = ExitStatus(rawValue: 0)
  /// A check found rows, or a query did against `--fail-if-any`.
  public static let found = ExitStatus(rawValue: 1)
  /// The text, the model or the usage is wrong, or a check could not be evaluated.
  public static let invalid = ExitStatus(rawValue: 2)
  /// Data could not be read, or output not written.
  public static let data = ExitStatus(rawValue: 3)
  /// A limit was reached.
  public static let limit = ExitStatus(rawValue: 4)
  /// Interrupted by Ctrl-C.
  public static let interrupted = ExitStatus(rawValue: 130)

  /// Orders by the number.
  public static func < (lhs: ExitStatus, rhs: ExitStatus) -> Bool { lhs.rawValue < rhs.rawValue }
}

extension ExitStatus {
  /// The status an error of the engine means.
  public init(_ code: QueryError.Code) {
    switch code {
    case .invalid: self = .invalid
    case .data: self = .data
    case .limit: self = .limit
    case .cancelled: self = .interrupted
    }
  }
}
