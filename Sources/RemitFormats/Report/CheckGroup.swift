// SPDX-License-Identifier: Apache-2.0

import Remit

/// The checks about one clause of a standard.
struct CheckGroup {
  /// The clause; of checks that are about none, a word for that.
  let title: String
  let checks: [CheckResult]

  /// Checks by clause, in natural order, those about none last. One that is about
  /// several clauses stands with the first.
  static func byClause(_ checks: [CheckResult]) -> [CheckGroup] {
    let clauses = Dictionary(grouping: checks) { $0.clauses.first ?? "" }
    return clauses.sorted {
      $0.key.isEmpty == $1.key.isEmpty
        ? NaturalOrder.compare($0.key, $1.key) < 0 : $1.key.isEmpty
    }.map { CheckGroup(title: $0.key.isEmpty ? "none" : $0.key, checks: $0.value) }
  }

  /// An exception as a sentence.
  static func text(_ exception: CheckResult.Exception) -> String {
    let until = exception.until.map { " until \($0)" } ?? ""
    let state =
      switch exception.state {
      case .applied: "Excepted\(until)"
      case .expired: "An exception that ended on \(exception.until?.description ?? "")"
      case .unused: "An exception without use\(until)"
      }
    return "\(state): \(exception.thing), by \(exception.owner): \(exception.reason)."
  }
}
