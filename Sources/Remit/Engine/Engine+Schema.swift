// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// What has been declared.
  package var schema: Schema { model.schema }

  /// The model in words: kinds with their attributes, relations with all their
  /// forms, definitions.
  ///
  /// - Parameter word: Narrows it to what this word is about: a kind, a verb, a
  ///   noun, an adjective or an attribute in any form.
  /// - Returns: One line for each declaration; a sentence when there is none.
  public func describeSchema(_ word: String? = nil) -> String {
    let wanted = word.map { model.vocabulary.terms[$0]?.base ?? $0 }
    var sections: [[String]] = []
    sections.append(
      model.schema.kinds.filter { !$0.isTable && !$0.isHidden && matches($0, wanted) }.flatMap(
        describe))
    sections.append(
      model.schema.relations.filter {
        $0.origin == .stored && !$0.isHidden && !isOfTable($0) && matches($0, wanted)
      }
      .flatMap(describe))
    sections.append(
      model.definitions.filter {
        !$0.isLet && !model.hiddenDefinitions.contains($0.id) && matches($0, wanted)
      }.map(\.text))
    sections.append(
      model.lets.keys.filter { wanted == nil || wanted == $0 }.sorted().compactMap {
        model.letTexts[$0]
      })
    sections.append(
      model.events.values.flatMap { $0 }.filter { matches($0, wanted) }.map(\.text).sorted())
    let text = sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
    if !text.isEmpty { return text }
    return word.map { nothingCalled($0) } ?? "Nothing has been declared."
  }

  /// The kinds of which there are things, the most things first, by the word for as many.
  package var thingCounts: [(kind: String, count: Int)] {
    let builder = builder()
    return model.schema.kinds.filter { !$0.isRecord && !$0.isTable && !$0.isHidden }
      .map { kind in
        let count = builder.count(of: kind.id)
        return (kind: count == 1 ? kind.singular : kind.plural, count: count)
      }
      .filter { $0.count > 0 }
      .sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }
  }

  /// What ``describeSchema(_:)`` says of a word that nobody has declared.
  ///
  /// - Parameters:
  ///   - word: The word.
  ///   - others: Words that may have been meant and that no model declares.
  /// - Returns: A sentence, with the words that were probably meant.
  package func nothingCalled(_ word: String, besides others: [String] = []) -> String {
    let known = others + model.vocabulary.allWords
    let same = Synonyms.commands[word] ?? Synonyms.word(for: word, in: model.vocabulary)
    // A word that is only part of a form is near to itself.
    let near =
      same.map { [$0] } ?? NearestName.nearest(to: word, among: known).filter { $0 != word }
    guard let last = near.last.map({ "'\($0)'" }) else { return "Nothing is called '\(word)'." }
    let first = near.dropLast().map { "'\($0)'" }.joined(separator: ", ")
    let meant = first.isEmpty ? last : "\(first) or \(last)"
    return "Nothing is called '\(word)'; did you mean \(meant)?"
  }

  private func isOfTable(_ relation: Relation) -> Bool {
    relation.left.contains { model.schema[$0].isTable }
  }

  private func matches(_ kind: Kind, _ word: String?) -> Bool {
    guard let word else { return true }
    return kind.singular == word || kind.attributes.contains { model.schema[$0].name == word }
      || (model.adjectives[word] ?? []).contains { meaning in
        switch meaning {
        case .flag(let id), .choice(let id, _): model.schema[id].kind == kind.id
        case .definition: false
        }
      }
  }

  private func matches(_ relation: Relation, _ word: String?) -> Bool {
    guard let word else { return true }
    let kinds = (relation.left + relation.right).map { model.schema[$0].singular }
    return relation.name == word || relation.leftNoun == word || relation.rightNoun == word
      || kinds.contains(word) || relation.record.map { model.schema[$0].singular } == word
  }

  private func matches(_ definition: Definition, _ word: String?) -> Bool {
    guard let word else { return true }
    let kinds = definition.parameters.flatMap { definition.variables[$0.index].kinds }
    return definition.name == word || kinds.contains { model.schema[$0].singular == word }
  }

  private func matches(_ event: Model.Event, _ word: String?) -> Bool {
    guard let word else { return true }
    return event.name == word || event.kinds.contains { model.schema[$0].singular == word }
  }

  private func describe(_ kind: Kind) -> [String] {
    let relations = kind.recordOf.map { model.signature($0) }
    let record = relations.isEmpty ? "" : ", made by: \(relations.joined(separator: "; "))"
    return ["kind \(kind.singular) (\(kind.plural))\(record)"]
      + kind.attributes.map { model.schema[$0] }.filter { $0.source != .membership && !$0.isHidden }
      .map {
        attribute in
        "  \(attribute.name): \(attribute.type.phrase)\(attribute.isKey ? ", key" : "")"
          + (attribute.source == .host ? ", told by the host" : "")
      }
  }

  private func describe(_ relation: Relation) -> [String] {
    var line = "relation \(model.signature(relation.id))"
    switch (relation.leftNoun, relation.rightNoun) {
    case (nil, nil): break
    case (let left?, nil): line += " as \(left)"
    case (let left, let right?): line += " as \(left ?? "-") / \(right)"
    }
    switch relation.dating {
    case .undated: break
    case .interval: line += ", dated"
    case .day: line += ", dated on day"
    }
    if relation.isSymmetric { line += ", symmetric" }
    for limit in relation.cardinalities {
      let noun = limit.end == .left ? relation.leftNoun : relation.rightNoun
      let bounds =
        switch (limit.least, limit.most) {
        case (let least, let most?) where least == most: "exactly \(most)"
        case (0, let most?): "at most \(most)"
        case (let least, _): "at least \(least)"
        }
      line += ", \(bounds) \(noun ?? "")"
    }
    if let record = relation.record { line += ", recorded as \(model.schema[record].singular)" }
    var lines = [line]
    if let verb = model.verbs[relation.name], !verb.isLink {
      let forms = [
        verb.forms.plural, verb.forms.singular, verb.forms.past, verb.forms.participle,
        verb.forms.passive,
      ]
      let unique = forms.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      lines.append("  forms: \(unique.joined(separator: ", "))")
    }
    return lines
  }
}
