// SPDX-License-Identifier: Apache-2.0

import Remit

/// What Tab can put in, and where.
public struct CompletionList {
  /// What was typed up to the cursor.
  public let text: String
  /// The UTF-8 offset in ``text`` from which it is replaced.
  public let start: Int
  /// What can stand there.
  public let candidates: [Candidate]

  /// Something that can be put in.
  public struct Candidate: Equatable {
    /// What is put in, in quotes if it must be.
    public let text: String
    /// What it is, in a word.
    public let category: String
    /// More about it, if there is more.
    public let detail: String?
  }

  /// Makes a list.
  ///
  /// - Parameters:
  ///   - text: What was typed up to the cursor.
  ///   - start: The UTF-8 offset from which it is replaced.
  ///   - candidates: What can stand there.
  public init(_ text: String, from start: Int, _ candidates: [Candidate]) {
    self.text = text
    self.start = min(max(0, start), text.utf8.count)
    self.candidates = candidates
  }

  /// The part of the text that stays.
  public var head: String { String(decoding: text.utf8.prefix(start), as: UTF8.self) }
  /// The part of the text that is replaced.
  public var typed: String { String(decoding: text.utf8.dropFirst(start), as: UTF8.self) }

  /// What the text becomes now: the only candidate, or as far as all agree.
  ///
  /// Nothing typed is ever lost: when the candidates do not continue it letter
  /// for letter (a quoted name, say), it stays until one candidate remains.
  public var replacement: String {
    // What continues the letters typed comes before what only sounds like them.
    let continuing = candidates.filter { $0.text.hasPrefix(typed) }
    let chosen = continuing.isEmpty ? candidates : continuing
    guard let first = chosen.first?.text else { return text }
    if candidates.count == 1 { return head + first }
    let common = chosen.dropFirst().reduce(first) { common, candidate in
      String(zip(common, candidate.text).prefix { $0 == $1 }.map(\.0))
    }
    return common.lowercased().hasPrefix(typed.lowercased()) ? head + common : text
  }

  /// The most candidates listed.
  private static let limit = 100
  /// Up to how many candidates each gets its own line with what is known of it.
  private static let detailLimit = 12

  /// Lists the candidates by category, for a second Tab.
  ///
  ///     word  and  or  who  with
  ///     kind  control  controls
  ///
  /// - Parameter width: The columns of the terminal.
  /// - Returns: Lines of safe text, each ended by a line feed.
  public func listing(width: Int) -> String {
    var categories: [String] = []
    for candidate in candidates where !categories.contains(candidate.category) {
      categories.append(candidate.category)
    }
    let groups = Self.capped(
      categories.map { category in
        candidates.filter { $0.category == category }
      }
    )
    let margin = (categories.map(DisplayWidth.of).max() ?? 0) + 2
    var text = ""
    for (category, group) in zip(categories, groups) {
      var label = Sanitizer.line(category)
      for line in lines(of: group, width: max(8, width - margin - 1)) {
        text += label + String(repeating: " ", count: max(0, margin - DisplayWidth.of(label)))
        text += line + "\n"
        label = ""
      }
    }
    let more = candidates.count - groups.reduce(0) { $0 + $1.count }
    return more > 0 ? text + "\(more) more\n" : text
  }

  /// Takes from the largest groups until all together are within the limit, so
  /// that a hundred names do not hide the few words.
  private static func capped(_ groups: [[Candidate]]) -> [[Candidate]] {
    var cap = limit
    while cap > 1, groups.reduce(0, { $0 + min($1.count, cap) }) > limit { cap -= 1 }
    return groups.map { Array($0.prefix(cap)) }
  }

  /// The candidates of one category, filled into lines or one per line.
  private func lines(of group: [Candidate], width: Int) -> [String] {
    if candidates.count <= Self.detailLimit, group.contains(where: { $0.detail != nil }) {
      return group.map { candidate in
        let detail = candidate.detail.map { "  " + $0 } ?? ""
        return TableRenderer.shorten(Sanitizer.line(candidate.text + detail), to: width)
      }
    }
    let words = group.map { TableRenderer.shorten(Sanitizer.line($0.text), to: width) }
    return TextFlow.fill(words, separator: "  ", width: width)
  }
}
