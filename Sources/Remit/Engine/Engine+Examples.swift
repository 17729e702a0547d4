// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// A question that uses a word of the model, to show what the word is for.
  ///
  /// - Returns: A question that has a meaning; `nil` for a word of the language, or for
  ///   one that none of the plain sentences uses.
  package func example(of word: String) -> String? {
    guard let term = model.vocabulary.terms[word] else { return nil }
    return sentences(with: term).first(where: hasMeaning)
  }

  private func hasMeaning(_ question: String) -> Bool {
    let source = SourceText(question)
    let range = SourceRange(0, source.bytes.count)
    let tokens = Lexer.lex(source, in: range, vocabulary: model.vocabulary).tokens
    var parser = Parser(tokens, source: source, vocabulary: model.vocabulary)
    parser.isTrial = true
    guard case .question(let question)? = parser.statement(), !parser.hasFailed, parser.isAtEnd
    else { return false }
    return Binder.bind(question, model: model).diagnostics.isEmpty
  }

  /// Plain sentences with a word, likely ones first.
  private func sentences(with term: Term) -> [String] {
    let word = term.text
    var sentences: [String] = []
    if term.classes.contains(.kind), let kind = model.schema.kind(named: term.base) {
      sentences.append("number of \(model.schema[kind].plural)")
    }
    for id in model.attributes[word] ?? [] {
      sentences.append("\(plural(model.schema[id].kind)) whose \(word) is known")
    }
    for meaning in model.adjectives[word] ?? [] {
      switch meaning {
      case .flag(let id), .choice(let id, _):
        sentences.append("\(word) \(plural(model.schema[id].kind))")
      case .definition(let id):
        let kinds = model[id].parameters.map { model[id].variables[$0.index].kinds }
        for kind in kinds.first ?? [] {
          sentences.append("\(word) \(plural(kind))")
          for other in kinds.last ?? [] {
            sentences.append("\(plural(kind)) \(word) for \(a(other))")
          }
        }
      }
    }
    for noun in model.endNouns[term.base] ?? [] {
      for kind in model.kinds(noun.relation, at: noun.end.opposite) {
        sentences.append("\(plural(kind)) with no \(term.base)")
      }
    }
    return sentences + clauses(with: term)
  }

  /// Sentences with a verb: `people who own a control`, `controls owned by a person`.
  private func clauses(with term: Term) -> [String] {
    guard let verb = model.verbs[term.base] else { return [] }
    let references =
      verb.relations.map(RelationReference.stored) + verb.definitions.map(RelationReference.defined)
    return references.flatMap { reference in
      let (left, right) = (
        model.kinds(reference, at: .left), model.kinds(reference, at: .right)
      )
      return left.flatMap { left in
        right.flatMap { right in
          [
            "\(plural(left)) who \(verb.forms.plural) \(a(right))",
            "\(plural(left)) \(term.text) \(a(right))",
            "\(plural(right)) \(term.text) \(a(left))",
          ].filter { $0.contains(term.text) || term.text == verb.forms.singular }
        }
      }
    }
      + verb.actions.flatMap { id in
        (model[id].parameters.first.map { model[id].variables[$0.index].kinds } ?? [])
          .map { "\(plural($0)) who \(verb.forms.plural)" }
      }
  }

  private func plural(_ kind: KindID) -> String { model.schema[kind].plural }

  private func a(_ kind: KindID) -> String {
    let word = model.schema[kind].singular
    return "\(Inflection.article(before: word)) \(word)"
  }
}
