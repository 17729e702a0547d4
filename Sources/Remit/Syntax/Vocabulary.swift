// SPDX-License-Identifier: Apache-2.0

/// What parts of speech a declared form can be.
struct TermClasses: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  /// A kind's word, singular or plural.
  static let kind = TermClasses(rawValue: 1 << 0)
  /// A noun for an end of a relation; also a kind's word that an end claims.
  static let relationNoun = TermClasses(rawValue: 1 << 1)
  /// An attribute's name.
  static let attribute = TermClasses(rawValue: 1 << 2)
  /// A flag, an enumeration's or level's value, a defined adjective.
  static let adjective = TermClasses(rawValue: 1 << 3)
  /// A verb for one: `owns`.
  static let singularVerb = TermClasses(rawValue: 1 << 4)
  /// A verb for several, or after `not`: `own`.
  static let pluralVerb = TermClasses(rawValue: 1 << 5)
  /// A verb in the past: `owned`.
  static let pastVerb = TermClasses(rawValue: 1 << 6)
  /// A participle, after `has` or without its `by`: `owned`.
  static let participle = TermClasses(rawValue: 1 << 7)
  /// A passive: `owned by`.
  static let passive = TermClasses(rawValue: 1 << 8)
  /// A link phrase: `part of`.
  static let link = TermClasses(rawValue: 1 << 9)
  /// A value that is read only beside its attribute.
  static let value = TermClasses(rawValue: 1 << 10)

  /// A verb of an event: `leaves`.
  static let event = TermClasses(rawValue: 1 << 11)
  /// An adjective that can be said for something: `competent`. It is one of
  /// `adjective` too, and has no name of its own.
  static let fitting = TermClasses(rawValue: 1 << 12)

  /// An adjective with its preposition: `independent of`.
  static let fittingPhrase = TermClasses(rawValue: 1 << 14)

  /// A word that `let` gave a value.
  static let constant = TermClasses(rawValue: 1 << 13)

  /// A verb in any form that has a subject.
  static let verb: TermClasses = [.singularVerb, .pluralVerb, .pastVerb]

  /// The classes by name, for messages and the stage printer.
  static let names: [(TermClasses, String)] = [
    (.kind, "kind"), (.relationNoun, "relation noun"), (.attribute, "attribute"),
    (.adjective, "adjective"), (.fittingPhrase, "adjective with a preposition"),
    (.singularVerb, "verb, singular"), (.pluralVerb, "verb, plural"),
    (.pastVerb, "verb, past"), (.participle, "participle"), (.passive, "passive"),
    (.link, "link phrase"), (.value, "value"), (.event, "event"), (.constant, "word for a value"),
  ]

  /// The classes in words: `kind, relation noun`.
  var phrase: String {
    TermClasses.names.filter { contains($0.0) }.map(\.1).joined(separator: ", ")
  }
}

/// A declared form: one or more words read as one.
struct Term: Hashable, Sendable {
  /// The form itself, words separated by one space: `people`.
  var text: String
  /// The word it is a form of: `person`, `owns`.
  var base: String
  /// What it can be.
  var classes: TermClasses
}

/// The declared forms, found by the longest match over words.
///
/// A trie over words: each declared form is a path from the root. Looking a
/// phrase up costs one hash per word, whatever the number of forms.
struct Vocabulary: Sendable {
  private struct Step: Hashable, Sendable {
    var node: Int
    var word: Int
  }

  private var words: [String: Int] = [:]
  private var steps: [Step: Int] = [:]
  private var ends: [Term?] = [nil]

  /// Every declared form.
  private(set) var terms: [String: Term] = [:]
  /// What to write for a value that was made a noun: `policy documents` for
  /// `policies`. Such nouns are only suggested.
  private(set) var valueNouns: [String: String] = [:]

  /// Notes what a plural made of a value would mean; the first one stays.
  mutating func suggest(_ phrase: String, for plural: String) {
    if valueNouns[plural] == nil { valueNouns[plural] = phrase }
  }

  /// The names of the dates that things of a kind have, by its word.
  private var datesByKind: [String: [String]] = [:]

  /// Notes that things of a kind have a date.
  mutating func note(date: String, of kind: String) {
    datesByKind[kind, default: []].append(date)
  }

