// SPDX-License-Identifier: Apache-2.0

/// Why an evaluation ended early.
enum Stop: Error, Hashable {
  /// What a run may use up.
  enum Limit: String, Hashable {
    case steps, rows, bytes
    /// Steps within steps, of a proof.
    case depth
    /// Milliseconds.
    case deadline
  }

  /// Somebody set the ``Cancellation`` flag.
  case cancelled
  /// More would have been used than is allowed.
  case limit(Limit, used: Int, allowed: Int)
  /// The query does not fit the graph: a name finds no thing, or several.
  case invalid([Diagnostic])
}
