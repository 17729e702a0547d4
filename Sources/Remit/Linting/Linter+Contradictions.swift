// SPDX-License-Identifier: Apache-2.0

/// Conditions that nothing can fulfil.
extension Linter {
  /// The innermost phrases that nothing can fulfil.
  func contradictions() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (place, reason) in impossiblePhrases() {
      let edits = firstWorking(possibleRepairs(in: place)) { $0.impossiblePhrases().isEmpty }
      found.append(LintMessages.neverHolds(reason, at: place, edits: edits))
    }
    return found
  }

  private func impossiblePhrases() -> [(SourceRange, String)] {
    let nouns = TreeSearch.nodes(of: NounPhraseSyntax.self, in: statement).map {
      PhraseSyntax(noun: $0, range: $0.range)
    }
    let phrases = TreeSearch.nodes(of: PhraseSyntax.self, in: statement).filter {
      !$0.commaPosts.isEmpty || $0.condition != nil
    }
    var found: [(SourceRange, String)] = []
    for phrase in (nouns + phrases).sorted(by: { $0.range.length < $1.range.length }) {
      guard let query = query(phrase),
        let reason = Contradiction.reason(in: query.condition, model: model),
        !found.contains(where: { phrase.range.contains($0.0) })
      else { continue }
      found.append((phrase.range, reason))
    }
    for propositions in TreeSearch.nodes(of: PropositionsSyntax.self, in: statement)
    where !nouns.contains(where: { $0.range.contains(propositions.range) })
      && !phrases.contains(where: { $0.range.contains(propositions.range) })
    {
      var binder = Binder(model, letters: letters(at: propositions.range))
      let condition = binder.closed { $0.propositions(propositions) }
      guard binder.diagnostics.isEmpty,
        let reason = Contradiction.reason(in: condition, model: model),
        !found.contains(where: { propositions.range.contains($0.0) })
      else { continue }
      found.append((propositions.range, reason))
    }
    return found
  }

  /// Edits that may be what was meant, likely ones first.
  private func possibleRepairs(in range: SourceRange) -> [[Diagnostic.Edit]] {
    var repairs: [[Diagnostic.Edit]] = []
    let words = tokens(in: range)
    for (index, token) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : nil
      switch token.keyword {
      case .above: repairs.append([Diagnostic.Edit(range: token.range, replacement: "at least")])
      case .below: repairs.append([Diagnostic.Edit(range: token.range, replacement: "at most")])
      case .and: repairs.append([Diagnostic.Edit(range: token.range, replacement: "or")])
      case .between:
        if let swap = swap(words[(index + 1)...]) { repairs.append(swap) }
      default: break
      }
      guard let next, isAdjective(token) else { continue }
      if isAdjective(next) {
        let gap = SourceRange(token.range.end, next.range.start)
        repairs.append([Diagnostic.Edit(range: gap, replacement: " or ")])
      }
      let rest = SourceRange(token.range.start, next.range.start)
      repairs.append([Diagnostic.Edit(range: rest, replacement: "")])
    }
    for (index, token) in words.enumerated() where token.keyword == .not && index + 1 < words.count
    {
      let negation = SourceRange(token.range.start, words[index + 1].range.start)
      repairs.append([Diagnostic.Edit(range: negation, replacement: "")])
    }
    for (index, token) in words.enumerated()
    where token.keyword == .fewer && index + 1 < words.count {
      let words = token.range.union(words[index + 1].range)
      repairs.append([Diagnostic.Edit(range: words, replacement: "at most")])
    }
    return repairs
  }

  private func isAdjective(_ token: Token) -> Bool {
    token.term?.classes.contains(.adjective) == true
  }

  /// `between D and E` the other way round.
  private func swap(_ words: ArraySlice<Token>) -> [Diagnostic.Edit]? {
    let dates = words.prefix(3).filter { if case .date = $0.kind { true } else { false } }
    guard dates.count == 2 else { return nil }
    return [
      Diagnostic.Edit(range: dates[0].range, replacement: dates[1].text),
      Diagnostic.Edit(range: dates[1].range, replacement: dates[0].text),
    ]
  }
}

extension SourceRange {
  fileprivate var length: Int { end - start }

  /// Whether another range lies inside it.
  func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }
}
