// SPDX-License-Identifier: Apache-2.0

/// How links are said.
extension ProofWords {
  /// The word of a link.
  private struct LinkWord {
    var name = ""
    /// Whether it stands after `is`: `part of`.
    var isLink = false
    /// Whether it is a noun: `certificate's holder`.
    var isEnd = false
    /// Whether the same word, as read, means more than the links as written.
    var isDirect = false
  }

  private func word(_ link: BoundLink) -> LinkWord {
    for case .stored(let id) in link.relations { return word(id) }
    for case .defined(let id) in link.relations {
      return LinkWord(name: definitions[id.index].name)
    }
    return LinkWord()
  }

  private func word(_ id: RelationID) -> LinkWord {
    let relation = graph.schema[id]
    if relation.origin != .stored || relation.name == relation.rightNoun {
      let own = relation.name.split(separator: "'").last.map { String($0.dropFirst(2)) }
      return LinkWord(name: relation.rightNoun ?? own ?? relation.name, isEnd: true)
    }
    let first = relation.name.prefix { $0 != " " }
    let isVerb = first.hasSuffix("s") && first != "is"
    return LinkWord(name: relation.name, isLink: !isVerb)
  }

  /// The word of a link between things of some kinds.
  private func word(_ link: BoundLink, from left: [KindID], to right: [KindID]) -> LinkWord {
    var word = word(link)
    if word.isEnd, right.count == 1 {
      // Of `role or activity or control`, what it is.
      let noun = graph.schema[right[0]].singular
      if (" " + word.name + " ").contains(" or ") {
        let nouns = " or \(word.name) or "
        if nouns.contains(" or \(noun) or ") { word.name = noun }
      }
    }
    let isStored = link.relations.allSatisfy { if case .stored = $0 { true } else { false } }
    word.isDirect =
      isStored && !word.isEnd
      && definitions.contains { definition in
        definition.form == .verb && definition.name == word.name
          && zip(definition.parameters, [left, right]).allSatisfy { parameter, kinds in
            definition.variables[parameter.index].kinds.overlaps(kinds)
          }
      }
    return word
  }

  func pair(
    _ link: BoundLink, _ from: Operand, _ to: Operand, _ holds: Bool, _ things: Things
  ) -> String {
    pair(
      word(link, from: kinds(from, things), to: kinds(to, things)), name(from, things),
      name(to, things), holds, isRepeated: link.repetition != nil)
  }

  private func pair(
    _ word: LinkWord, _ from: String, _ to: String, _ holds: Bool, isRepeated: Bool = false
  ) -> String {
    let steps = isRepeated ? " by steps" : ""
    if word.isEnd {
      return "\(possessive(from)) \(word.name) is \(holds ? "" : "not ")\(to)"
    }
    let adverb = word.isDirect ? "directly " : ""
    if word.isLink {
      return "\(from) is \(holds ? "" : "not ")\(adverb)\(word.name) \(to)\(steps)"
    }
    return holds
      ? "\(from) \(adverb)\(word.name) \(to)\(steps)"
      : "\(from) does not \(adverb)\(plural(word.name)) \(to)\(steps)"
  }

  func pair(_ link: BoundLink, _ from: Entity, _ to: Entity) -> String {
    pair(word(link), name(from), name(to), true)
  }

  func noWay(_ link: BoundLink, _ from: Entity, _ to: Entity) -> String {
    "no way leads from \(name(from)) to \(name(to)) by '\(word(link).name)'"
  }

  /// What a link says of the thing at its right end: `is owned by Ann`.
  func passive(_ link: BoundLink, _ from: Operand, _ to: Operand, _ things: Things) -> String {
    let word = word(link, from: kinds(from, things), to: kinds(to, things))
    let from = name(from, things)
    if word.isEnd {
      return from == "it" ? "is its \(word.name)" : "is the \(word.name) of \(from)"
    }
    let adverb = word.isDirect ? "directly " : ""
    return word.isLink
      ? "\(from) is \(adverb)\(word.name)"
      : "is \(adverb)\(Inflection.verb(word.name).passive) \(from)"
  }

  /// A link on record.
  func fact(_ id: RelationID, _ left: Entity, _ right: Entity) -> String {
    let link = BoundLink(relations: [.stored(id)], repetition: nil, time: .asOf)
    var word = word(link, from: [left.kind], to: [right.kind])
    word.isDirect = false
    return pair(word, name(left), name(right), true)
  }

  /// A link that is not there, and when it is.
  func absence(
    _ condition: BoundCondition, _ nearMiss: Proof.Fact?, _ things: Things
  ) -> String {
    let text = sentence(condition, false, things)
    guard let nearMiss else { return text }
    if let until = nearMiss.until, until <= today { return "\(text): until \(until) only" }
    if let from = nearMiss.from, from > today { return "\(text): since \(from) only" }
    return text
  }

  // MARK: Ends of records

  /// That a record joins what another record joins, by the name of the thing:
  /// `whose competence is Law` for `whose competence is n's competence`.
  func end(
    _ condition: BoundCondition, of record: Variable, _ things: Things
  ) -> String? {
    guard case .quantified(.some, let end, let among, let inside) = condition else { return nil }
    let parts = among.conjuncts + inside.conjuncts
    guard parts.count == 2 else { return nil }
    var own: String?
    var other: Entity?
    for part in parts {
      if case .same(.variable(end), let operand) = part { other = thing(operand, things) }
      guard case .link(let link, let from, .variable(end)) = part else { continue }
      guard case .stored(let id)? = link.relations.first, link.relations.count == 1 else {
        continue
      }
      if from == .variable(record) {
        let word = word(link, from: kinds(from, things), to: kinds(.variable(end), things))
        own = word.isEnd ? word.name : nil
      } else if let thing = thing(from, things), let ends = graph.ends(of: thing) {
        switch graph.schema[id].origin {
        case .recordLeft: other = ends.left
        case .recordRight: other = ends.right
        case .stored: break
        }
      }
    }
    guard let own, let other else { return nil }
    return "whose \(own) is \(name(other))"
  }
}
