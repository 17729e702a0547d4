// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport

@testable import Remit

/// Fills a vocabulary from the declarations of a script, without a binder.
///
/// For tests of lexer, grammar and parser: it takes every declaration to be
/// sound and knows nothing but words.
struct VocabularyFixture {
  private(set) var vocabulary = Vocabulary()
  /// The statements of the scripts, each lexed with the words declared before.
  private(set) var statements: [(text: String, statement: StatementSyntax?)] = []

  /// The words of `samples/iso27001`.
  static let iso27001 = VocabularyFixture(reading: ["samples/iso27001/iso27001.remit"])
  /// The words of the worked examples of the language.
  static let small = VocabularyFixture(reading: ["Tests/Specs/models/small.remit"])

  private init(reading paths: [String]) {
    for path in paths { run((try? ProjectFiles.text(path)) ?? "") }
  }

  private mutating func run(_ script: String) {
    let source = SourceText(script)
    for range in StatementSplitter.split(source) {
      let tokens = Lexer.lex(source, in: range, vocabulary: vocabulary).tokens
      let parsed = Parser.parse(tokens, source: source, vocabulary: vocabulary)
      statements.append((source.text(in: range), parsed.diagnostics.isEmpty ? parsed.statement : nil))
      switch parsed.statement {
      case .kind(let kind): declare(kind)
      case .relation(let relation): declare(relation)
      case .define(let definition): declare(definition)
      default: break
      }
    }
  }

  private mutating func declare(_ kind: KindSyntax) {
    noun(kind.name.text, kind.plural?.text, .kind)
    declare(kind.attributes)
  }

  private mutating func noun(_ singular: String, _ plural: String?, _ classes: TermClasses) {
    vocabulary.insert(singular, base: singular, classes: classes)
    vocabulary.insert(plural ?? Inflection.plural(singular), base: singular, classes: classes)
  }

  private mutating func declare(_ attributes: [AttributeSyntax]) {
    var values: [String: Int] = [:]
    for attribute in attributes {
      for value in attribute.values { values[value, default: 0] += 1 }
    }
    for attribute in attributes {
      for name in attribute.names.map(\.text) {
        switch attribute.type {
        case .kinds: noun(name, nil, .relationNoun)
        case .value(.flag):
          vocabulary.insert(name, base: name, classes: .adjective)
        case .value: vocabulary.insert(name, base: name, classes: .attribute)
        }
      }
      for value in attribute.values {
        // A value of two attributes, or with a word that is taken, is read
        // only beside its attribute.
        let isFree =
          values[value] == 1 && Keyword(word: value) == nil
          && vocabulary.conflict(of: value, base: value, classes: .adjective) == nil
        vocabulary.insert(value, base: value, classes: isFree ? .adjective : .value)
      }
    }
  }

  private mutating func declare(_ relation: RelationSyntax) {
    if relation.isLink {
      vocabulary.insert(relation.name.text, base: relation.name.text, classes: .link)
    } else {
      let forms = relation.options.lazy.compactMap { option -> [String]? in
        if case .forms(let names) = option { names.map(\.text) } else { nil }
      }.first
      verb(relation.name.text, forms ?? [])
    }
    end(relation.leftEnd, relation.left)
    end(relation.rightEnd, relation.right)
    for case .recorded(let noun, let plural) in relation.options {
      self.noun(noun.text, plural?.text, [.kind, .relationNoun])
      declareRecord()
    }
    declare(relation.attributes)
  }

  private mutating func verb(_ singular: String, _ given: [String] = []) {
    var forms = Inflection.verb(singular)
    if given.count > 0 { forms.plural = given[0] }
    if given.count > 2 {
      forms.past = given[2]
      forms.participle = given[2]
    }
    if given.count > 3 { forms.passive = given[3] }
    for (form, classes) in [
      (forms.singular, TermClasses.singularVerb), (forms.plural, .pluralVerb),
      (forms.past, .pastVerb), (forms.participle, .participle), (forms.passive, .passive),
    ] {
      vocabulary.insert(form, base: forms.singular, classes: classes)
    }
  }

  private mutating func end(_ end: RelationSyntax.End?, _ kinds: [WordSyntax]) {
    if let end { return noun(end.noun.text, end.plural?.text, .relationNoun) }
    // An end without a noun takes the names of its kinds.
    for kind in kinds {
      for term in vocabulary.terms.values where term.base == kind.base && term.classes.contains(.kind)
      {
        vocabulary.insert(term.text, base: term.base, classes: .relationNoun)
      }
    }
  }

  /// A record has its dates and the word of its link.
  private mutating func declareRecord() {
    for name in ["start date", "end date", "relation"] {
      vocabulary.insert(name, base: name, classes: .attribute)
    }
  }

  private mutating func declare(_ definition: DefineSyntax) {
    switch definition.head {
    case .noun(let name, _): noun(name.text, nil, .kind)
    case .adjective(_, let word, _):
      vocabulary.insert(word.text, base: word.text, classes: .adjective)
    case .verb(_, let word, _): if vocabulary.terms[word.text] == nil { verb(word.text) }
    }
  }
}

extension AttributeSyntax {
  /// The values of an enumeration or of levels, from the lowest.
  fileprivate var values: [String] {
    switch type {
    case .value(.enumeration(let values)), .value(.levels(let values)): values
    default: []
    }
  }
}
