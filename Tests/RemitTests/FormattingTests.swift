// SPDX-License-Identifier: Apache-2.0
import RemitFormats
import RemitTestSupport
import Testing

@testable import Remit

/// The canonical form of scripts.
struct FormattingTests {
  /// Every script of the repository, with the model it takes for granted.
  private static let scripts: [(path: String, model: String?)] =
    (ProjectFiles.paths(below: "samples", suffix: ".remit")
    + ProjectFiles.paths(below: "Tests/Specs/models", suffix: ".remit")).map { path in
      (path, path.hasPrefix("samples/questions/") ? "samples/acme" : nil)
    }

  // The model of the specs has its lines counted by proofs, so that it stays.
  @Test(arguments: scripts.map(\.path).filter { $0.hasPrefix("samples/") })
  func `the scripts of the repository are in canonical form`(_ path: String) throws {
    let model = Self.scripts.first { $0.path == path }?.model
    let engine = try Self.engine(model, for: path)
    let source = SourceText(try ProjectFiles.text(path), name: ProjectFiles.path(path))
    let (text, left) = try engine.format(source)
    #expect(text == source.string, "'remit fmt \(path)' mends that")
    #expect(left == 0)
  }

  @Test(arguments: SpecTests.paths)
  func `the canonical form of a spec means the same and is canonical`(_ path: String) throws {
    let file = SpecFile(try ProjectFiles.text(path), path: path)
    let engine = try SpecModel.engine(for: file)
    for one in file.cases {
      Self.check(one.statements, engine, "\(path): \(one.name)")
    }
  }

  @Test func `the canonical form of an example means the same and is canonical`() throws {
    let engine = try SpecModel.engine(model: "samples/acme")
    for example in try DocumentedPage("Grammar/language.md").examples where example.file == nil {
      Self.check(example.text, engine, "line \(example.line)")
    }
  }

  @Test(arguments: [
    "question", "fact", "define", "event", "check", "expect", "for-each", "if", "export",
    "let", "print", "param", "exception", "named-question",
  ])
  func `a generated statement is canonical after one formatting`(_ production: String) throws {
    let engine = try SpecModel.engine(model: "samples/iso27001")
    let sentences = GeneratedSentences.make(production, count: 250, seed: 70_000)
    // Where a declared word begins with one of the language, as `least holders`
    // does, the canonical form may be read otherwise.
    let left = sentences.count { Self.check($0.text, engine, $0.name, mayLeave: true) }
    #expect(left * 100 <= sentences.count)
  }

