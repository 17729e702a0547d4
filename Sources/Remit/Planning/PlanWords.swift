// SPDX-License-Identifier: Apache-2.0

/// Says what the operators of a plan do, in words.
struct PlanWords {
  private let schema: Schema
  private let printer: ConditionPrinter

  /// Makes the words of a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - unit: The unit of it that is described.
  ///   - schema: The schema.
  init(_ plan: QueryPlan, _ unit: PlanUnit, schema: Schema) {
    self.schema = schema
    printer = ConditionPrinter(
      schema: schema, definitions: plan.declared,
      variables: PlanWords.named(unit.variables, schema), names: unit.names)
  }

  /// The variables with a letter for those the question gave none.
  private static func named(_ variables: [BoundVariable], _ schema: Schema) -> [BoundVariable] {
    var taken = Set(variables.compactMap(\.name))
    return variables.map { variable in
      guard variable.name == nil else { return variable }
      let word = variable.kinds.count == 1 ? schema[variable.kinds[0]].singular : "x"
      let initial = word.first.map(String.init) ?? "x"
      var named = variable
      var name = initial
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(initial)\(number)"
        number += 1
      }
      named.name = name
      return named
    }
  }

  /// What an operator does with what stands below it.
  func sentence(_ plan: LogicalPlan) -> String {
    // A quantifier that asks only that there is one needs no more words.
    words(plan).replacing(": always", with: "")
  }

  private func words(_ plan: LogicalPlan) -> String {
    switch plan {
    case .empty: "nothing"
    case .scan(let kinds): "all \(kinds.map { schema[$0].plural }.joined(separator: " and "))"
    case .thing(let name): "the thing called \(printer.text(name))"
    case .definition(let id): "what is '\(printer.text(id))', worked out once"
    case .filter(_, let variable, let condition):
      "look at each \(printer.text(variable)), and keep it if \(printer.text(condition))"
    case .extend(_, let hop): "go on from each \(along(hop))"
    case .closure(_, let hop): "go on from each \(along(hop)), again and again"
    case .semiJoin(_, let partners): "keep those with \(words(partners, "one"))"
    case .antiJoin(_, let partners): "keep those without \(words(partners, "one"))"
    case .countThreshold(_, let partners, let comparison, let count):
      "keep those with \(words(partners, "\(words(comparison)) \(count)"))"
    case .division(_, let hop, by: _):
      "keep those that lead \(along(hop)) to every one of the second"
    case .provided: "keep all if there is one of the second"
    case .intersection: "keep what is in all of these"
    case .union: "put these together"
    case .difference: "keep those of the first that are not in the second"
    case .join(let inputs, on: let conditions):
      "try \(inputs.map { printer.text($0.variable) }.joined(separator: ", ")) together"
        + (conditions.isEmpty
          ? "" : ", and keep them if " + conditions.map(printer.text).joined(separator: " and "))
    case .project(_, let columns):
      columns.isEmpty
        ? "show them" : "show \(columns.map(\.title).joined(separator: ", "))"
    case .aggregate(_, let measure, keys: let keys, part: _):
      words(measure) + (keys.isEmpty ? "" : " per \(keys.map(title).joined(separator: ", "))")
    case .sort(_, let keys):
      "sort by "
        + keys.map { key in
          (key.term.map(printer.text) ?? "the number") + (key.descending ? ", descending" : "")
        }.joined(separator: ", ")
    case .limit(_, let count): "keep the first \(count)"
    case .limitEach(_, columns: _, let count): "keep the first \(count) of each group"
    case .periods(_, each: _, let periods):
      "find the days from \(printer.text(periods.first)) to \(printer.text(periods.last)) on which "
        + (periods.isOfThings ? "each is in the second" : printer.text(periods.when))
    }
  }

  /// A condition that is computed as a set of its own.
  func sentence(_ shared: SharedSet) -> String {
    "found out beforehand: for which \(printer.text(shared.variable)) "
      + printer.text(shared.condition).replacing(": always", with: "")
  }

  /// The word of a definition.
  func word(_ id: DefinitionID) -> String { printer.text(id) }

  private func along(_ hop: Hop) -> String {
    "along '\(printer.text(hop.link))'" + (hop.isForward ? "" : " backwards")
  }

  private func words(_ partners: Partners, _ count: String) -> String {
    let hops = partners.hops.map(along).joined(separator: " and ")
    let condition =
      partners.condition == .always ? "" : ", where \(printer.text(partners.condition))"
    return "\(count) of the second \(hops)\(condition)"
  }

  private func words(_ comparison: Comparison) -> String {
    switch comparison {
    case .greaterOrEqual: "at least"
    case .lessOrEqual: "at most"
    case .greater: "more than"
    case .less: "fewer than"
    default: "exactly"
    }
  }

  private func words(_ measure: BoundMeasure) -> String {
    switch measure {
    case .count: "count them"
    case .aggregate(let aggregate, let term, _): "\(aggregate.rawValue) \(printer.text(term))"
    case .share(let condition, _): "the share of those where \(printer.text(condition))"
    }
  }

  private func title(_ key: BoundKey) -> String {
    switch key {
    case .term(_, let title), .things(_, _, _, let title): title
    }
  }
}
