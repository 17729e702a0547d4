// SPDX-License-Identifier: Apache-2.0

public import Remit

/// How a run ended, as a number for the process that started it.
///
/// A run that did several things keeps the highest.
public struct RunStatus: Hashable, Comparable, Sendable {
  /// The number.
  public let rawValue: Int32

  /// It ran, and no check found anything.
  public static let success = RunStatus(rawValue: 0)
  /// A check found rows, or a query did against `--fail-if-any`.
  public static let found = RunStatus(rawValue: 1)
  /// The text, the model or the usage is wrong, or a check could not be evaluated.
  public static let invalid = RunStatus(rawValue: 2)
  /// Data could not be read, or output not written.
  public static let data = RunStatus(rawValue: 3)
  /// A limit was reached.
  public static let limit = RunStatus(rawValue: 4)
  /// Interrupted by Ctrl-C.
  public static let interrupted = RunStatus(rawValue: 130)

  /// Orders by the number.
  public static func < (lhs: RunStatus, rhs: RunStatus) -> Bool { lhs.rawValue < rhs.rawValue }
}

extension RunStatus {
  /// The status an error of the engine means.
  public init(_ code: QueryError.Code) {
    switch code {
    case .invalid: self = .invalid
    case .data: self = .data
    case .limit: self = .limit
    case .cancelled: self = .interrupted
    }
  }

  /// The status of an error and of all that was found with it: the highest.
  public init(_ error: QueryError) {
    self = error.others.map { RunStatus($0.code) }.reduce(RunStatus(error.code), max)
  }
}