  /// The names of the dates that things of a kind have, as they were declared.
  func dates(of kind: String) -> [String] { datesByKind[kind] ?? [] }

  /// Adds a form, or adds parts of speech to one that stands.
  ///
  /// The caller has asked ``conflict(of:base:classes:)`` before.
  mutating func insert(_ text: String, base: String, classes: TermClasses) {
    var node = 0
    for word in text.split(separator: " ") {
      let number = words[String(word)] ?? words.count
      words[String(word)] = number
      let step = Step(node: node, word: number)
      if let next = steps[step] {
        node = next
      } else {
        ends.append(nil)
        steps[step] = ends.count - 1
        node = ends.count - 1
      }
    }
    var term = terms[text] ?? Term(text: text, base: base, classes: classes)
    term.classes.formUnion(classes)
    // A noun's base is needed most: an attribute or value has only one form.
    if classes.contains(.kind) { term.base = base }
    terms[text] = term
    ends[node] = term
  }

  /// The form that cannot stand beside a new one, by "one form, one role".
  ///
  /// A form may be several inflections of one verb, a kind and the end of a
  /// relation, a value and an adjective, or an attribute of several kinds.
  ///
  /// `besideEvent` lets an event and the verb that asks for it share their forms.
  func conflict(
    of text: String, base: String, classes: TermClasses, besideEvent: Bool = false
  ) -> Term? {
    guard let standing = terms[text] else { return nil }
    let verbs: TermClasses = [
      .singularVerb, .pluralVerb, .pastVerb, .participle, .passive, .link,
    ]
    let nouns: TermClasses = [.kind, .relationNoun]
    let values: TermClasses = [.adjective, .fitting]
    if classes == .value { return nil }
    let all = standing.classes.union(classes).subtracting(.value)
    var groups = [
      verbs, nouns, values, .attribute, [.attribute, .relationNoun], .event, .fittingPhrase,
    ]
    if besideEvent { groups.append(verbs.union(.event)) }
    for group in groups where all.isSubset(of: group) {
      let isVerb = !group.isDisjoint(with: verbs.union(.event))
      return isVerb && standing.base != base ? standing : nil
    }
    return standing
  }

  /// Leaves a value of an attribute to be read only beside the attribute.
  mutating func demoteToValue(_ text: String) {
    guard var term = terms[text] else { return }
    term.classes.remove(.adjective)
    term.classes.insert(.value)
    terms[text] = term
    var node = 0
    for word in text.split(separator: " ") {
      guard let next = step(from: node, word: String(word)) else { return }
      node = next.node
    }
    ends[node] = term
  }

  /// Takes a form away again.
  mutating func remove(_ text: String) {
    guard terms.removeValue(forKey: text) != nil else { return }
    var node = 0
    for word in text.split(separator: " ") {
      guard let next = step(from: node, word: String(word)) else { return }
      node = next.node
    }
    ends[node] = nil
  }

  /// The forms with the parts of speech that are left of each, as if the others had
  /// never been declared.
  ///
  /// - Complexity: O(forms).
  func keeping(_ classes: (Term) -> TermClasses) -> Vocabulary {
    var kept = Vocabulary()
    for term in terms.values.sorted(by: { $0.text < $1.text }) {
      let classes = classes(term).intersection(term.classes)
      if !classes.isEmpty { kept.insert(term.text, base: term.base, classes: classes) }
    }
    kept.datesByKind = datesByKind.mapValues { names in
      names.filter { kept.terms[$0]?.classes.contains(.attribute) == true }
    }.filter { kept.terms[$0.key] != nil }
    kept.valueNouns = valueNouns.filter { plural, phrase in
      phrase.split(separator: " ").allSatisfy { kept.words[String($0)] != nil }
    }
    return kept
  }

  /// Walks the trie along words; `nil` when no form goes on so.
  func step(from node: Int, word: String) -> (node: Int, term: Term?)? {
    guard let number = words[word], let next = steps[Step(node: node, word: number)] else {
      return nil
    }
    return (next, ends[next])
  }

  /// Whether a single word begins or is inside some declared form.
  func knows(word: String) -> Bool { words[word] != nil }

  /// All single words of declared forms, for suggestions.
  var allWords: Dictionary<String, Int>.Keys { words.keys }
}
