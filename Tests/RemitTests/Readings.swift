// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

@testable import Remit

/// The reading rules as functions over what the grammar allows.
///
/// `Grammar/language.md` says the same with an example for each.
enum ReadingRule: String, CaseIterable, Sendable {
  /// The first part that could go on goes on: a modifier belongs to the
  /// nearest noun, a time and another verb to the nearest verb, an object to
  /// all verbs before it, adjectives to the noun they stand before.
  case nearest
  /// A kind's word that names an end of a relation too is the kind.
  case kindFirst = "kind first"
  /// `not` after a form of `be` turns round all that follows.
  case wholeNot = "whole not"
  /// Between the beginning of a clause and its verb, a word that can be the
  /// verb is.
  case verbOfClause = "verb of the clause"

  /// The rule that prefers one list of a node's children to another.
  ///
  /// The lists are compared at the first part in which they differ.
  static func rule(preferring one: [ParseTree.Part], to other: [ParseTree.Part]) -> ReadingRule? {
    guard let place = zip(one, other).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
      return nil
    }
    let (mine, theirs) = (one[place], other[place])
    if mine.symbol == theirs.symbol {
      if isSubject(mine, of: one), mine.range.count < theirs.range.count { return .verbOfClause }
      if isSubject(theirs, of: other), theirs.range.count < mine.range.count { return nil }
      return mine.range.count > theirs.range.count ? .nearest : nil
    }
    switch (mine.symbol, theirs.symbol) {
    case (.tokenClass("KIND"), .production("relnoun")): return .kindFirst
    case (.literal("not"), .production("np")): return .wholeNot
    default: return nil
    }
  }

  /// The list of children that is preferred to all others, and by which rules.
  static func choice(
    among lists: [[ParseTree.Part]]
  ) -> (index: Int, rules: Set<ReadingRule>)? {
    for (index, list) in lists.enumerated() {
      let rules = lists.enumerated().filter { $0.offset != index }.map {
        rule(preferring: list, to: $0.element)
      }
      if rules.allSatisfy({ $0 != nil }) { return (index, Set(rules.compactMap { $0 })) }
    }
    return nil
  }

  /// Whether a part is a noun phrase with its verb right behind it.
  private static func isSubject(_ part: ParseTree.Part, of list: [ParseTree.Part]) -> Bool {
    part.symbol == .production("np")
      && list.contains {
        $0.range.lowerBound == part.range.upperBound
          && ["vp", "verb"].contains($0.symbol.description)
      }
  }
}

/// Holds the parser's reading against the one the rules choose.
enum Readings {
  /// The productions whose brackets the parser's tree shows, and its nodes.
  private static let nodes: [String: String] = [
    "phrase": "PhraseSyntax", "vp": "VerbPhraseSyntax", "props": "PropositionsSyntax",
    "cmp": "ComparisonSyntax", "when": "WhenSyntax", "date": "DateSyntax", "moment": "DateSyntax",
    "passive": "PassiveSyntax", "np": "NounPhraseSyntax", "done": "PassiveSyntax",
  ]

  /// Productions that are not the only ones with their node: the noun of `with`,
  /// the participle after `be` and a comparison without `be` have none of their own,
  /// and a date of an amount is one too.
  private static let partial: Set<String> = ["np", "passive", "done", "cmp", "date", "moment"]

  /// Checks a question and returns the rules that choose its reading.
  @discardableResult
  static func check(
    _ question: CorpusQuestion,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Set<ReadingRule> {
    var used: Set<ReadingRule> = []
    let tokens = question.tokens
    let all = 0..<(tokens.count - 1)
    var earley = try #require(TestGrammar.read(tokens, as: "question"))
    func show(_ parts: [ParseTree.Part]) -> String {
      parts.map { "\($0.symbol)[\(tokens[$0.range].map(\.text).joined(separator: " "))]" }
        .joined(separator: " ")
    }
    var unsettled: [String] = []
    let tree = earley.tree("question", all) { name, lists in
      if let (index, rules) = ReadingRule.choice(among: lists) {
        used.formUnion(rules)
        return index
      }
      unsettled.append("\(name):\n" + lists.map { "  " + show($0) }.joined(separator: "\n"))
      return 0
    }
    for place in unsettled {
      Issue.record("no rule chooses in \(question.text)\n\(place)", sourceLocation: sourceLocation)
    }
    let statement = try #require(question.parse().statement)
    let read = brackets(of: statement)
    for (production, node) in nodes.sorted(by: { $0.key < $1.key }) {
      let chosen = Set(
        (tree?.all ?? []).filter { $0.name == production && !$0.range.isEmpty }.map {
          SourceRange(
            tokens[$0.range.lowerBound].range.start,
            tokens[$0.range.upperBound - 1].range.end
          )
        }
      )
      let made = read[node] ?? []
      let differing =
        partial.contains(production) ? chosen.subtracting(made) : chosen.symmetricDifference(made)
      for range in differing {
        Issue.record(
          """
          \(made.contains(range) ? "only the parser" : "only the rules") read '\(production)' \
          in '\(question.source.text(in: range))' of \(question.text)
          """,
          sourceLocation: sourceLocation
        )
      }
    }
    return used
  }

  /// The ranges of a tree's nodes by type.
  private static func brackets(of root: Any) -> [String: Set<SourceRange>] {
    var found: [String: Set<SourceRange>] = [:]
    func visit(_ node: Any) {
      let mirror = Mirror(reflecting: node)
      for child in mirror.children {
        if child.label == "range", let range = child.value as? SourceRange {
          found["\(type(of: node))", default: []].insert(range)
        } else {
          visit(child.value)
        }
      }
    }
    visit(root)
    return found
  }
}
