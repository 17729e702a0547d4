// SPDX-License-Identifier: Apache-2.0

/// A line of a statement in canonical form, before it is laid out.
struct StatementLine: Hashable, Sendable {
  /// Where a line that is too long may go on below.
  enum Wrap: Hashable, Sendable {
    case anywhere
    /// Only before `as` and `or` and behind a comma: else a new line is another part.
    case behindCommas
    case never
  }

  /// How many levels it is indented below its statement's first line.
  var depth: Int
  var text: String
  var wrap = Wrap.anywhere
  /// Whether lines of the same statement follow deeper: what goes on below then
  /// has to stand deeper than they do.
  var leadsLines = false

  /// How far what goes on below it is indented.
  var continuation: Int { depth * 2 + (leadsLines ? 4 : 2) }
}

/// Prints statements as the lines of their canonical form.
///
/// What has several spellings goes through ``SyntaxPrinter``; a declaration has
/// only one, so that its words are printed as they are.
struct StatementPrinter {
  let spelling: Spelling
  private let printer: SyntaxPrinter

  /// Makes a printer for a text.
  ///
  /// - Parameter spelling: The words of the text.
  init(_ spelling: Spelling) {
    self.spelling = spelling
    printer = SyntaxPrinter(spelling: spelling)
  }

  /// The lines of a statement.
  ///
  /// - Parameters:
  ///   - statement: The statement.
  ///   - range: Where it stands.
  ///   - depth: How deep it is nested in blocks.
  /// - Returns: The lines, the first one at that depth.
  func lines(
    _ statement: StatementSyntax, in range: SourceRange, depth: Int = 0
  ) -> [StatementLine] {
    switch statement {
    case .version, .use, .load, .param, .save: [line(words(of: range), depth)]
    case .kind(let kind): lines(range, kind.attributes, depth, wrap: .never)
    case .relation(let relation): lines(range, relation.attributes, depth, wrap: .behindCommas)
    case .event(let event): [line(printer.print(event), depth)]
    case .define(let define): [line(print(define), depth)]
    case .let(let naming):
      [line("let \(naming.name.text) be \(printer.print(naming.body))", depth)]
    case .fact(let fact): [line(printer.print(fact), depth)]
    case .question(let question): [line(printer.print(question), depth)]
    case .print: [line(words(of: range), depth, wrap: .never)]
    case .export(let export):
      [line("export \(printer.print(export.question)) to \(printer.print(export.file))", depth)]
    case .forEach(let loop): lines(loop, depth)
    case .choice(let choice): lines(choice, depth)
    case .check(let check): lines(check, depth)
    case .exception(let stated):
      [line(print(stated.exception, from: stated.check), depth)]
    case .named(let named): lines(named, depth)
    case .expect(let expect): lines(expect, in: range, depth)
    }
  }

  private func line(
    _ text: String, _ depth: Int, wrap: StatementLine.Wrap = .anywhere, leads: Bool = false
  ) -> StatementLine {
    StatementLine(depth: depth, text: text, wrap: wrap, leadsLines: leads)
  }

  // MARK: Declarations

  /// A declaration and the attributes below it.
  private func lines(
    _ range: SourceRange, _ attributes: [AttributeSyntax], _ depth: Int, wrap: StatementLine.Wrap
  ) -> [StatementLine] {
    let starts = attributes.compactMap(\.names.first?.range.start)
    let ends = starts.dropFirst() + [range.end]
    let head = words(of: SourceRange(range.start, starts.first ?? range.end))
    return [line(head, depth, wrap: wrap, leads: !starts.isEmpty)]
      + zip(starts, ends).map { start, end in
        line(words(of: SourceRange(start, end)), depth + 1, wrap: .never)
      }
  }

  private func print(_ define: DefineSyntax) -> String {
    let head =
      switch define.head {
      case .noun(let name, let phrase): "\(printer.print(name)) as \(printer.print(phrase))"
      case .adjective(let subject, let word, let slot):
        "\(printer.print(subject)) is \(word.text)"
          + (slot.map { " \($0.preposition.text) \(printer.print($0.noun))" } ?? "")
      case .verb(let subject, let word, let object):
        "\(printer.print(subject)) \(word.text)" + (object.map { " \(printer.print($0))" } ?? "")
      }
    let body = define.body.map { " if \(printer.print($0))" } ?? ""
    let undetermined = define.undetermined.map { ", undetermined if \(printer.print($0))" } ?? ""
    return "define " + head + body + undetermined
  }

