// SPDX-License-Identifier: Apache-2.0

/// A line as it is written.
struct LaidOutLine: Hashable, Sendable {
  var indent: Int
  var text: String
  var comment: String?
  /// Whether an empty line stands before it.
  var followsBlank = false
}

/// Lays out the lines of a statement: breaks those that are too long and puts
/// the comments back where they stood.
///
/// Goes by the canonical form alone and by the words that comments follow, so
/// that laying out the result again changes nothing.
struct StatementLayout {
  /// The most columns of a line.
  static let width = 100

  private let lines: [StatementLine]
  private let tokens: [Token]
  /// The text of each token, and whether a blank stands before it.
  private let pieces: [(text: String, isSpaced: Bool)]
  /// The first token of each line.
  private let starts: [Int]

  /// Makes a layout.
  ///
  /// - Parameters:
  ///   - lines: The canonical form.
  ///   - vocabulary: The declared forms: one of several words is never broken.
  init(_ lines: [StatementLine], vocabulary: Vocabulary) {
    self.lines = lines
    let source = SourceText(lines.map(\.text).joined(separator: "\n"))
    let lexed = Lexer.lex(source, in: SourceRange(0, source.bytes.count), vocabulary: vocabulary)
    tokens = lexed.tokens.filter { $0.kind != .end }
    var pieces: [(text: String, isSpaced: Bool)] = []
    var starts: [Int] = []
    var end = 0
    var line = 1
    for (index, token) in tokens.enumerated() {
      pieces.append((source.text(in: token.range), token.range.start > end))
      while line <= source.lineCount, source.range(ofLine: line).start <= token.range.start {
        starts.append(index)
        line += 1
      }
      end = token.range.end
    }
    self.pieces = pieces
    self.starts = starts
  }

  /// Lays the statement out.
  ///
  /// - Parameters:
  ///   - comments: The comments and empty lines of the statement as written.
  ///   - written: The tokens as they were written.
  ///   - hoists: Whether the comments inside go above the statement.
  /// - Returns: The lines of the statement, comments included.
  func laidOut(_ comments: StatementComments, of written: [Token], hoists: Bool) -> [LaidOutLine] {
    let places = TokenMatching.places(of: written, in: tokens)
    var result: [LaidOutLine] = []
    var waiting: [Int: [StatementComment]] = [:]
    for comment in comments.comments {
      let isTrailing = comment.place == written.count && !comment.isWholeLine
      var place = hoists && !isTrailing ? 0 : places[comment.place]
      // A comma stays behind the word before it.
      if place > 0, place < tokens.count, pieces[place].text == "," { place += 1 }
      guard place > 0 else {
        result.append(LaidOutLine(indent: 0, text: "", comment: comment.text))
        continue
      }
      waiting[place, default: []].append(comment)
    }
    let blanks = Set(comments.blanks.map { places[$0] })
    for (number, line) in lines.enumerated() where number < starts.count {
      let last = number + 1 < starts.count ? starts[number + 1] : tokens.count
      var first = starts[number]
      // Only between parts that begin a line an empty line says something.
      let beginsPart = number > 0
      for end in waiting.keys.filter({ $0 > first && $0 < last }).sorted() + [last]
      where first < end {
        let isFirst = first == starts[number]
        var broken = wrapped(first..<end, line, isContinued: !isFirst)
        if isFirst, beginsPart, blanks.contains(first) { broken[0].followsBlank = true }
        let indent = broken[0].indent
        let before = isFirst ? waiting[first] ?? [] : []
        result += whole(before, indent, allowsBlank: beginsPart)
        result += broken
        attach(waiting[end] ?? [], to: &result)
        if end < last {
          result += whole(waiting[end] ?? [], line.continuation, allowsBlank: false)
        }
        first = end
      }
    }
    result += whole(waiting[tokens.count] ?? [], 2, allowsBlank: false)
    return result
  }

  /// Puts what stood behind a word on its line there again.
  private func attach(_ comments: [StatementComment], to result: inout [LaidOutLine]) {
    guard let comment = comments.first(where: { !$0.isWholeLine }) else { return }
    result[result.count - 1].comment = comment.text
  }

