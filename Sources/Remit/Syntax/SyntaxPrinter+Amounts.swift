// SPDX-License-Identifier: Apache-2.0

extension SyntaxPrinter {
  /// What an aggregate is made of; in parentheses what could not stand before
  /// the `of` of the aggregate.
  func amounts(_ term: TermSyntax) -> String {
    term.isAmounts ? print(term) : "(\(print(term)))"
  }
}

extension TermSyntax {
  fileprivate var isAmounts: Bool {
    guard case .arithmetic(let first, let operations) = self else { return isAmount }
    return first.isAmount && operations.allSatisfy(\.factor.isAmount)
  }

  private var isAmount: Bool {
    switch self {
    case .number, .constant, .attribute(_, of: nil, _), .missing: true
    // Prints its parentheses itself.
    case .arithmetic: true
    case .possessive(let reference): reference.isProperty
    case .count(let noun, _): noun.isCounted
    case .daysBetween(let first, let last, _): first.isMoment && last.isMoment
    default: false
    }
  }
}

extension ReferenceSyntax {
  fileprivate var isProperty: Bool { if case .attribute? = steps.last { true } else { false } }
}

extension DateSyntax {
  fileprivate var isMoment: Bool {
    if let shift, case .term = shift.amount { return false }
    return switch base {
    case .date, .today, .constant, .attribute(_, of: nil, _), .missing: true
    case .possessive(let reference): reference.isProperty
    default: false
    }
  }
}

extension NounPhraseSyntax {
  fileprivate var isCounted: Bool {
    guard determiner == nil, !isOther, variable == nil, name == nil else { return false }
    switch head {
    case .kinds: return posts.isEmpty || hasPronounPost
    case .relation(_, of: let owner): return owner == nil && (posts.isEmpty || hasPronounPost)
    case .reference(let reference):
      if case .group = reference.base { return posts.isEmpty && adjectives.isEmpty }
      return false
    case .indefinite, .missing: return false
    }
  }

  /// Whether all that follows is `owned by them` or `that they own`.
  private var hasPronounPost: Bool {
    guard posts.count == 1, posts[0].posts.count == 1 else { return false }
    switch posts[0].posts[0] {
    case .passive(let passive, isNegated: false):
      return passive.repetition == nil && passive.times.isEmpty
        && passive.objects?.nouns.count == 1 && passive.objects?.nouns[0].isPronoun == true
    case .objectClause(let clause, _):
      return clause.subject.isPronoun && clause.auxiliary == nil && !clause.isLink
        && clause.repetition == nil && clause.times.isEmpty
    default: return false
    }
  }

  private var isPronoun: Bool {
    guard case .reference(let reference) = head, case .pronoun = reference.base else {
      return false
    }
    return reference.steps.isEmpty && posts.isEmpty && adjectives.isEmpty && determiner == nil
      && !isOther
  }
}
