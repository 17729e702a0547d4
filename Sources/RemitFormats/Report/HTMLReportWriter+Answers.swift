// SPDX-License-Identifier: Apache-2.0

import Remit

/// Answers in HTML: what was asked for tells how they are shown.
extension HTMLReportWriter {
  func answer(_ answer: Report.Answer, isBrief: Bool) -> String {
    let result = answer.result
    let shown: String
    switch result.form {
    case _ where result.isEmpty: shown = nothing(answer, isBrief: isBrief)
    case .thing where result.rowCount == 1: shown = card(answer)
    case .things where result.columns.count == 1 && answer.findings.isEmpty: shown = list(answer)
    case .things, .thing: shown = table(answer)
    case .measure(let keys): shown = table(answer, bars: keys > 0 ? .last : .none)
    case .matrix(let left): shown = matrix(answer, left: left)
    }
    let notes = result.notes.map { "<p class=\"note\">\(HTMLText.lines($0)).</p>\n" }.joined()
    return shown + notes + (isBrief ? "" : asked([result.question], "Asked", result.sources))
  }

  // MARK: Nothing, figures, cards, lists

  private func nothing(_ answer: Report.Answer, isBrief: Bool) -> String {
    let sentence = isBrief ? "none" : answer.result.emptySentence
    return
      "<p class=\"nothing\"><strong>\(HTMLText.lines(answer.heading)):</strong> "
      + "\(HTMLText.lines(sentence))</p>\n"
  }

  func figures(_ answers: [Report.Answer], isBrief: Bool) -> String {
    let pairs = answers.map { answer in
      "<div><dt>\(HTMLText.lines(answer.heading))</dt>"
        + "<dd>\(HTMLText.lines(answer.figure ?? ""))</dd></div>"
    }
    let questions = isBrief ? [] : answers.map(\.result.question).filter { !$0.isEmpty }
    return "<dl class=\"figures\">\(pairs.joined())</dl>\n"
      + asked(questions, "Asked", Report.sources(of: answers))
  }

  private func card(_ answer: Report.Answer) -> String {
    let row = answer.result.row(0)
    let pairs = zip(answer.result.columns, row).map { column, value in
      "<div><dt>\(HTMLText.escaped(column.title))</dt><dd>\(several(value))</dd></div>"
    }
    let title = answer.caption.map { "<p class=\"caption\">\(HTMLText.lines($0))</p>\n" } ?? ""
    return title + "<dl class=\"card\">\(pairs.joined())</dl>\n"
  }

  /// A value; of several each on a line of its own.
  private func several(_ value: Value?) -> String {
    switch value {
    case nil: "<span class=\"none\">none</span>"
    case .list(let values) where values.count > 3:
      "<ul>" + values.map { "<li>\(HTMLText.lines($0.description))</li>" }.joined() + "</ul>"
    case .some(let value): HTMLText.lines(value.description)
    }
  }

  private func list(_ answer: Report.Answer) -> String {
    let shown = min(answer.result.rowCount, HTMLReportWriter.mostRows)
    let items = (0..<shown).map { row in
      "<li>\(HTMLText.lines((answer.result.row(row).first ?? nil)?.description ?? "unknown"))</li>"
    }
    let count =
      answer.result.rowCount > 5 ? " <span class=\"count\">\(answer.result.rowCount)</span>" : ""
    return
      "<p class=\"caption\">\(HTMLText.lines(answer.heading))\(count)</p>\n"
      + "<ul class=\"things\">\(items.joined())</ul>\n\(more(answer))"
  }

  private func more(_ answer: Report.Answer) -> String {
    let left = answer.result.rowCount - HTMLReportWriter.mostRows
    return left > 0 ? "<p class=\"note\">… and \(left) more.</p>\n" : ""
  }

  // MARK: Tables

  /// Which bars stand in a table.
  enum Bars {
    case none
    /// The number of the last column, as a bar.
    case last
  }