  /// Comments at random places between words, each found again in their order.
  @Test(arguments: scripts.map(\.path))
  func `comments are kept wherever they stand`(_ path: String) throws {
    let engine = try Self.engine(Self.scripts.first { $0.path == path }?.model, for: path)
    let source = SourceText(try ProjectFiles.text(path), name: ProjectFiles.path(path))
    for seed in 1...2 {
      var random = RandomSource(seed: UInt64(seed))
      let (text, count) = Self.commented(source, &random)
      let commented = SourceText(text, name: source.name)
      guard let (formatted, _) = try? engine.format(commented) else {
        Issue.record("seed \(seed) of \(path) cannot be read")
        continue
      }
      let marks = formatted.matches(of: #/#<(\d+)>/#).compactMap { Int($0.1) }
      #expect(marks.sorted() == Array(0..<count), "seed \(seed)")
      let trees = try #require(Self.trees(text, engine, source.name), "seed \(seed)")
      #expect(Self.trees(formatted, engine, source.name) == trees, "seed \(seed)")
      let again = try engine.format(SourceText(formatted, name: source.name)).text
      #expect(again == formatted, "seed \(seed)")
    }
  }

  @Test func `lines stay short where words allow it`() throws {
    let engine = try SpecModel.engine(model: "samples/iso27001")
    for sentence in GeneratedSentences.make("question", count: 300, seed: 71_000) {
      let formatted = try? engine.format(SourceText(sentence.text)).text
      for line in (formatted ?? "").split(separator: "\n") where line.count > 100 {
        Issue.record("\(line)")
      }
    }
  }

  @Test func `what is no UTF-8 is refused as a whole`() throws {
    let engine = try SpecModel.engine(model: "small")
    let bytes = Array("controls # ".utf8) + [0xFF, 0x0A]
    #expect(throws: QueryError.self) { try engine.formatted(SourceText(bytes: bytes)) }
  }

  @Test(arguments: [
    ("controls", "controls\n"),
    ("\u{FEFF}\r\n\r\nControls\r\n\r\n\r\n\r\npeople?\r\n", "controls\n\npeople\n"),
    ("controls. people.", "controls\npeople\n"),
    ("  controls   # here", "controls  # here\n"),
    ("# only a comment", "# only a comment\n"),
    ("", ""),
    (
      "controls with no owner, # a\n # b\n  showing ref",
      """
      controls with no owner,  # a
        # b
        showing ref

      """
    ),
    (
      "kind gadget (gadgets)\n\n\n  name: text  # n\n  size : one of small,big # s\n  # end\npeople",
      """
      kind gadget (gadgets)

        name: text               # n
        size: one of small, big  # s
        # end
      people

      """
    ),
    (
      "for each control c with no owner: print \"{c's ref}\"",
      """
      for each control c with no owner:
        print "{c's ref}"

      """
    ),
    (
      """
      check "owners":every control has an owner
          clause A.5.2
          # it matters
          severity high
      """,
      """
      check "owners": every control has an owner
        clause A.5.2
        # it matters
        severity high

      """
    ),
    (
      "people who own at least two controls and hold a role in the last 12 months",
      """
      people who own at least two controls and hold a role in the last 12 months

      """
    ),
  ])
  func `the form is what it should be`(_ written: String, _ canonical: String) throws {
    let engine = try SpecModel.engine(model: "small")
    #expect(try engine.formatted(SourceText(written)) == canonical)
  }

  // MARK: Helpers

  private static func engine(_ model: String?, for path: String) throws -> Engine {
    guard model == nil else { return try SpecModel.engine(model: model) }
    return Engine(
      today: try #require(Day("2026-06-30")),
      loader: FileLoader(
        folder: ProjectFiles.path(""), libraries: [ProjectFiles.path("samples")]))
  }

  /// - Returns: Whether a statement had to be left as it is.
  @discardableResult
  private static func check(
    _ text: String, _ engine: Engine, _ name: String, mayLeave: Bool = false
  ) -> Bool {
    guard let (formatted, left) = try? engine.format(SourceText(text)) else { return false }
    if left > 0, !mayLeave { Issue.record("\(name) is left as it is: \(text)") }
    if trees(text, engine, nil) != trees(formatted, engine, nil) {
      Issue.record("\(name) became \(formatted)")
    }
    let again = try? engine.format(SourceText(formatted)).text
    if again != formatted { Issue.record("\(name) became \(formatted) and then \(again ?? "")") }
    return left > 0
  }

  /// The trees of the statements of a text.
  private static func trees(_ text: String, _ engine: Engine, _ name: String?) -> [String]? {
    var engine = engine
    engine.running = .words
    let source = SourceText(text, name: name)
    do {
      var trees: [String] = []
      for range in StatementSplitter.split(source) {
        let statement = try engine.read(range, of: source).statement
        trees.append(TreePrinter.print(statement))
        try engine.perform(
          statement, Engine.Context(source: source, range: range, cancellation: nil)
        ) { _ in }
      }
      return trees
    } catch {
      return nil
    }
  }

  /// A script with comments behind some of its words, where lines are free.
  private static func commented(
    _ source: SourceText, _ random: inout RandomSource
  ) -> (text: String, count: Int) {
    var text = ""
    var count = 0
    for line in source.string.split(separator: "\n", omittingEmptySubsequences: false) {
      text += line
      if !line.contains("#"), random.oneIn(3) {
        text += "  #<\(count)>"
        count += 1
      }
      text += "\n"
      if random.oneIn(4) {
        text += String(repeating: " ", count: random.below(4)) + "#<\(count)>\n"
        count += 1
      }
      if random.oneIn(4) { text += "\n" }
    }
    return (text, count)
  }
}
