// SPDX-License-Identifier: Apache-2.0

public import Remit
import RemitFormats
import RemitLibrary

/// Finds what Tab can put in at the end of what was typed.
///
/// Names may be several words (`"Head of IT"`), so what is replaced is a range
/// of the whole statement and not the word before the cursor.
public struct Completer {
  let engine: Engine
  private let fileNames: (String) -> [String]

  /// Makes a completer.
  ///
  /// - Parameters:
  ///   - engine: Whose words and names are offered.
  ///   - fileNames: Returns the files whose path begins with a text, for `.read`.
  public init(engine: Engine, fileNames: @escaping (String) -> [String] = { _ in [] }) {
    self.engine = engine
    self.fileNames = fileNames
  }

  /// Finds what could continue a text.
  ///
  /// - Parameter text: The statement up to the cursor.
  /// - Returns: The candidates, and which part of the text they replace.
  public func completions(for text: String) -> CompletionList {
    guard ShellCommand.isCommand(text) else {
      return files(text) ?? statement(text, skipping: 0)
    }
    let indent = text.prefix(while: \.isWhitespace)
    let name = text.dropFirst(indent.count + 1).prefix { !$0.isWhitespace }
    let afterName = indent.utf8.count + 1 + name.utf8.count
    guard afterName < text.utf8.count else {
      let names = ShellCommand.all.filter { $0.name.hasPrefix(name) }
      let found = names.map {
        CompletionList.Candidate(text: "." + $0.name, category: "command", detail: $0.summary)
      }
      return CompletionList(text, from: indent.utf8.count, found)
    }
    guard case .success(let command) = ShellCommand.find(String(name)) else {
      return CompletionList(text, from: text.utf8.count, [])
    }
    let rest = text.utf8.dropFirst(afterName).drop { $0 == 32 }
    return argument(of: command, in: text, from: text.utf8.count - rest.count)
  }

  private func argument(
    of command: ShellCommand,
    in text: String,
    from start: Int
  ) -> CompletionList {
    let typed = String(decoding: text.utf8.dropFirst(start), as: UTF8.self)
    func choose(_ words: [(String, String?)], _ category: String) -> [CompletionList.Candidate] {
      words.filter { $0.0.lowercased().hasPrefix(typed.lowercased()) }
        .map { CompletionList.Candidate(text: $0.0, category: category, detail: $0.1) }
    }
    func choose(_ words: [String], _ category: String) -> CompletionList {
      CompletionList(text, from: start, choose(words.map { ($0, nil) }, category))
    }
    switch command.action {
    case .stage, .chart, .watch: return statement(text, skipping: start)
    case .describe: return names(text, typed: typed, skipping: start)
    case .mode: return choose(ResultFormat.allCases.map(\.rawValue), "format")
    case .timer, .pager: return choose(["on", "off"], "setting")
    case .limit: return choose(["off"], "setting")
    case .history: return choose(["all"], "setting")
    case .lesson: return choose(Lesson.all.indices.map { "\($0 + 1)" }, "lesson")
    case .read, .output, .save, .snapshot, .graph:
      return CompletionList(
        text, from: start,
        fileNames(typed).map {
          CompletionList.Candidate(text: $0, category: "file", detail: nil)
        })
    case .questions, .ask:
      let clauses = Set(engine.questions.flatMap(\.clauses))
      var ordered = engine
      let groups = ordered.questions(about: "").compactMap { group in
        group.clause.flatMap { clauses.contains($0) ? ($0, group.title) : nil }
      }
      return CompletionList(
        text, from: start,
        choose(groups, "clause")
          + (command.action == .ask
            ? choose(engine.questions.map { ($0.name, nil) }, "question") : []))
    case .library:
      return choose(BuiltInLibrary.all.flatMap(\.names), "library")
    case .help:
      let topics = HelpTopic.all.flatMap { topic in topic.words.map { ($0, topic.summary) } }
      let commands = ShellCommand.all.map { ($0.name, $0.summary) }
      return CompletionList(
        text, from: start, choose(topics, "topic") + choose(commands, "command"))
    case .schema:
      return choose(named.map(\.singular), "kind")
    case .recover: return choose(["drop"], "setting")
    case .why, .edit, .undo, .quit: return CompletionList(text, from: start, [])
    }
  }

