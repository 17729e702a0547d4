// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Makes a report of what the statements of a script do, one after the other.
///
/// - The first heading, where nothing stands before it, is the title. Every other
///   begins a section, and one inside `for each` a section inside that.
/// - A text that ends with a colon is the caption of what comes next.
/// - Single numbers that follow one another stand side by side, and so do checks.
/// - What a check finds is marked in the tables that come after it in the section,
///   if they begin with the same column.
public struct ReportBuilder: Sendable {
  /// The report so far.
  public private(set) var report: Report
  /// The open headings: how many `for each` each stands in, and its level.
  private var open: [(depth: Int, level: Int)] = []
  private var hasTitle = false
  private var caption: String?
  /// By column and cell, the checks of the section that found it.
  private var findings: [Cell: [String]] = [:]

  private struct Cell: Hashable {
    let column: String
    let value: Value
  }

  /// Makes a builder.
  ///
  /// - Parameters:
  ///   - title: What the report is called if its script does not say.
  ///   - day: The day it is about.
  public init(title: String, day: Day) { report = Report(title: title, day: day) }

  /// Adds what one statement of the script did.
  public mutating func add(_ outcomes: [Outcome]) {
    // What follows a loop does not belong to the last of its things.
    open.removeAll { $0.depth > 0 }
    for outcome in outcomes { add(outcome) }
  }

  /// Ends the report.
  public mutating func finish() { placeCaption() }

  private mutating func add(_ outcome: Outcome) {
    switch outcome {
    case .done, .wrote: break
    case .heading(let text, let depth): begin(text, depth)
    case .text(let text): add(text)
    case .answer(let result):
      let answer = Report.Answer(
        caption: take(), result: result, findings: findings(in: result))
      note(result.question)
      if answer.figure != nil {
        join(.figures([answer]))
      } else {
        place(.answer(answer))
      }
    case .proof(let proof): place(.proof(proof, caption: take()))
    case .check(let check):
      placeCaption()
      note(check)
      join(.checks([check]))
    case .expectation(let result):
      placeCaption()
      place(.expectation(result))
    }
  }

  // MARK: Sections

  private mutating func begin(_ title: String, _ depth: Int) {
    placeCaption()
    findings = [:]
    if !hasTitle, depth == 0, report.body.isEmpty {
      report.body.title = title
      hasTitle = true
      return
    }
    open.removeAll { $0.depth >= depth }
    let level = (open.last?.level ?? 0) + 1
    open.append((depth, level))
    var section = Report.Section(title: title)
    section.isRepeated = depth > 0
    report.body.change(at: level - 1) { $0.parts.append(.section(section)) }
  }

  private var level: Int { open.last?.level ?? 0 }

  private mutating func place(_ block: Report.Block) {
    report.body.change(at: level) { $0.parts.append(.block(block)) }
  }

  /// Adds to the last block if that is of the same sort.
  private mutating func join(_ block: Report.Block) {
    report.body.change(at: level) { section in
      switch (section.parts.last, block) {
      case (.block(.figures(let before)), .figures(let more)):
        section.parts[section.parts.count - 1] = .block(.figures(before + more))
      case (.block(.checks(let before)), .checks(let more)):
        section.parts[section.parts.count - 1] = .block(.checks(before + more))
      default: section.parts.append(.block(block))
      }
    }
  }

  /// Notes a question that is asked for each of many, where the many are.
  private mutating func note(_ question: String) {
    guard let loop = open.firstIndex(where: { $0.depth > 0 }), !question.isEmpty else { return }
    report.body.change(at: loop > 0 ? open[loop - 1].level : 0) { section in
      if !section.asked.contains(question) { section.asked.append(question) }
    }
  }

  // MARK: Texts

  private mutating func add(_ text: String) {
    placeCaption()
    // A value that is not known leaves nothing to be said.
    if text.isEmpty { return }
    if text.hasSuffix(":") {
      caption = String(text.dropLast())
    } else {
      place(.paragraph(text))
    }
  }

  private mutating func take() -> String? {
    defer { caption = nil }
    return caption
  }

  /// Places a caption that nothing came behind.
  private mutating func placeCaption() {
    if let text = take() { place(.paragraph(text + ":")) }
  }

  // MARK: Findings

  private mutating func note(_ check: CheckResult) {
    guard check.outcome == .failed, let column = check.offenders.columns.first else { return }
    for row in check.offenders.rows {
      guard let value = row.first ?? nil else { continue }
      let cell = Cell(column: column.title, value: value)
      if findings[cell]?.contains(check.name) != true {
        findings[cell, default: []].append(check.name)
      }
    }
  }

  private func findings(in result: QueryResult) -> [Int: [String]] {
    guard !findings.isEmpty, let column = result.columns.first else { return [:] }
    var found: [Int: [String]] = [:]
    for row in 0..<result.rowCount {
      guard let value = result.row(row).first ?? nil else { continue }
      found[row] = findings[Cell(column: column.title, value: value)]
    }
    return found
  }
}

extension Report.Section {
  /// Changes the last section of a level, itself being level 0.
  fileprivate mutating func change(at level: Int, _ body: (inout Report.Section) -> Void) {
    let last = parts.lastIndex { if case .section = $0 { true } else { false } }
    guard level > 0, let last, case .section(var inner) = parts[last] else {
      body(&self)
      return
    }
    inner.change(at: level - 1, body)
    parts[last] = .section(inner)
  }
}