  /// The comments that have a line to themselves.
  private func whole(
    _ comments: [StatementComment], _ indent: Int, allowsBlank: Bool
  ) -> [LaidOutLine] {
    var isAttached = false
    return comments.compactMap { comment in
      if !comment.isWholeLine, !isAttached {
        isAttached = true
        return nil
      }
      return LaidOutLine(
        indent: indent, text: "", comment: comment.text,
        followsBlank: allowsBlank && comment.followsBlank)
    }
  }

  // MARK: Long lines

  /// Breaks a run of tokens into lines that are short enough.
  private func wrapped(
    _ range: Range<Int>, _ line: StatementLine, isContinued: Bool
  ) -> [LaidOutLine] {
    var result: [LaidOutLine] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let isFirst = start == range.lowerBound && !isContinued
      let indent = isFirst ? line.depth * 2 : line.continuation
      let end = endOfLine(from: start, to: range.upperBound, indent, line.wrap)
      result.append(LaidOutLine(indent: indent, text: text(start..<end)))
      start = end
    }
    return result
  }

  private func text(_ range: Range<Int>) -> String {
    range.reduce(into: "") { text, index in
      if index > range.lowerBound, pieces[index].isSpaced { text += " " }
      text += pieces[index].text
    }
  }

  /// Where a line that begins at a token ends: at the best place that fits.
  private func endOfLine(
    from start: Int, to end: Int, _ indent: Int, _ wrap: StatementLine.Wrap
  ) -> Int {
    var width = indent
    var best: (place: Int, strength: Int)?
    var nesting = 0
    for index in start..<end {
      if index > start, let strength = strength(before: index, wrap) {
        let weighed = strength - 4 * nesting
        if width > StatementLayout.width { return best?.place ?? index }
        if weighed >= best?.strength ?? Int.min { best = (index, weighed) }
      }
      width +=
        DisplayWidth.of(pieces[index].text) + (index > start && pieces[index].isSpaced ? 1 : 0)
      if tokens[index].text == "(", tokens[index].kind == .sign { nesting += 1 }
      if tokens[index].text == ")", tokens[index].kind == .sign { nesting -= 1 }
    }
    return width > StatementLayout.width ? best?.place ?? end : end
  }

  /// How well a line can end before a token; `nil` if it must not.
  private func strength(before index: Int, _ wrap: StatementLine.Wrap) -> Int? {
    let token = tokens[index]
    let last = tokens[index - 1]
    guard pieces[index].isSpaced, token.text != "=" else { return nil }
    let isBehindComma = last.kind == .sign && last.text == ","
    switch wrap {
    case .never: return nil
    case .behindCommas:
      if token.keyword == .as, last.term != nil { return 4 }
      if token.keyword == .or { return 2 }
      return isBehindComma ? 3 : nil
    case .anywhere: break
    }
    if last.keyword == .undetermined { return nil }
    switch token.keyword {
    case .where where tokens[0].keyword == .load: return 0
    case .showing, .sorted, .undetermined, .if, .where: return 5
    case .with where tokens[0].keyword == .load || tokens[0].keyword == .add: return 5
    default: break
    }
    if last.kind == .sign, last.text == ":" { return 4 }
    if isBehindComma { return 3 }
    switch token.keyword {
    case .and, .or, .plus, .except, .per, .because, .until: return 2
    case .who, .that, .which, .whose, .with, .without, .via, .to: return 1
    default: return 0
    }
  }
}

/// Finds the words of one text in another that says the same.
enum TokenMatching {
  /// How far ahead a word is looked for.
  private static let reach = 12

  /// For each number of tokens read of the first, how many of the second.
  ///
  /// - Complexity: O(*n* + *m*).
  static func places(of first: [Token], in second: [Token]) -> [Int] {
    var places = [0]
    var other = 0
    for (index, token) in first.enumerated() {
      let ahead = second[other...].prefix(reach).firstIndex { $0.text == token.text }
      if let ahead, !isBetter(first[(index + 1)...], second[other...], than: ahead - other) {
        other = ahead + 1
      }
      places.append(other)
    }
    return places
  }

  /// Whether a later word of the first text is nearer in the second.
  private static func isBetter(
    _ later: ArraySlice<Token>, _ second: ArraySlice<Token>, than distance: Int
  ) -> Bool {
    guard distance > 0, let next = second.first else { return false }
    return later.prefix(min(distance, reach)).contains { $0.text == next.text }
  }
}
