// SPDX-License-Identifier: Apache-2.0

/// What the columns of an answer are called.
///
/// A heading is what `as` says, or else the words of the column. In those a
/// letter is read as what it stands for, so that whoever reads the answer needs
/// not know the question:
///
///     people p who own an asset x, showing p's name, p's department, x's status
///     person, department, asset's status
///
/// Letters of one kind stay, and so does what would head two columns alike.
struct Headings {
  /// What a letter of the columns stands for.
  struct Letter {
    /// Its kind, if it can be of one only.
    var kind: KindID?
    /// Whether it is what the question asks for: its columns need no letter.
    var isHead: Bool
  }

  let schema: Schema
  let letters: [String: Letter]

  /// The headings of columns, one for each.
  func of(_ columns: [ColumnSyntax]) -> [String] {
    let shown = Set(columns.compactMap(\.letter))
    let read = columns.map { $0.title ?? heading(of: $0, in: columns, shown) ?? $0.written }
    return zip(columns, read).map { column, heading in
      read.count { $0 == heading } == 1 ? heading : column.title ?? column.written
    }
  }

  private func heading(
    of column: ColumnSyntax, in columns: [ColumnSyntax], _ shown: Set<String>
  ) -> String? {
    guard let name = column.letter, let letter = letters[name], let kind = letter.kind,
      !shown.contains(where: { $0 != name && letters[$0]?.kind == kind })
    else { return nil }
    let noun = schema[kind].singular
    let words = column.written.dropFirst(name.count + "'s ".count)
    if words.isEmpty || words == calling(kind, name, in: columns) ?? "" { return noun }
    return letter.isHead ? String(words) : "\(noun)'s \(words)"
  }

  /// The attribute that tells which thing it is: the ref, or the name where no ref is shown.
  private func calling(_ kind: KindID, _ letter: String, in columns: [ColumnSyntax]) -> String? {
    schema.displayAttributes(of: kind).map { schema[$0].name }.first { attribute in
      columns.contains { $0.written == "\(letter)'s \(attribute)" }
    }
  }
}

extension Binder {
  /// Binds the columns of a question.
  mutating func columns(_ syntax: [ColumnSyntax]) -> [BoundColumn] {
    var bound = syntax.map { column($0) }
    var letters: [String: Headings.Letter] = [:]
    for name in Set(syntax.compactMap(\.letter)) {
      guard let thing = thing(ofLetter: name) else { continue }
      let kinds = kinds(of: thing)
      letters[name] = Headings.Letter(
        kind: kinds.count == 1 ? kinds[0] : nil, isHead: thing == head.map(Operand.variable))
    }
    let headings = Headings(schema: model.schema, letters: letters).of(syntax)
    for (place, heading) in headings.enumerated() { bound[place].title = heading }
    return bound
  }
}

extension ColumnSyntax {
  /// The words of the column.
  fileprivate var written: String { SyntaxPrinter().print(term) }

  /// The letter that the column begins with: `p` of `p's manager`.
  var letter: String? {
    guard case .possessive(let reference) = term, case .variable(let letter) = reference.base
    else { return nil }
    return letter.text
  }
}
