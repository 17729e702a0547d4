// SPDX-License-Identifier: Apache-2.0

import Remit

/// What a second Tab tells: what the words at the cursor mean, with examples.
extension Completer {
  /// Up to how many candidates are explained; of more, the word before the cursor is.
  private static let mostExplained = 3
  /// The most lines about one word.
  private static let mostLines = 8

  /// Explains the candidates of a list if they are few, or else the word before the cursor.
  ///
  /// - Parameters:
  ///   - list: What the first Tab has found.
  ///   - width: The columns of the terminal.
  /// - Returns: Lines of safe text, each ended by a line feed; none if there is nothing
  ///   to explain.
  public func explanation(of list: CompletionList, width: Int) -> String {
    if list.candidates.isEmpty { return mistake(in: list.text, width: width) }
    var texts: [String] = []
    if list.more == 0, list.candidates.count <= Completer.mostExplained {
      texts = list.candidates.compactMap(explain)
    }
    if texts.isEmpty, let word = lastWord(of: list.text) {
      texts = [explain(word)].compactMap(\.self)
    }
    if list.text.allSatisfy(\.isWhitespace) { texts = [ShellHelp.text(for: "", in: engine)] }
    let lines = texts.joined(separator: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    return texts.isEmpty
      ? ""
      : lines.map { TextFlow.wrap(Sanitizer.line(String($0)), width: width) + "\n" }.joined()
  }

  /// Why nothing can follow: what is wrong before the cursor, and what to write instead.
  private func mistake(in text: String, width: Int) -> String {
    guard !ShellCommand.isCommand(text) else { return "" }
    do {
      _ = try engine.explain(text, stage: .tree)
      return ""
    } catch {
      guard let mistake = error.diagnostics.first,
        !["incomplete-statement", "unclosed-quote"].contains(mistake.id)
      else { return "" }
      var lines = [mistake.message]
      for place in mistake.edits.indices {
        guard let edited = mistake.applyingEdit(place, to: error.source) else { continue }
        lines.append("  \(place == 0 ? "write:" : "   or:") \(edited)")
      }
      return lines.map { TextFlow.wrap(Sanitizer.line($0), width: width) + "\n" }.joined()
    }
  }

  private func explain(_ candidate: CompletionList.Candidate) -> String? {
    switch candidate.category {
    case "name": return candidate.detail.map { "\(candidate.text): \($0)" }
    case "word" where HelpTopic.summary(of: candidate.text) == nil: return nil
    case "command", "word", "verb", "noun", "kind", "attribute", "adjective", "value", "topic":
      return explain(candidate.text)
    default: return nil
    }
  }

  /// What `.help` says of a word, and a question that uses it.
  private func explain(_ word: String) -> String? {
    let text = ShellHelp.text(for: word, in: engine)
    guard text != engine.nothingCalled(word) else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var shown = lines.prefix(Completer.mostLines).joined(separator: "\n")
    if lines.count > Completer.mostLines { shown += "\n… .help \(word) shows all" }
    if let example = engine.example(of: word) { shown += "\n  " + example }
    return shown
  }

  /// The word or form that ends a text, blanks left aside.
  private func lastWord(of text: String) -> String? {
    guard !ShellCommand.isCommand(text) else {
      return text.split(separator: " ").first.map(String.init)
    }
    guard let last = engine.highlights(text).last, last.kind != .sign, last.kind != .comment
    else { return nil }
    let word = String(
      decoding: Array(text.utf8)[last.range.start..<last.range.end], as: UTF8.self)
    return last.kind == .name || last.kind == .text ? nil : word
  }
}