  private func table(_ answer: Report.Answer, bars: Bars = .none) -> String {
    let result = answer.result
    let heads = result.columns.map { column in
      "<th role=\"columnheader\" scope=\"col\"\(column.isNumeric ? " class=\"n\"" : "")>"
        + "\(HTMLText.escaped(column.title))</th>"
    }
    let last = result.columns.count - 1
    let rows = min(result.rowCount, HTMLReportWriter.mostRows)
    let numbers = (0..<rows).map { row in
      if case .number(let number)? = result.row(row)[last], number > 0 { number } else { 0.0 }
    }
    // Parts of a hundred are seen against the hundred.
    let isShare = result.columns.last?.title == "percent"
    let chart = HTMLChart(greatest: isShare ? 100 : numbers.max() ?? 0)
    let lines = (0..<rows).map { row in
      let cells = result.row(row).enumerated().map { place, value in
        let column = result.columns[place]
        let label = " data-label=\"\(HTMLText.escaped(column.title))\""
        let style = column.isNumeric ? " class=\"n\"" : ""
        let text = HTMLText.lines(value?.description ?? "")
        if place == 0 {
          return "<th role=\"rowheader\" scope=\"row\"\(style)\(label)>\(text)"
            + "\(flags(answer.findings[row]))</th>"
        }
        let bar = bars == .last && place == last ? chart.bar(numbers[row]) : ""
        let empty = text.isEmpty ? " class=\"empty\"" : style
        return "<td role=\"cell\"\(empty)\(label)>\(bar)\(text)</td>"
      }
      let flagged = answer.findings[row] == nil ? "" : " class=\"found\""
      return "<tr role=\"row\"\(flagged)>\(cells.joined())</tr>\n"
    }
    let kind = bars == .last ? "bars" : result.columns.count > 2 ? "rows stacks" : "rows"
    return """
      <table class="\(kind)" role="table">
      <caption>\(HTMLText.lines(answer.heading))</caption>
      <thead role="rowgroup"><tr role="row">\(heads.joined())</tr></thead>
      <tbody role="rowgroup">
      \(lines.joined())</tbody>
      </table>
      \(more(answer))
      """
  }

  /// What the checks say that found what a row is about.
  private func flags(_ names: [String]?) -> String {
    guard let names else { return "" }
    return " <span class=\"flag\">\(HTMLText.lines(names.joined(separator: ", ")))</span>"
  }

  private func matrix(_ answer: Report.Answer, left: Int) -> String {
    let result = answer.result
    let across = result.columns.dropFirst(left)
    let isNumeric = !across.isEmpty && across.allSatisfy(\.isNumeric)
    let isChart = isNumeric && across.count <= HTMLChart.mostColors
    let isNarrow = !isChart && (across.count > 6 || across.contains { $0.title.count > 12 })
    var heads = result.columns.enumerated().map { place, column in
      let swatch = isChart && place >= left ? HTMLChart.swatch(place - left) : ""
      let kind =
        place < left ? "" : isNarrow ? " class=\"up\"" : isNumeric ? " class=\"n\"" : " class=\"m\""
      return "<th scope=\"col\"\(kind)><span>\(swatch)\(HTMLText.escaped(column.title))</span></th>"
    }
    if isChart { heads.append("<td></td>") }
    let rows = min(result.rowCount, HTMLReportWriter.mostRows)
    let totals = (0..<rows).map { row in
      result.row(row).dropFirst(left).reduce(0.0) {
        if case .number(let number)? = $1, number > 0 { $0 + number } else { $0 }
      }
    }
    let chart = HTMLChart(greatest: totals.max() ?? 0)
    let lines = (0..<rows).map { row in
      var cells = result.row(row).enumerated().map { place, value in
        let text = HTMLText.lines(value?.description ?? "")
        if place == 0 {
          return "<th scope=\"row\">\(text)\(flags(answer.findings[row]))</th>"
        }
        return place < left
          ? "<td>\(text)</td>" : "<td class=\"\(isNumeric && !isNarrow ? "n" : "m")\">\(text)</td>"
      }
      if isChart {
        cells.append("<td class=\"stack\">\(chart.stack(result.row(row).dropFirst(left)))</td>")
      }
      let flagged = answer.findings[row] == nil ? "" : " class=\"found\""
      return "<tr\(flagged)>\(cells.joined())</tr>\n"
    }
    let size = across.count > 36 ? " vast" : across.count > 16 ? " wide" : ""
    let title = HTMLText.lines(answer.heading)
    return """
      <div class="scroll\(size)" role="region" aria-label="\(HTMLText.escaped(answer.heading))" tabindex="0">
      <table class="matrix">
      <caption>\(title)</caption>
      <thead><tr>\(heads.joined())</tr></thead>
      <tbody>
      \(lines.joined())</tbody>
      </table>
      </div>
      \(more(answer))
      """
  }
}
