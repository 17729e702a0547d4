// SPDX-License-Identifier: Apache-2.0

import Remit

/// A dot-command of the prompt: what the shell does, apart from the language.
///
/// One table holds them all; `.help` prints it, completion offers it, and the
/// tests run each example. To add a command, add a row and its case below.
struct ShellCommand {
  /// The name after the dot.
  let name: String
  /// What may follow, as `.help` shows it.
  let argument: String
  /// What it does, in a clause.
  let summary: String
  /// A use of it that runs.
  let example: String
  /// What it does.
  let action: Action

  /// What a command does.
  enum Action: Equatable {
    case help, lesson, schema, questions, ask, describe, stage(Stage), why, graph, library, mode,
      limit, pager, timer, chart, watch, read, output, save, snapshot, history, edit, undo, recover,
      quit
  }

  /// The commands in the order of `.help`.
  static let all: [ShellCommand] = [
    ShellCommand(
      name: "help",
      argument: "[WORD]",
      summary: "this list, or what a word or command does",
      example: ".help every",
      action: .help
    ),
    ShellCommand(
      name: "lesson",
      argument: "[N]",
      summary: "ten short lessons in asking",
      example: ".lesson 1",
      action: .lesson
    ),
    ShellCommand(
      name: "schema",
      argument: "[WORD]",
      summary: "the words of the model, or of one kind",
      example: ".schema control",
      action: .schema
    ),
    ShellCommand(
      name: "questions",
      argument: "[CLAUSE]",
      summary: "the questions that have a name, by clause",
      example: ".questions A.5.2",
      action: .questions
    ),
    ShellCommand(
      name: "ask",
      argument: "CLAUSE",
      summary: "asks the questions of a clause, or those with a word",
      example: ".ask A.5.2",
      action: .ask
    ),
    ShellCommand(
      name: "describe",
      argument: "NAME",
      summary: "all that is known of one thing, on a page",
      example: ".describe \"Ann Li\"",
      action: .describe
    ),
    ShellCommand(
      name: "reading",
      argument: "QUERY",
      summary: "how a question is read, in brackets",
      example: ".reading controls with no competent owner",
      action: .stage(.reading)
    ),
    ShellCommand(
      name: "logic",
      argument: "QUERY",
      summary: "a question as a formula of first-order logic",
      example: ".logic controls with no competent owner",
      action: .stage(.logic)
    ),
    ShellCommand(
      name: "plan",
      argument: "QUERY",
      summary: "the steps that answer a question",
      example: ".plan controls with no competent owner",
      action: .stage(.plan)
    ),
    ShellCommand(
      name: "explain",
      argument: "QUERY",
      summary: "the steps in words, with how many rows each makes",
      example: ".explain controls with no competent owner",
      action: .stage(.explain)
    ),
    ShellCommand(
      name: "tokens",
      argument: "QUERY",
      summary: "the words a question is cut into",
      example: ".tokens controls with no owner",
      action: .stage(.tokens)
    ),
    ShellCommand(
      name: "tree",
      argument: "QUERY",
      summary: "the syntax tree of a question",
      example: ".tree controls with no owner",
      action: .stage(.tree)
    ),
    ShellCommand(
      name: "bound",
      argument: "QUERY",
      summary: "a question with each name and word resolved",
      example: ".bound controls with no owner",
      action: .stage(.bound)
    ),
    ShellCommand(
      name: "why",
      argument: "N|not NAME",
      summary: "why row N is in the last answer, or a name is not",
      example: ".why 1",
      action: .why
    ),
    ShellCommand(
      name: "graph",
      argument: "[FILE[!]]",
      summary: "draws the last answer; FILE is .svg .png .pdf .dot .mmd",
      example: ".graph",
      action: .graph
    ),
    ShellCommand(
      name: "chart",
      argument: "[QUERY]",
      summary: "the numbers of the last answer, or of a question, as bars",
      example: ".chart number of people per department",
      action: .chart
    ),
    ShellCommand(
      name: "watch",
      argument: "[QUERY]",
      summary: "ask again when a file changes; what entered, what left",
      example: ".watch controls with no competent owner",
      action: .watch
    ),
    ShellCommand(
      name: "library",
      argument: "[NAME]",
      summary: "the libraries that come with Remit, or the text of one",
      example: ".library iso27001/model",
      action: .library
    ),
    ShellCommand(
      name: "mode",
      argument: "[FORMAT]",
      summary: "how answers are written, see .help mode",
      example: ".mode table",
      action: .mode
    ),
    ShellCommand(
      name: "limit",
      argument: "[N|off]",
      summary: "the most rows a table shows",
      example: ".limit 100",
      action: .limit
    ),
    ShellCommand(
      name: "pager",
      argument: "[on|off]",
      summary: "show what is longer than the screen page by page",
      example: ".pager off",
      action: .pager
    ),
    ShellCommand(
      name: "timer",
      argument: "[on|off]",
      summary: "show how long each answer took, and on what",
      example: ".timer off",
      action: .timer
    ),
    ShellCommand(
      name: "read",
      argument: "FILE",
      summary: "run the statements of a file",
      example: ".read questions/audit.remit",
      action: .read
    ),
    ShellCommand(
      name: "output",
      argument: "[FILE[!]]",
      summary: "write answers to a file from now on; alone: no longer",
      example: ".output answers.csv",
      action: .output
    ),
    ShellCommand(
      name: "save",
      argument: "FILE[!]",
      summary: "write the model and the facts; ! replaces a file",
      example: ".save register.remit",
      action: .save
    ),
    ShellCommand(
      name: "snapshot",
      argument: "FILE[!]",
      summary: "the same as a file that 'remit FILE' opens at once",
      example: ".snapshot register.snapshot",
      action: .snapshot
    ),
    ShellCommand(
      name: "history",
      argument: "[WORD|all]",
      summary: "what was entered, the last 20 or those with a word",
      example: ".history owner",
      action: .history
    ),
    ShellCommand(
      name: "edit",
      argument: "[N]",
      summary: "change the last statement, or entry N, in your editor",
      example: ".edit",
      action: .edit
    ),
    ShellCommand(
      name: "undo",
      argument: "",
      summary: "takes the last change of the model or the facts back",
      example: ".undo",
      action: .undo
    ),
    ShellCommand(
      name: "recover",
      argument: "[drop]",
      summary: "puts in what was not saved the last time",
      example: ".recover",
      action: .recover
    ),
    ShellCommand(
      name: "quit",
      argument: "",
      summary: "leave; Ctrl-D does the same",
      example: ".quit",
      action: .quit
    ),
    ShellCommand(
      name: "exit",
      argument: "",
      summary: "the same as .quit",
      example: ".exit",
      action: .quit
    ),
  ]

