// SPDX-License-Identifier: Apache-2.0

extension Engine {
  /// Makes the word of a definition mean its body.
  ///
  /// A definition that would be defined by its own absence is refused, with
  /// the cycle.
  mutating func define(_ syntax: DefineSyntax, _ context: Context) throws(QueryError) -> Outcome {
    let before = model
    var declarer = Declarer(model)
    declarer.declareWord(of: syntax)
    var id: DefinitionID?
    if declarer.diagnostics.isEmpty {
      id = declarer.addDefinition(syntax, text: context.text, depthLimit: limits.depth)
    }
    try adopt(declarer, context)
    guard let id else { return .done("Nothing was defined.") }
    if let cycle = Stratification.check(model.definitions) {
      let names = cycle.map { model[$0].name }
      let isThroughTime = cycle.contains { model[$0].isAboutOtherDays }
      model = before
      throw context.error(
        isThroughTime
          ? BindingMessages.cycleThroughTime(names, at: syntax.range)
          : BindingMessages.negationThroughCycle(names, at: syntax.range))
    }
    // Another copy of the engine may give the same number to another definition.
    cache = ExecutionCache(succeeding: cache)
    return .done("Defined \(model[id].name).")
  }
}

extension Engine.Context {
  /// The text of the statement, on one line.
  var text: String {
    source.line(in: range)
  }
}
