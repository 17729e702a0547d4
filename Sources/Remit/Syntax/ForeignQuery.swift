// SPDX-License-Identifier: Apache-2.0

/// A query in another language, and the question that asks for the same things.
///
///     SELECT * FROM employees WHERE department = "Finance"
///     people where department = "Finance"
struct ForeignQuery {
  private let text: String
  private let start: Int
  private let vocabulary: Vocabulary

  /// What is said of a statement that begins as a query of another language.
  ///
  /// One that asks for nothing that is known is told `example`, a question.
  ///
  /// - Returns: `nil` if it begins otherwise.
  static func refusal(
    of range: SourceRange, in source: SourceText, _ vocabulary: Vocabulary, example: String?
  ) -> Diagnostic? {
    let text = source.text(in: range)
    let first = String(text.prefix { $0.isLetter })
    guard let language = languages[first.lowercased()],
      vocabulary.terms[first.lowercased()] == nil
    else { return nil }
    let query = ForeignQuery(text: text, start: range.start, vocabulary: vocabulary)
    let place = SourceRange(range.start, range.start + first.utf8.count)
    let question = query.question
    let edits = question.map {
      [[Diagnostic.Edit(range: SourceRange(range.start, range.end), replacement: $0.text)]]
    }
    return SyntaxMessages.foreignQuery(
      first, language, at: place, edits: edits ?? [], isWhole: question?.isWhole ?? true,
      example: example)
  }

  private static let languages = [
    "select": "SQL", "from": "SQL", "match": "Cypher",
  ]

  /// The question, with as much of the query as can be read in it, and whether that is
  /// all of it.
  private var question: (text: String, isWhole: Bool)? {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    let isCypher = words.first?.lowercased() == "match"
    let isFrom = words.first?.lowercased() == "from"
    let noun: Substring?
    if isCypher {
      noun = text.firstIndex(of: ":").flatMap { colon in words.first { $0.startIndex > colon } }
    } else {
      noun = words.drop { $0.lowercased() != "from" }.dropFirst().first
    }
    guard let noun = noun ?? (words.count == 2 ? words[1] : nil),
      let kind = plural(of: String(noun))
    else { return nil }
    let (rest, order) = isCypher ? ("", "") : Self.tail(text[noun.endIndex...])
    let columns = isCypher || isFrom ? [] : self.columns(before: noun.startIndex)
    let showing = columns.isEmpty ? "" : ", showing " + columns.joined(separator: ", ")
    let whole = rest + showing + order
    let forms = [whole, rest + order, showing + order, rest + showing, rest, showing, ""]
    guard let form = forms.first(where: { reads(kind + $0) }) else { return nil }
    return (kind + form, isWhole: form == whole && !isCypher)
  }

  /// The columns between `SELECT` and `FROM`.
  private func columns(before end: String.Index) -> [String] {
    let head = text[..<end].split(whereSeparator: \.isWhitespace)
    guard head.count > 2, head[0].lowercased() == "select" else { return [] }
    let columns = head.dropFirst().dropLast().joined(separator: " ")
    return columns == "*" ? [] : columns.split(separator: ",").map { String($0.trimmingBlanks) }
  }

  /// What stands behind the noun, in the words for it here, and the order asked for.
  private static func tail(_ text: Substring) -> (rest: String, order: String) {
    let words = text.replacing("'", with: "\"").split { $0.isWhitespace || $0 == ";" }
      .map { replacements[$0.uppercased()] ?? String($0) }
    let end = words.firstIndex { $0 == "sorted" || $0 == "first" } ?? words.count
    func join(_ words: ArraySlice<String>) -> String {
      words.map { ["sorted", "first"].contains($0) ? ", " + $0 : " " + $0 }.joined()
    }
    return (join(words[..<end]), join(words[end...]))
  }

  private static let replacements = [
    "WHERE": "where", "AND": "and", "OR": "or", "NOT": "not", "IS": "is", "ORDER": "sorted",
    "BY": "by", "DESC": "descending", "ASC": "ascending", "LIMIT": "first", "NULL": "unknown",
  ]

  /// The plural of the kind that a word of a query means.
  private func plural(of word: String) -> String? {
    let word = word.lowercased().replacing("_", with: " ")
    let said = [word, Synonyms.word(for: word, in: vocabulary)].compactMap(\.self)
    let term = said.lazy.compactMap { vocabulary.terms[$0] }.first { $0.classes.contains(.kind) }
    guard let term else { return nil }
    let forms = vocabulary.terms.values.filter {
      $0.base == term.base && $0.classes.contains(.kind) && $0.text != $0.base
    }
    return forms.map(\.text).min() ?? term.text
  }

  private func reads(_ question: String) -> Bool {
    Parser.soleStatement(of: SourceText(question), vocabulary) != nil
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