  /// The words of a range as they are written, with the blanks that belong
  /// between them.
  private func words(of range: SourceRange) -> String {
    var text = ""
    var last: Token?
    for token in spelling.tokens(in: range) {
      if let last, needsBlank(between: last, and: token) { text += " " }
      text += written(token)
      last = token
    }
    return text
  }

  private func needsBlank(between last: Token, and token: Token) -> Bool {
    if token.kind == .possessive { return false }
    if token.kind == .sign, [",", ":", ")"].contains(token.text) { return false }
    return !(last.kind == .sign && last.text == "(")
  }

  private func written(_ token: Token) -> String {
    switch token.kind {
    case .name(isQuoted: true): printer.quote(token.text)
    case .parameter: "$" + token.text
    default: token.text
    }
  }

  // MARK: Blocks

  private func lines(_ loop: ForEachSyntax, _ depth: Int) -> [StatementLine] {
    var noun = loop.noun
    if noun.determiner == .every { noun.determiner = nil }
    return [line("for each \(printer.print(noun)):", depth, leads: true)]
      + block(loop.body, depth)
  }

  private func lines(_ choice: IfSyntax, _ depth: Int) -> [StatementLine] {
    var lines = [line("if \(printer.print(choice.condition)):", depth, leads: true)]
    lines += block(choice.body, depth)
    if !choice.otherwise.isEmpty {
      lines.append(line("otherwise:", depth, leads: true))
      lines += block(choice.otherwise, depth)
    }
    return lines
  }

  private func block(_ body: [BlockStatementSyntax], _ depth: Int) -> [StatementLine] {
    body.flatMap { lines($0.statement, in: $0.range, depth: depth + 1) }
  }

  // MARK: Checks and expectations

  private func lines(_ check: CheckSyntax, _ depth: Int) -> [StatementLine] {
    let name = check.name.map { " " + printer.print($0) } ?? ""
    // The options stay in the order in which they were written.
    var options: [(place: Int, text: String)] = []
    if let range = check.severityRange, let severity = spelling.words(in: range) {
      options.append((range.start, severity))
    }
    if let first = check.clauses.first {
      let clauses = check.clauses.map(printer.print).joined(separator: ", ")
      options.append((first.range.start, "clause \(clauses)"))
    }
    for exception in check.exceptions {
      options.append((exception.range.start, print(exception, from: nil)))
    }
    options.sort { $0.place < $1.place }
    let restriction = check.restriction.map { ", where \(printer.print($0))" } ?? ""
    let columns =
      check.columns.isEmpty
      ? "" : ", showing " + check.columns.map(printer.print).joined(separator: ", ")
    let head = "check\(name): \(printer.print(check.propositions))\(restriction)\(columns)"
    return [line(head, depth, leads: !options.isEmpty)] + options.map { line($0.text, depth + 1) }
  }

  private func print(_ exception: CheckSyntax.Exception, from check: NameSyntax?) -> String {
    let check = check.map { " from \(printer.print($0))" } ?? ""
    let until = exception.until.map { " until \(printer.print($0))" } ?? ""
    return "except \(printer.print(exception.thing))\(check) by \(printer.print(exception.owner))"
      + " because \(printer.print(exception.reason))" + until
  }

  private func lines(_ named: NamedQuestionSyntax, _ depth: Int) -> [StatementLine] {
    let clauses = named.clauses.map(printer.print).joined(separator: ", ")
    return [
      line("question \(printer.print(named.name)):", depth, wrap: .never, leads: true),
      line(printer.print(named.question), depth + 1, leads: !clauses.isEmpty),
    ] + (clauses.isEmpty ? [] : [line("clause \(clauses)", depth + 1)])
  }

  private func lines(
    _ expect: ExpectSyntax, in range: SourceRange, _ depth: Int
  ) -> [StatementLine] {
    var rows = expect.rows.map { row in row.map(cell).joined(separator: ", ") }
    let rest = SourceRange(expect.question.range.end, range.end)
    if rows.isEmpty, !spelling.tokens(in: rest).isEmpty { rows = ["nothing"] }
    return [line("expect \(printer.print(expect.question))", depth, leads: true)]
      + rows.map { line("= \($0)", depth + 1, wrap: .never) }
  }

  private func cell(_ cell: NameSyntax) -> String {
    cell.text.isEmpty && !cell.isQuoted ? "unknown" : printer.print(cell)
  }
}
