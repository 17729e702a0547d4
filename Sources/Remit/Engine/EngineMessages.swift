// SPDX-License-Identifier: Apache-2.0

/// Every message about running statements and reading files, in one place.
enum EngineMessages {
  static func rowOfTable(_ table: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "row-of-table", "the rows of '\(table)' are those its 'let' has found", at: range)
  }

  static func letOfThings(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "let-of-several", "this may stand for several values, and 'let' names one", at: range,
      help: ["'highest', 'lowest' or 'number of' makes one of several"])
  }

  static func letOfNothing(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "let-of-nothing", "there is no value that '\(word)' could stand for", at: range)
  }

  static func letOfOther(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "let-of-other", "'let' names a set, a value or a table, and not \(what)", at: range)
  }

  static func letWithColumns(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "let-with-columns", "'let' names the things themselves, without columns", at: range,
      help: ["leave out 'showing', and ask for columns when the word is used"])
  }

  static func letOfSupposedRecords(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "let-of-supposed-records", "records that are only supposed cannot be named", at: range,
      help: ["name the things they are about, as in 'holders of …'"])
  }

  static func cancelled(at range: SourceRange) -> Diagnostic {
    Diagnostic("cancelled", "the query was cancelled", at: range)
  }

  static func limit(_ limit: ReachedLimit, at range: SourceRange) -> Diagnostic {
    let message =
      switch limit.kind {
      case .deadline: "it takes longer than \(limit.allowed) ms"
      case .textBytes:
        "a text has \(limit.used) bytes, and at most \(limit.allowed) are taken for one text"
      case .fileBytes:
        "the file has \(limit.used) bytes, and at most \(limit.allowed) are loaded"
      default: "the statement needs more than \(limit.allowed) \(limit.kind)"
      }
    return Diagnostic(
      "limit-reached", message, at: range,
      help: [.textBytes, .fileBytes].contains(limit.kind)
        ? [] : ["narrow the question, or raise the limit"])
  }

  static func eventsTooDeep(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "limit-reached", "more than \(limit) events happen within one another", at: range,
      help: ["an event must not lead back to itself for the same thing without end"])
  }

  static func noLoader(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("no-files", "'\(name)' cannot be opened: no files were granted", at: range)
  }

  static func nothingToShow(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "nothing-to-show",
      "'showing' tells what is shown of those for which one sentence does not hold",
      at: range,
      help: ["a sentence that begins with 'every', 'no' or 'there is no' is about such things"])
  }

  static func moreMistakes(_ count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "more-mistakes", "only the first \(count) statements with a mistake are told", at: range)
  }

  static func noWriter(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-writing", "'\(name)' cannot be written: no place to write was granted", at: range,
      help: ["'--allow-write FOLDER' lets a script write the files of a folder"])
  }

  static func unsavableText(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unsavable-text", "no statement can say the text '\(text)'", at: range,
      help: ["of what is not seen a text has only 'newline', 'tab' and 'cr' in a script"])
  }

  static func unsavableThing(_ thing: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unsavable-thing", "nothing tells \(thing) from others of that kind", at: range,
      help: ["a link can be written only between things with a name or a key of their own"])
  }

  static func unsavableLinks(_ relation: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unsavable-links", "no statement can say '\(relation)' of a link", at: range,
      help: ["export the answers of questions about them instead"])
  }

  static func nothingToDraw(at range: SourceRange) -> Diagnostic {
    Diagnostic("nothing-to-draw", "only what a question asks for can be drawn", at: range)
  }

  static func nothingToDescribe(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "nothing-to-describe", "only a thing can be described, by its name or a phrase for it",
      at: range, help: ["write a name, as in: .describe \"Ann Li\""])
  }

  static func notOneThing(_ count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-one-thing",
      count == 0 ? "there is no such thing" : "one thing is described, and these are \(count)",
      at: range, help: count == 0 ? [] : ["write the name of one of them"])
  }

  static func drawingOfWhy(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "drawing-of-why", "'why' has reasons, which are told and not drawn", at: range,
      help: ["draw the question whose answer it explains"])
  }

  static func drawingOfChanges(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "drawing-of-changes", "changes are about two graphs, and a drawing shows one", at: range,
      help: ["leave out 'changes in', and draw each of the two days"])
  }

  static func noSnapshot(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-snapshot", "the declarations alone would make another model", at: range,
      help: ["'save' writes the model and the facts as statements"])
  }

  static func notWritten(_ error: LoadError, at range: SourceRange) -> Diagnostic {
    Diagnostic("file-not-written", error.message, at: range)
  }

  static func notLoaded(_ error: LoadError, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "file-not-read", error.message, at: range,
      help: error.problems.map { "line \($0.line): \($0.message)" },
      edits: error.encoding.map { encoding in
        let behind = SourceRange(range.end, range.end)
        return [[Diagnostic.Edit(range: behind, replacement: " in \"\(encoding.rawValue)\"")]]
      } ?? [])
  }

  static func unknownEncoding(_ name: String, at range: SourceRange) -> Diagnostic {
    let near = TextEncoding.near(name)
    let all = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
    return Diagnostic(
      "unknown-encoding", "there is no encoding called '\(name)'", at: range,
      help: near.isEmpty ? ["there are: \(all)"] : [],
      edits: near.map { [Diagnostic.Edit(range: range, replacement: "\"\($0.rawValue)\"")] })
  }

  static func changesOfNothing(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "changes-of-nothing", "'changes in' needs something to compare with", at: range,
      help: [
        "begin with 'since DATE:' or 'suppose FACT:', as in 'since 2026-01-01: changes in …'"
      ])
  }

  static func noThingsToExplain(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "nothing-to-explain", "only a question for things has rows that can be explained", at: range)
  }

  static func changesOfWhy(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "changes-of-why", "'why' explains what is, not what changes", at: range,
      help: ["ask it as of both days"])
  }

  static func sinceWithoutChanges(
    at range: SourceRange, before subject: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "since-without-changes", "'since …:' asks what has changed, and this question asks what is",
      at: range,
      help: ["'as of DATE:' asks about another day"],
      edits: [
        [
          Diagnostic.Edit(
            range: SourceRange(subject.start, subject.start), replacement: "changes in ")
        ]
      ])
  }

  // MARK: Parameters

  static func wrongParameter(
    _ name: String, _ value: Value, _ type: ValueType, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "wrong-parameter", "the parameter '$\(name)' is \(type.phrase), and '\(value)' was given",
      at: range)
  }

  static func badDefault(
    _ text: String, of name: String, _ type: ValueType, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "wrong-parameter", "'\(text)' is no value for '$\(name)', which is \(type.phrase)", at: range)
  }

  static func missingParameter(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unknown-parameter", "there is no value for the parameter '$\(name)'", at: range,
      help: ["give it on the command line with --param \(name)=…, or here behind '='"])
  }

  static func useCycle(_ files: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "use-cycle", "the file uses itself", at: range,
      help: ["the cycle is \(files.joined(separator: " → "))"])
  }

  static func tooManyFiles(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic("too-many-files", "more than \(limit) files are used", at: range)
  }

  static func usedTooDeep(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "too-many-files", "more than \(limit) files use one another in a chain", at: range)
  }

  static func noSuchColumn(
    _ name: String, in columns: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "no-such-column", "the file has no column '\(name)'", at: range,
      help: ["its columns are \(columns.map { "'\($0)'" }.joined(separator: ", "))"],
      edits: NearestName.nearest(to: name, among: columns).map {
        [Diagnostic.Edit(range: range, replacement: "\"\($0)\"")]
      })
  }

  static func onceOfLinks(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "once-of-links", "only things have names that can stand in several rows", at: range,
      help: ["leave it out: a link that is there already is not added again"])
  }

  static func noDateForm(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-date-form", "'\(text)' does not say how days are written", at: range,
      help: [
        "D and DD are the day, M and MM the month, MMM its name, YYYY the year: as \"DD.MM.YYYY\""
      ])
  }

  /// How many words are listed for what a column may be.
  private static let mostListed = 12

  /// No column is for the end of links that `words` name, `before` or `behind` their verb.
  static func noColumnFor(
    _ words: [String], _ place: String, _ verb: String, in columns: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let ways = words.map { "'\($0)'" }.listed(most: mostListed)
    let one = words.first ?? ""
    return Diagnostic(
      "no-such-column",
      words.count == 1
        ? "no column names the \(one)" : "no column names what stands \(place) '\(verb)'",
      at: range,
      help: [
        "add 'with \(one) from \"COLUMN\"'; the columns are "
          + columns.map { "'\($0)'" }.joined(separator: ", ")
      ] + (words.count == 1 ? [] : ["it may be one of \(ways)"]))
  }

  /// A column is said to hold what there is not, where `fitting` says what there is, and
  /// `name` is the word for the names of things, if those were meant.
  static func notLoadable(
    _ word: String, of what: String, at range: SourceRange, fitting: [String] = [],
    name: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      "not-loadable", "\(what) take nothing called '\(word)'", at: range,
      help: fitting.isEmpty || name != nil ? [] : ["they take \(fitting.listed(most: mostListed))"],
      edits: name.map { [[Diagnostic.Edit(range: range, replacement: $0)]] } ?? [])
  }

  static func headingsTwice(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "headings-twice", "what the columns are called is one end of the links only", at: range,
      help: ["write for the other end which column has it: from \"COLUMN\""])
  }

  static func noMarks(_ what: WordSyntax, isKind: Bool, at range: SourceRange) -> Diagnostic {
    guard !isKind else {
      return Diagnostic(
        "no-marks", "\(what.text) are made of rows, not of what the columns are called", at: range,
        help: ["write which column it is from: from \"COLUMN\""])
    }
    let end = SourceRange(what.range.end, what.range.end)
    return Diagnostic(
      "no-marks", "nothing says which cells below the headings mean '\(what.text)'", at: range,
      help: ["the edit is for cells with an X"],
      edits: [[Diagnostic.Edit(range: end, replacement: " where \"X\"")]])
  }

  static func noHeadings(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-headings", "nothing says what the columns with the marks are called after", at: range,
      help: ["add it behind the last column, as in: role from each heading"])
  }

  static func namesNothing(
    _ word: String, by attribute: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "finds-nothing",
      "'\(word)' is filled with what the cells say: nothing is found by \(attribute)",
      at: range, edits: [[Diagnostic.Edit(range: range, replacement: "")]])
  }

  static func notFound(
    by word: String, _ kinds: String, isDeclared: Bool, texts: [String], at range: SourceRange
  ) -> Diagnostic {
    let near = NearestName.nearest(to: word, among: texts)
    return Diagnostic(
      "not-found-by",
      isDeclared
        ? "'\(word)' of \(GraphError.article(kinds)) is no text"
        : "\(GraphError.article(kinds)) has no '\(word)'", at: range,
      edits: (near.isEmpty ? Array(texts.prefix(3)) : near).map {
        [Diagnostic.Edit(range: range, replacement: $0)]
      })
  }

  static func problems(
    _ report: LoadReport, in file: String, at range: SourceRange
  ) -> Diagnostic {
    let count = report.problemCount
    var help = report.problems.map { problem in
      let column = problem.column.map { ", column '\($0)'" } ?? ""
      let nearest =
        problem.nearest.isEmpty
        ? ""
        : "; did you mean \(problem.nearest.prefix(3).map { "'\($0)'" }.joined(separator: " or "))?"
      return "\(file):\(problem.line)\(column): \(problem.message)\(nearest)"
    }
    if count > help.count { help.append("… and \(count - help.count) more") }
    for (column, forms) in report.dateForms where !forms.isEmpty {
      let written = forms.map { "as \"\($0.text)\"" }.joined(separator: " or ")
      help.append(
        "to read these days, name the column with its form: from \"\(column)\" \(written)")
    }
    if let odd = report.problems.first(where: { $0.text != nil && $0.column != nil }),
      let column = odd.column, let text = odd.text
    {
      help.append(
        "what a text of the file stands for is said behind its column: from "
          + (odd.isHeading ? LoadSyntax.headings : "\"\(column)\"")
          + " as \"\(odd.nearest.first ?? "…")\" for \"\(text)\"")
    }
    if report.isOnlyUnresolved {
      help.append("'--lenient' keeps names that nothing defines as unknown things")
    }
    return Diagnostic(
      "data-problems",
      "nothing was loaded from '\(file)': \(count) \(count == 1 ? "problem" : "problems")",
      at: range, help: help)
  }

  static func fact(_ error: GraphError, at range: SourceRange) -> Diagnostic {
    Diagnostic("impossible-fact", error.message, at: range)
  }

  static func noSuchLink(_ verb: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("no-such-link", "there is no such link to end: '\(verb)' does not hold", at: range)
  }

  static func notAFactDate(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-a-fact-date", "a fact is dated with 'since', 'until' or 'on' and one day", at: range)
  }

  static func nothingToNarrow(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "nothing-to-narrow", "'where' narrows what one sentence about every or no thing looks at",
      at: range,
      help: ["other conditions are sentences of their own, joined by ', and'"])
  }

  static func settingOfEnded(at range: SourceRange) -> Diagnostic {
    Diagnostic("setting-of-ended", "a link that ends gets no attributes", at: range)
  }

  static func badSetting(_ word: String, of what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("no-such-attribute", "\(what) have no '\(word)'", at: range)
  }

  static func secondValue(_ name: String, _ first: Value, at range: SourceRange) -> Diagnostic {
    Diagnostic("second-value", "the \(name) has been given already: \(first)", at: range)
  }

  static func badValue(
    _ text: String, of attribute: Attribute, at range: SourceRange
  ) -> Diagnostic {
    let meant =
      attribute.type == .date
      ? ForeignDate.days(text).map(\.description)
      : NearestName.nearest(to: text, among: attribute.type.choices ?? [])
    return Diagnostic(
      "wrong-type", "'\(text)' is no value of \(attribute.name), which is \(attribute.type.phrase)",
      at: range, edits: meant.map { [Diagnostic.Edit(range: range, replacement: $0)] })
  }
}
