// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// Returns a script in canonical form.
  ///
  /// Every statement is written in one way, in lines of at most 100 columns where
  /// words allow it. Comments stay where they are. Formatting the result changes
  /// nothing, and it means the same.
  ///
  /// The words of the script are those the engine knows, and those it declares or
  /// uses itself. Nothing is asked, loaded or written.
  ///
  /// - Parameter source: The script.
  /// - Returns: The script in canonical form.
  /// - Throws: ``QueryError`` if there is a mistake in it or in what it uses.
  /// - Complexity: O(*n*) in the bytes of the script, besides the files it uses.
  public func formatted(_ source: SourceText) throws(QueryError) -> String {
    try DeepStack.run(levels: levels(of: source)) { () throws(QueryError) in
      try format(source).text
    }
  }

  /// The canonical form, and how many statements have none that is understood
  /// alike: those are left as they are.
  func format(_ source: SourceText) throws(QueryError) -> (text: String, leftAsWritten: Int) {
    try checkText(of: source)
    let context = Context(source: source, range: SourceRange(0, 0), cancellation: nil)
    guard String(validating: source.bytes, as: UTF8.self) != nil else {
      throw context.error(SyntaxMessages.invalidEncoding(at: firstInvalid(source)))
    }
    var engine = self
    engine.running = .words
    var formatter = ScriptFormatter(source)
    let ranges = StatementSplitter.split(source)
    for (index, range) in ranges.enumerated() {
      let (statement, vocabulary) = try engine.read(range, of: source)
      let tokens = Lexer.lex(source, in: range, vocabulary: vocabulary).tokens
      let next = index + 1 < ranges.count ? ranges[index + 1].start : nil
      let isLastOnLine = next.map { source.hasLineBreak(range.end, $0) } ?? true
      formatter.add(
        statement, in: range, tokens: tokens.filter { $0.kind != .end }, vocabulary: vocabulary,
        isLastOnLine: isLastOnLine)
      let context = Context(source: source, range: range, cancellation: nil)
      try engine.perform(statement, context) { _ in }
    }
    return (formatter.text(), formatter.leftAsWritten)
  }

  /// Takes over the words that a script declares or uses, and nothing else of it.
  ///
  /// - Parameter source: The script.
  /// - Throws: ``QueryError`` if there is a mistake in it or in what it uses.
  public mutating func declareWords(of source: SourceText) throws(QueryError) {
    try run(source, only: .words, nil)
  }

  /// Takes over the model and the facts of a script: what it asks, checks, prints
  /// or writes is left out.
  ///
  /// - Parameters:
  ///   - source: The script.
  ///   - cancellation: Stops it from another thread.
  /// - Throws: ``QueryError`` if there is a mistake in it or in what it uses.
  public mutating func loadModel(
    of source: SourceText, cancellation: Cancellation? = nil
  ) throws(QueryError) {
    try run(source, only: .model, cancellation)
  }

  private mutating func run(
    _ source: SourceText, only statements: Running, _ cancellation: Cancellation?
  ) throws(QueryError) {
    let outer = running
    running = statements
    defer { running = outer }
    try run(source, cancellation: cancellation) { _ in }
  }

  /// The line of the first bytes that are no UTF-8.
  private func firstInvalid(_ source: SourceText) -> SourceRange {
    for line in 1...source.lineCount {
      let range = source.range(ofLine: line)
      if String(validating: source.bytes[range.start..<range.end], as: UTF8.self) == nil {
        return range
      }
    }
    return SourceRange(0, 0)
  }
}

extension SourceText {
  /// Whether a line ends between two places.
  fileprivate func hasLineBreak(_ start: Int, _ end: Int) -> Bool {
    bytes[start..<max(start, end)].contains(UInt8(ascii: "\n"))
  }
}
