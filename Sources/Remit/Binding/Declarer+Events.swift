// SPDX-License-Identifier: Apache-2.0

extension Declarer {
  /// event a person leaves: end the person's links
  mutating func declare(_ syntax: EventSyntax, in source: SourceText) {
    guard case .kinds(let words) = syntax.subject.head else {
      diagnostics.append(BindingMessages.eventOfNoKind(at: syntax.subject.range))
      return
    }
    let kinds = kinds(words)
    let forms = Inflection.verb(syntax.word.text)
    // A verb without an object may ask for what happens by the event.
    let verb = model.verbs[forms.singular]
    let isAsked = verb.map { $0.relations.isEmpty && $0.definitions.isEmpty } ?? false
    for form in [forms.singular, forms.plural, forms.past] where diagnostics.isEmpty {
      insert(
        form, base: forms.singular, .event, as: "event", at: syntax.word.range,
        besideEvent: isAsked)
    }
    for standing in model.events[forms.singular] ?? []
    where standing.kinds.overlaps(kinds) {
      diagnostics.append(
        BindingMessages.alreadyDeclared(
          syntax.word.text, as: "an event of these kinds", at: syntax.word.range))
      return
    }
    for effect in syntax.effects { check(effect) }
    model.events[forms.singular, default: []].append(
      Model.Event(
        name: forms.singular, kinds: kinds, letter: syntax.subject.variable?.text,
        effects: syntax.effects, source: source, range: syntax.range))
  }

  /// What can be told of an effect before it happens to anything.
  private mutating func check(_ effect: EffectSyntax) {
    guard case .endLinks(_, let records?, _) = effect else { return }
    let kind = model.schema.kind(named: records.base)
    if kind.map({ model.schema[$0].isRecord }) != true {
      diagnostics.append(BindingMessages.noRecords(records.text, at: records.range))
    }
  }
}
