// SPDX-License-Identifier: Apache-2.0

extension [Diagnostic] {
  /// The most mistakes of one statement that are told: each shows the statement, so that
  /// of many mistakes there would be the square to read.
  private static var mostOfStatement: Int { 20 }

  /// Adds a mistake of a statement, or after the most that are told a word about the rest.
  mutating func add(_ diagnostic: Diagnostic) {
    if count < Self.mostOfStatement { return append(diagnostic) }
    guard count == Self.mostOfStatement else { return }
    append(
      Diagnostic(
        "more-mistakes", "only the first \(count) mistakes of a statement are told",
        at: diagnostic.range))
  }

  /// As many as are told of one statement.
  func asTold() -> [Diagnostic] { reduce(into: []) { $0.add($1) } }
}