  /// How it is written.
  var usage: String { "." + name + (argument.isEmpty ? "" : " " + argument) }

  /// What commands are for, as `.help` groups them.
  enum Group: String, CaseIterable {
    case learning = "to learn"
    case asking = "to ask"
    case understanding = "to understand an answer"
    case showing = "to show and to write out"
    case changing = "to change"
    case leaving = "to leave"
  }

  /// What it is for.
  var group: Group {
    switch action {
    case .help, .lesson, .schema, .library: .learning
    case .questions, .ask, .describe, .why, .graph, .watch, .history, .edit: .asking
    case .stage: .understanding
    case .mode, .limit, .pager, .timer, .chart, .output: .showing
    case .read, .save, .snapshot, .undo, .recover: .changing
    case .quit: .leaving
    }
  }

  /// Whether it reads or writes files, or starts another program.
  func reachesOut(with argument: String) -> Bool {
    switch action {
    case .read, .output, .save, .snapshot, .edit: true
    case .graph: !argument.isEmpty
    default: false
    }
  }

  /// Whether a line is meant as a dot-command; no statement begins with a dot.
  static func isCommand(_ text: String) -> Bool {
    let trimmed = text.drop(while: \.isWhitespace)
    guard trimmed.first == "." else { return false }
    return trimmed.dropFirst().first.map { $0.isLetter || $0.isWhitespace } ?? true
  }

  /// The command's name and what follows it.
  static func parts(of line: String) -> (name: String, argument: String) {
    let trimmed = line.drop(while: \.isWhitespace).dropFirst()
    let name = trimmed.prefix { !$0.isWhitespace }
    let rest = trimmed.dropFirst(name.count).drop { $0.isWhitespace }
    let end = rest.lastIndex { !$0.isWhitespace }.map(rest.index(after:)) ?? rest.startIndex
    return (String(name), String(rest[..<end]))
  }

  /// Finds the command a name or an unambiguous beginning of it means.
  ///
  /// - Returns: The command, or the sentence that says why there is none.
  static func find(_ name: String) -> Result<ShellCommand, Problem> {
    // Who types one of these letters wants to leave, or help, as everywhere.
    let name = ["q": "quit", "h": "help"][name] ?? name
    if let command = all.first(where: { $0.name == name }) { return .success(command) }
    let starting = name.isEmpty ? [] : all.filter { $0.name.hasPrefix(name) }
    if starting.count == 1 { return .success(starting[0]) }
    if starting.count > 1 {
      let names = starting.map { "." + $0.name }.joined(separator: ", ")
      return .failure(Problem("'.\(name)' could be \(names)"))
    }
    guard let nearest = nearest(to: name, among: all.map(\.name)) else {
      return .failure(Problem("there is no command '.\(name)'; .help lists the commands"))
    }
    return .failure(Problem("there is no command '.\(name)'; did you mean '.\(nearest)'?"))
  }

  /// What to say of a statement that cannot be read because it is a command without its
  /// dot: `help`, `quit`.
  static func hint(for source: SourceText, _ error: QueryError) -> String? {
    let text = source.string.trimmingLineBreaks
    let end = text.firstIndex(where: \.isWhitespace) ?? text.endIndex
    let word = text[..<end].lowercased()
    // A question that begins with such a word may be wrong further on.
    let isRead = error.diagnostics.first.map { $0.range.start >= word.utf8.count } ?? true
    guard !isRead || word == "?" else { return nil }
    let name =
      ["?": "help", "q": "quit", "bye": "quit", "\\q": "quit", "\\d": "schema"][word] ?? word
    guard all.contains(where: { $0.name == name }) else { return nil }
    return "a command begins with a dot; write: .\(name)\(text[end...])"
  }

  /// A sentence about a command that cannot be run.
  struct Problem: Error {
    let sentence: String
    init(_ sentence: String) { self.sentence = sentence }
  }

  /// The candidate with the fewest letters added or left out, if they are few.
  static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased())
    let distances = candidates.map { ($0, Array($0).difference(from: letters).count) }
    guard let best = distances.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 <= (letters.count <= 3 ? 1 : 2) ? best.0 : nil
  }
}