  /// What a `use` or `load` can name, once its quote has been opened: libraries and
  /// scripts, or files; behind `in` the encodings.
  private func files(_ text: String) -> CompletionList? {
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    if parts.count == 4, parts[0].hasPrefix("load "), parts[2].split(separator: " ") == ["in"] {
      let typed = String(parts[3])
      let found = TextEncoding.allCases.map(\.rawValue).filter { $0.hasPrefix(typed) }
      return CompletionList(
        text, from: text.utf8.count - typed.utf8.count - 1,
        found.map { CompletionList.Candidate(text: "\"\($0)\"", category: "encoding", detail: nil) }
      )
    }
    guard parts.count == 2 else { return nil }
    let words = parts[0].split(separator: " ")
    let typed = String(parts[1])
    if words.first == "load", words.last == "from" {
      return CompletionList(
        text, from: text.utf8.count - typed.utf8.count - 1,
        fileNames(typed).map {
          CompletionList.Candidate(
            text: $0.hasSuffix("/") ? "\"\($0)" : "\"\($0)\"", category: "file", detail: nil)
        })
    }
    guard words == ["use"] else { return nil }
    let libraries = BuiltInLibrary.all.flatMap(\.names).filter { $0.hasPrefix(typed) }
    let files = fileNames(typed).filter { $0.hasSuffix("/") || $0.hasSuffix(".remit") }
    let found =
      libraries.map { ("\"\($0)\"", "library") }
      + files.map { ($0.hasSuffix("/") ? "\"\($0)" : "\"\($0)\"", "file") }
    return CompletionList(
      text, from: text.utf8.count - typed.utf8.count - 1,
      found.map { CompletionList.Candidate(text: $0.0, category: $0.1, detail: nil) })
  }

  private func statement(_ text: String, skipping start: Int) -> CompletionList {
    let statement = String(decoding: text.utf8.dropFirst(start), as: UTF8.self)
    let found = engine.completions(for: statement)
    let candidates = found.completions.map {
      CompletionList.Candidate(
        text: $0.text, category: $0.category == "keyword" ? "word" : $0.category,
        detail: $0.detail ?? HelpTopic.summary(of: $0.text),
        group: $0.kind ?? Completer.title(of: $0.purpose), base: $0.base)
    }
    return CompletionList(text, from: start + found.range.start, candidates, more: found.more)
  }

  /// The kinds of what has a name of its own.
  private var named: [Kind] { engine.schema.kinds.filter { !$0.isRecord && !$0.isTable } }

  /// What names one thing: its name, which a kind may stand before. Where nothing is typed
  /// there are only the kinds, for the names of all things would show none of most.
  private func names(_ text: String, typed: String, skipping start: Int) -> CompletionList {
    // What can be removed is a thing, named whatever its kind.
    let before = "remove "
    let found = engine.completions(for: before + typed)
    let kinds = Set(named.map(\.singular))
    let candidates = found.completions.filter { completion in
      completion.category == "name"
        ? !typed.isEmpty : completion.category == "kind" && kinds.contains(completion.text)
    }
    return CompletionList(
      text, from: start + max(0, found.range.start - before.utf8.count),
      candidates.map {
        CompletionList.Candidate(
          text: $0.text, category: $0.category, detail: $0.detail, group: $0.kind, base: $0.base)
      },
      more: typed.isEmpty ? 0 : found.more)
  }

  private static func title(of purpose: Completion.Purpose) -> String {
    switch purpose {
    case .thing: "things"
    case .narrow: "narrow it"
    case .link: "link it"
    case .count: "count it"
    case .time: "say when"
    case .value: "values"
    case .join: "go on"
    case .finish: "finish it"
    case .tell: "tell it"
    case .name: "names"
    }
  }
}
