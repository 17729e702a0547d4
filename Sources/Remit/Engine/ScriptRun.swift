// SPDX-License-Identifier: Apache-2.0

/// A script that is run one statement at a time: for whoever goes on after an
/// error, or has to know which statement it was in.
public struct ScriptRun: Sendable {
  private let source: SourceText
  private let cancellation: Cancellation?
  private var ranges: ArraySlice<SourceRange>
  /// What was done when the script was checked.
  private var opening: [Outcome]

  init(
    _ source: SourceText, _ ranges: ArraySlice<SourceRange>, opening: [Outcome],
    cancellation: Cancellation?
  ) {
    self.source = source
    self.ranges = ranges
    self.opening = opening
    self.cancellation = cancellation
  }

  /// Whether there is nothing left to be run.
  public var isAtEnd: Bool { ranges.isEmpty && opening.isEmpty }

  /// The name of the check that is run next, or its first line if it has none;
  /// `nil` if another statement is.
  public var nameOfNextCheck: String? {
    guard opening.isEmpty, let range = ranges.first else { return nil }
    let text = source.text(in: range)
    guard text.hasPrefix("check") else { return nil }
    let line = text.split(separator: "\n").first.map(String.init) ?? "check"
    let quoted = line.split(separator: "\"", omittingEmptySubsequences: false)
    return quoted.count > 2 ? String(quoted[1]) : line
  }

  /// Whether the statement that is run next gives words or names that later ones use.
  package var declaresNext: Bool {
    guard opening.isEmpty, let range = ranges.first else { return false }
    let word = source.text(in: range).prefix { $0.isLetter }
    return ScriptRun.declaring.contains(String(word))
  }

  private static let declaring: Set<String> = [
    "use", "load", "kind", "relation", "event", "define", "let", "param", "add",
  ]

  /// Runs the next statement.
  ///
  /// - Parameter engine: The engine that began the script.
  /// - Returns: What it did.
  /// - Throws: ``QueryError`` with what is wrong and where. The statement has been
  ///   passed: the next call runs the one behind it.
  public mutating func step(_ engine: inout Engine) throws(QueryError) -> [Outcome] {
    guard opening.isEmpty else {
      defer { opening = [] }
      return opening
    }
    guard let range = ranges.popFirst() else { return [] }
    if cancellation?.isCancelled == true {
      throw QueryError(
        code: .cancelled, diagnostics: [EngineMessages.cancelled(at: range)], source: source)
    }
    var outcomes: [Outcome] = []
    let outer = engine.startClock()
    defer { engine.deadline = outer }
    try engine.execute(range, of: source, cancellation: cancellation) { outcomes.append($0) }
    return outcomes
  }
}

extension Engine {
  /// Begins a script that is run one statement at a time.
  ///
  /// What is wrong with a check is no reason not to begin: it can be told when the
  /// check is to be made.
  ///
  /// - Parameters:
  ///   - source: The script.
  ///   - cancellation: Stops it from another thread.
  ///   - checksAhead: Whether all of the script is checked before any of it acts.
  /// - Returns: The script, to be stepped through.
  /// - Throws: ``QueryError`` with all mistakes, if there is one outside checks; then
  ///   nothing has been done.
  public mutating func begin(
    _ source: SourceText, cancellation: Cancellation? = nil, checksAhead: Bool = true
  ) throws(QueryError) -> ScriptRun {
    try checkText(of: source)
    guard checksAhead else {
      return ScriptRun(
        source, StatementSplitter.split(source)[...], opening: [], cancellation: cancellation)
    }
    let outer = startClock()
    defer { deadline = outer }
    let rehearsal = Rehearsal(source, in: self, cancellation: cancellation)
    if let error = rehearsal.error, rehearsal.mistakes.contains(where: { !$0.isOfCheck }) {
      throw error
    }
    var opening: [Outcome] = []
    try takeOver(rehearsal) { opening.append($0) }
    return ScriptRun(source, rehearsal.rest, opening: opening, cancellation: cancellation)
  }
}
