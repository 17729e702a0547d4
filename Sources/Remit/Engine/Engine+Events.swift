// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// Lets an event happen to a thing, or to each of a set.
  ///
  /// What it leads to may be events too, and these may lead back to it: how deep
  /// they go is limited, and where that is too deep nothing has happened.
  ///
  /// - Returns: The sentence that says what it changed.
  mutating func happen(
    _ word: WordSyntax, to thing: ThingSyntax, _ sets: [SourceRange: [Entity]],
    _ context: Context, _ range: SourceRange
  ) throws(QueryError) -> String {
    guard context.eventDepth < limits.eventDepth else {
      throw context.error(
        ReachedLimit(.eventDepth, used: context.eventDepth + 1, allowed: limits.eventDepth),
        EngineMessages.eventsTooDeep(limits.eventDepth, at: range))
    }
    let events = model.events[word.base] ?? []
    let kinds = Set(events.flatMap(\.kinds)).sorted()
    let writer = FactWriter(engine: self, context: context, sets: sets)
    let things = try writer.things(thing, kinds: kinds)
    var changed = self
    for entity in things {
      try context.spendStep(of: limits)
      guard let event = events.first(where: { $0.kinds.contains(entity.kind) }) else {
        throw context.error(
          BindingMessages.impossibleEvent(
            word, of: model.schema[entity.kind].plural, takes: model.phrase(kinds, plural: true)))
      }
      var inner = Context(
        source: event.source, range: event.range, cancellation: context.cancellation)
      inner.meter = context.meter
      inner.eventDepth = context.eventDepth + 1
      inner.letters = context.letters.adding(event.letter, entity)
      // Each event within another takes its part of the stack.
      try DeepStack.run(levels: levels(of: event.range)) { () throws(QueryError) in
        for effect in event.effects { try changed.apply(effect, inner) }
      }
    }
    self = changed
    let count = things.count == 1 ? "" : " (\(things.count))"
    return "Happened\(count): \(SyntaxPrinter().print(.event(thing, word, range)))."
  }

  /// Checks the effects of an event for things of each kind it can happen to.
  func check(
    _ event: EventSyntax, in model: Model, _ context: Context
  ) throws(QueryError) {
    let kinds = (model.events.values.flatMap { $0 }).last { $0.range == event.range }?.kinds ?? []
    for kind in kinds {
      var inner = context
      inner.letters = context.letters.adding(
        event.subject.variable?.text, Entity(kind: kind, node: 0))
      let checker = FactChecker(
        model: model,
        constants: FactConstants(model: model, today: today, parameters: parameters, context: inner)
      )
      for effect in event.effects {
        try context.spendStep(of: limits)
        try checker.check(effect)
      }
    }
  }

  private mutating func apply(_ effect: EffectSyntax, _ context: Context) throws(QueryError) {
    switch effect {
    case .fact(let fact): _ = try self.fact(fact, context)
    case .endLinks(let owner, let records, _):
      var writer = FactWriter(engine: self, context: context, sets: [:])
      let kind = records.flatMap { model.schema.kind(named: $0.base) }
      for entity in try writer.things(owner, kinds: model.factKinds) {
        try context.spendStep(of: limits)
        writer.builder.endLinks(of: entity, recordedAs: kind, on: today)
      }
      draft = writer.builder
    }
  }
}
