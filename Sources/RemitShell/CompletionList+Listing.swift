// SPDX-License-Identifier: Apache-2.0

import Remit

/// How candidates are listed below the statement.
extension CompletionList {
  /// The most candidates listed.
  private static let limit = 100
  /// The columns of what is known of a candidate, and the least that tell something.
  private static let detailWidth = 12...48

  /// Lists the candidates by what they do.
  ///
  ///     things     people   kind: 150
  ///                controls kind: 93
  ///     narrow it  active   adjective: a person p is active
  ///
  /// If there is not room enough to say what is known of each, only the words are listed,
  /// with the forms of one word as one: `owner(s)`.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal.
  ///   - height: Its rows: details are shown if they leave some for the statement.
  ///   - isStyled: Whether what is known of a candidate looks other than the candidate.
  /// - Returns: Lines of safe text, each ended by a line feed.
  public func listing(width: Int, height: Int = 24, isStyled: Bool = false) -> String {
    var names: [String] = []
    for candidate in candidates where !names.contains(candidate.group) {
      names.append(candidate.group)
    }
    let isStart = text.allSatisfy(\.isWhitespace)
    let groups = Self.capped(
      names.map { name in candidates.filter { $0.group == name } }, hidesNames: isStart)
    names = zip(names, groups).filter { !$1.isEmpty }.map(\.0)
    let margin = (names.map(DisplayWidth.of).max() ?? 0) + 2
    let room = max(8, width - margin - 1)
    // Nothing to be said of any: they are words, and stand in a line.
    let isPlain = candidates.allSatisfy { $0.note.isEmpty }
    let shown = groups.filter { !$0.isEmpty }
    var lines = shown.map { Self.detailed($0, width: room, isStyled) }
    if isPlain || candidates.count > 1 && lines.reduce(0, { $0 + $1.count }) > max(4, height - 4) {
      lines = shown.map { Self.brief($0, width: room) }
    }
    var text = ""
    for (name, lines) in zip(names, lines) {
      var label = Sanitizer.line(name)
      for line in lines {
        text += AnsiStyle.bold(label, if: isStyled && !label.isEmpty)
        text += String(repeating: " ", count: max(0, margin - DisplayWidth.of(label)))
        text += line + "\n"
        label = ""
      }
    }
    let left = candidates.count + more - shown.reduce(0) { $0 + $1.count }
    return left > 0
      ? text + "\(TableRenderer.grouped(left)) more; a letter or two narrows them\n" : text
  }

  /// Takes from the largest groups until all together are within the limit, so that a
  /// hundred names do not hide the few words; the first group may be twice as large as
  /// another, and names half as many. The forms of a word count as one.
  ///
  /// - Parameters:
  ///   - groups: The candidates by what they do.
  ///   - hidesNames: Whether names are left out beside words: with nothing typed there
  ///     are those of all things.
  /// - Returns: What is listed of each group.
  private static func capped(_ groups: [[Candidate]], hidesNames: Bool) -> [[Candidate]] {
    var cap = limit
    let hasWords = groups.contains { $0.first?.category != "name" }
    let words = groups.map(words)
    func size(_ place: Int) -> Int {
      let isNames = hasWords && groups[place].first?.category == "name"
      if isNames, hidesNames { return 0 }
      return min(words[place].count, place == 0 ? 2 * cap : isNames ? (cap + 1) / 2 : cap)
    }
    while cap > 1, groups.indices.reduce(0, { $0 + size($1) }) > limit { cap -= 1 }
    return groups.indices.map { Array(words[$0].prefix(min(limit, size($0))).joined()) }
  }

  /// The candidates of a group, the forms of a word together.
  private static func words(_ group: [Candidate]) -> [[Candidate]] {
    group.reduce(into: []) { words, candidate in
      if let base = candidate.base, words.last?.first?.base == base {
        words[words.count - 1].append(candidate)
      } else {
        words.append([candidate])
      }
    }
  }

  /// The candidates of a group with what is known of each, in as many columns as fit.
  private static func detailed(_ group: [Candidate], width: Int, _ isStyled: Bool) -> [String] {
    let texts = group.map { DisplayWidth.shorten(Sanitizer.line($0.text), to: width) }
    let details = group.map { Sanitizer.line($0.note) }
    let textWidth = texts.map(DisplayWidth.of).max() ?? 0
    let widest = min(details.map(DisplayWidth.of).max() ?? 0, detailWidth.upperBound)
    let columns = max(1, (width + 3) / (textWidth + 2 + widest + 3))
    let room = columns == 1 ? width - textWidth - 2 : widest
    let cells = zip(texts, details).map { text, detail -> (text: String, width: Int) in
      guard room >= detailWidth.lowerBound, !detail.isEmpty else {
        return (text, DisplayWidth.of(text))
      }
      let detail = DisplayWidth.shorten(detail, to: room)
      let gap = String(repeating: " ", count: textWidth - DisplayWidth.of(text) + 2)
      return (
        text + gap + AnsiStyle.dim(detail, if: isStyled), textWidth + 2 + DisplayWidth.of(detail)
      )
    }
    // Down the columns, as the words of a dictionary stand.
    let rows = (cells.count + columns - 1) / columns
    return (0..<rows).map { row in
      var (line, used) = ("", 0)
      for (column, place) in stride(from: row, to: cells.count, by: rows).enumerated() {
        let start = column * (textWidth + 2 + widest + 3)
        line += String(repeating: " ", count: max(0, start - used)) + cells[place].text
        used = start + cells[place].width
      }
      return line
    }
  }

  /// The words of a group, filled into lines.
  private static func brief(_ group: [Candidate], width: Int) -> [String] {
    var words: [String] = []
    var base: String?
    for candidate in group {
      let text = Sanitizer.line(candidate.text)
      guard let last = words.last, let own = candidate.base, own == base else {
        words.append(text)
        base = candidate.base
        continue
      }
      let ending = text.hasPrefix(last) ? String(text.dropFirst(last.count)) : ""
      words[words.count - 1] += ["s", "d", "ed"].contains(ending) ? "(\(ending))" : "/\(text)"
    }
    return TextFlow.fill(
      words.map { DisplayWidth.shorten($0, to: width) }, separator: "  ", width: width)
  }
}

extension CompletionList.Candidate {
  /// What it is and what is known of it, as far as the group does not say it.
  fileprivate var note: String {
    let isSaid = category == group || category == "name"
    if category == "name", detail == text || detail.map({ "\"\($0)\"" }) == text { return "" }
    guard let detail else { return isSaid || category == "word" ? "" : category }
    return isSaid ? detail : "\(category): \(detail)"
  }
}
