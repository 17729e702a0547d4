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
  /// How many more there are.
  public let more: Int

  /// Something that can be put in.
  public struct Candidate: Equatable {
    /// What is put in, in quotes if it must be.
    public let text: String
    /// What it is, in a word.
    public let category: String
    /// More about it, if there is more.
    public let detail: String?
    /// What it is listed under: what it does, or the kind of the things named.
    public let group: String
    /// The word it is a form of; forms of one word are listed together.
    public let base: String?

    /// Makes a candidate, listed under what it is unless told otherwise.
    init(
      text: String, category: String, detail: String?, group: String? = nil, base: String? = nil
    ) {
      self.text = text
      self.category = category
      self.detail = detail
      self.group = group ?? category
      self.base = base
    }
  }

  /// Makes a list.
  ///
  /// - Parameters:
  ///   - text: What was typed up to the cursor.
  ///   - start: The UTF-8 offset from which it is replaced.
  ///   - candidates: What can stand there.
  ///   - more: How many more there are.
  public init(_ text: String, from start: Int, _ candidates: [Candidate], more: Int = 0) {
    self.text = text
    self.start = min(max(0, start), text.utf8.count)
    self.candidates = candidates
    self.more = more
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
    let bare = CompletionList.bare(typed)
    let continuing = candidates.filter {
      $0.text.hasPrefix(typed) || CompletionList.bare($0.text).hasPrefix(bare)
    }
    let chosen = continuing.isEmpty ? candidates : continuing
    guard let first = chosen.first?.text else { return text }
    if candidates.count == 1 { return head + first }
    let common = chosen.dropFirst().reduce(first) { common, candidate in
      String(zip(common, candidate.text).prefix { $0 == $1 }.map(\.0))
    }
    return common.lowercased().hasPrefix(typed.lowercased()) ? head + common : text
  }

  /// A name without the quote before it.
  private static func bare(_ text: String) -> Substring {
    text.first == "\"" ? text.dropFirst() : text[...]
  }

  /// What the text becomes, for a cursor with more of the statement behind it.
  ///
  /// - Parameter rest: The text behind the cursor. If the completion goes on with the
  ///   letters that stand there, they are a part of it; a blank goes behind the only
  ///   candidate.
  /// - Returns: The change, and where the cursor stands behind it.
  package func change(before rest: String) -> (change: EditedText.Change, cursor: Int) {
    var new = String(decoding: replacement.utf8.dropFirst(start), as: UTF8.self)
    var end = text.utf8.count
    var behind = rest[...]
    let word = rest.prefix { !$0.isWhitespace && !"(),".contains($0) }
    if !word.isEmpty, new.utf8.count > typed.utf8.count, new.dropFirst(typed.count).hasPrefix(word)
    {
      end += word.utf8.count
      behind = rest.dropFirst(word.count)
    }
    guard candidates.count == 1, !new.hasSuffix("/") else {
      return (EditedText.Change(range: start..<end, replacement: new), start + new.utf8.count)
    }
    var passed = 0
    if behind.first == " " {
      passed = 1
    } else if behind.first.map({ $0.isLetter || $0.isNumber }) ?? true {
      new += " "
    }
    return (
      EditedText.Change(range: start..<end, replacement: new), start + new.utf8.count + passed
    )
  }
}
