// SPDX-License-Identifier: Apache-2.0

/// Writes a plan as indented text, one operator a line, what it works on below.
///
///     AntiJoin c -> p: backwards owns
///       Scan control
///       Scan person
struct PlanPrinter {
  private let schema: Schema
  private let plan: QueryPlan
  private var lines: [String] = []

  /// Returns the text of a plan, without a final line break.
  static func print(_ plan: QueryPlan, schema: Schema) -> String {
    var printer = PlanPrinter(schema: schema, plan: plan)
    printer.add(plan.unit)
    for (id, definition) in plan.definitions.sorted(by: { $0.key < $1.key }) {
      let text = printer.conditions(plan.unit).text(id)
      printer.lines.append("Definition \(text)\(definition.isRecursive ? " (recursive)" : "")")
      printer.add(definition.unit, depth: 1)
    }
    return printer.lines.joined(separator: "\n")
  }

  private init(schema: Schema, plan: QueryPlan) {
    self.schema = schema
    self.plan = plan
  }

  private func conditions(_ unit: PlanUnit) -> ConditionPrinter {
    ConditionPrinter(
      schema: schema,
      definitions: plan.declared,
      variables: unit.variables,
      names: unit.names
    )
  }

  private mutating func add(_ unit: PlanUnit, depth: Int = 0) {
    let printer = conditions(unit)
    add(unit.root, depth, printer)
    for shared in unit.shared {
      line("Shared \(printer.text(shared.variable)): \(printer.text(shared.condition))", depth)
      add(shared.plan, depth + 1, printer)
    }
  }

  private mutating func line(_ text: String, _ depth: Int) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }

  private mutating func add(_ plan: LogicalPlan, _ depth: Int, _ printer: ConditionPrinter) {
    line(head(plan, printer), depth)
    switch plan {
    case .semiJoin(let input, let partners), .antiJoin(let input, let partners),
      .countThreshold(let input, let partners, _, _):
      if partners.condition != .always {
        line("where \(printer.text(partners.condition))", depth + 1)
      }
      add(input, depth + 1, printer)
      add(partners.among, depth + 1, printer)
    case .join(let inputs, on: let conditions):
      for condition in conditions { line("where \(printer.text(condition))", depth + 1) }
      for input in inputs { add(input.plan, depth + 1, printer) }
    default:
      for child in plan.children { add(child, depth + 1, printer) }
    }
  }

  private func head(_ plan: LogicalPlan, _ printer: ConditionPrinter) -> String {
    func hop(_ hop: Hop) -> String {
      (hop.isForward ? "" : "backwards ") + printer.text(hop.link)
    }
    func pair(_ partners: Partners) -> String {
      "\(printer.text(partners.own)) -> \(printer.text(partners.partner)): "
        + partners.hops.map(hop).joined(separator: " and ")
    }
    switch plan {
    case .empty: return "Empty"
    case .scan(let kinds): return "Scan \(printer.text(kinds))"
    case .thing(let name): return "Thing \(printer.text(name))"
    case .definition(let id): return "Definition \(printer.text(id))"
    case .filter(_, _, let condition): return "Filter \(printer.text(condition))"
    case .extend(_, let along): return "Extend \(hop(along))"
    case .closure(_, let along): return "Closure \(hop(along))"
    case .semiJoin(_, let partners): return "SemiJoin \(pair(partners))"
    case .antiJoin(_, let partners): return "AntiJoin \(pair(partners))"
    case .countThreshold(_, let partners, let comparison, let count):
      return "CountThreshold \(comparison.rawValue) \(count) \(pair(partners))"
    case .division(_, let along, by: _): return "Division \(hop(along))"
    case .provided: return "Provided"
    case .intersection: return "Intersection"
    case .union: return "Union"
    case .difference: return "Difference"
    case .join(let inputs, on: _):
      return "Join \(inputs.map { printer.text($0.variable) }.joined(separator: ", "))"
    case .project(_, let columns):
      return columns.isEmpty ? "Project" : "Project \(columns.map(\.title).joined(separator: ", "))"
    case .aggregate(_, let measure, keys: let keys, part: _):
      let titles = keys.map { key in
        switch key {
        case .term(_, let title), .things(_, _, _, let title): title
        }
      }
      return "Aggregate \(text(measure))"
        + (titles.isEmpty ? "" : " per \(titles.joined(separator: ", "))")
    case .sort(_, let keys):
      let texts = keys.map { key in
        (key.term.map(printer.text) ?? "the number") + (key.descending ? " descending" : "")
      }
      return "Sort \(texts.joined(separator: ", "))"
    case .limit(_, let count): return "Limit \(count)"
    case .limitEach(_, columns: let columns, let count):
      return "Limit \(count) for each of the first \(columns) columns"
    case .periods(_, each: _, let periods):
      return "Periods \(printer.text(periods.first)) to \(printer.text(periods.last))"
        + (periods.isOfThings ? "" : " when \(printer.text(periods.when))")
    }
  }

  private func text(_ measure: BoundMeasure) -> String {
    switch measure {
    case .count: "count"
    case .aggregate(let aggregate, _, _): aggregate.rawValue
    case .share: "share"
    }
  }
}
