// SPDX-License-Identifier: Apache-2.0

public import Remit

/// A document made of what the statements of a script did.
///
/// It says what stands where, and nothing of how it looks: an HTML page and a
/// Markdown text are written from the same report.
///
/// - SeeAlso: ``ReportBuilder``, which makes one.
public struct Report: Sendable {
  /// The day it is about.
  public var day: Day
  /// All of it: the title, what stands before the first section, the sections.
  public var body: Section

  /// Makes a report with nothing in it.
  ///
  /// - Parameters:
  ///   - title: What it is called where its script does not say.
  ///   - day: The day it is about.
  public init(title: String, day: Day) {
    self.day = day
    body = Section(title: title)
  }

  /// A heading and what stands below it.
  public struct Section: Sendable {
    /// The heading.
    public var title: String
    /// What stands below it, in order.
    public var parts: [Part] = []
    /// Whether it is one of many alike, made by `for each`.
    public var isRepeated = false
    /// What was asked for each of the many alike inside, each question once.
    public var asked: [String] = []

    /// Makes a section with nothing in it.
    public init(title: String) { self.title = title }

    /// Whether there is nothing below the heading.
    public var isEmpty: Bool { parts.isEmpty }

    /// The pieces that stand in no section inside.
    public var blocks: [Block] {
      parts.compactMap { if case .block(let block) = $0 { block } else { nil } }
    }

    /// The sections inside.
    public var sections: [Section] {
      parts.compactMap { if case .section(let section) = $0 { section } else { nil } }
    }
  }

  /// What stands in a section.
  public enum Part: Sendable {
    /// A piece.
    case block(Block)
    /// A section inside.
    case section(Section)
  }

  /// A piece of a section.
  public enum Block: Sendable {
    /// What `print` says.
    case paragraph(String)
    /// Single numbers that stand side by side.
    case figures([Answer])
    /// An answer.
    case answer(Answer)
    /// What `why` says.
    case proof(Proof, caption: String?)
    /// Checks that were made one after the other.
    case checks([CheckResult])
    /// An answer beside the rows it should have.
    case expectation(ExpectationResult)
  }

  /// An answer with what a reader has to know of it.
  public struct Answer: Sendable {
    /// What stands above it; `nil` where the script does not say.
    public var caption: String?
    /// The answer.
    public var result: QueryResult
    /// By row, the names of the checks of this section that found what the row
    /// is about.
    public var findings: [Int: [String]] = [:]
  }

  /// The files that the answers and checks are from, in order.
  public var sources: [String] {
    var files: Set<String> = []
    collect(body, into: &files)
    return files.sorted()
  }

  /// The files that some answers are from.
  static func sources(of answers: [Answer]) -> [String] {
    Set(answers.flatMap(\.result.sources)).sorted()
  }

  /// What the names of all files begin with: the folder they lie in.
  var folder: String {
    let sources = sources
    guard
      var folder = sources.first?.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    else { return "" }
    for source in sources {
      let parts = source.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      folder = folder.prefix(zip(folder, parts).prefix { $0 == $1 }.count)
    }
    return folder.map { $0 + "/" }.joined()
  }

  private func collect(_ section: Section, into files: inout Set<String>) {
    for block in section.blocks {
      switch block {
      case .answer(let answer): files.formUnion(answer.result.sources)
      case .figures(let answers): for one in answers { files.formUnion(one.result.sources) }
      case .checks(let checks): for check in checks { files.formUnion(check.sources) }
      case .paragraph, .proof, .expectation: break
      }
    }
    for inner in section.sections { collect(inner, into: &files) }
  }
}

/// How the files of a report are named in it.
struct SourceNames {
  private let folder: String

  init(_ report: Report) { folder = report.folder }

  /// A file without the folder that all lie in.
  func short(_ file: String) -> String {
    String(file.dropFirst(file.hasPrefix(folder) ? folder.count : 0))
  }

  /// A line of a proof, in which files stand in square brackets.
  func short(inProof line: String) -> String {
    folder.isEmpty ? line : line.replacing("[\(folder)", with: "[")
  }
}

extension Report.Answer {
  /// What stands above it: the caption, or else the question.
  var heading: String {
    if let caption { return caption }
    let phrase = result.question.components(before: ", showing ")
    return phrase.prefix(1).uppercased() + phrase.dropFirst()
  }

  /// The number, if it is a single one.
  var figure: String? {
    guard result.form == .measure(keys: 0), result.rowCount == 1 else { return nil }
    let value = result.row(0).last ?? nil
    let unit = result.columns.last?.title == "percent" ? " %" : ""
    return value.map { $0.description + unit } ?? "unknown"
  }
}

extension String {
  /// What stands before a text, or all where it does not occur.
  fileprivate func components(before text: String) -> String {
    firstRange(of: text).map { String(self[..<$0.lowerBound]) } ?? self
  }
}

/// A form a report can be written in.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// One HTML page that needs nothing else.
  case html
  /// A Markdown text.
  case markdown

  /// The format that a file's name asks for.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "html", "htm": self = .html
    case "md", "markdown": self = .markdown
    default: return nil
    }
  }

  /// Writes a report.
  public func render(_ report: Report) -> String {
    switch self {
    case .html: HTMLReportWriter(report: report).render()
    case .markdown: MarkdownDocumentWriter(report: report).render()
    }
  }
}
