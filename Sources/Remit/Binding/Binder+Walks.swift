// SPDX-License-Identifier: Apache-2.0

/// Ways from one thing to another, and the things that come first.
extension Binder {
  // MARK: Distances

  /// `distance from Ann to it via reports to`, with `highest` over all of them.
  ///
  /// Without a word the least counts: the distance to the nearest of several.
  mutating func distance(
    _ function: AggregateSyntax?, _ walk: WalkSyntax, at range: SourceRange
  ) -> BoundTerm {
    let ways = ways(walk)
    let (from, fromSet) = walkEnd(walk.from, ways.starts)
    let (to, toSet) = walkEnd(walk.to, ways.ends)
    check(walk, from, ways)
    let hops = ways.hops
    let aggregate = Aggregate(rawValue: function?.rawValue ?? "lowest") ?? .lowest
    if fromSet != nil, toSet != nil, [.total, .average, .median].contains(aggregate) {
      report(BindingMessages.walkOfTwoSets(aggregate.rawValue, at: range))
    }
    var term = BoundTerm.walk(.distance, from: from, to: to, hops)
    for (variable, condition) in [toSet, fromSet].compactMap({ $0 }) {
      term = .aggregate(aggregate, term, variable, condition)
    }
    return term
  }

  /// The end of a way: one thing, or a variable over those of a phrase.
  private mutating func walkEnd(
    _ noun: NounPhraseSyntax, _ kinds: [KindID]
  ) -> (Operand, set: (Variable, BoundCondition)?) {
    if let operand = bareOperand(ofHead(noun), endKinds: kinds) { return (operand, nil) }
    let (variable, condition) = counted(noun)
    return (.variable(variable), (variable, condition))
  }

  /// The same for an end that is part of the row.
  private mutating func walkRow(_ noun: NounPhraseSyntax, _ kinds: [KindID]) -> BoundNoun {
    guard let operand = bareOperand(noun, endKinds: kinds) else { return headNoun(noun) }
    let variable = variable(self.kinds(of: operand))
    scope.addNoun(variable)
    return BoundNoun(
      variable: variable, core: .same(.variable(variable), operand), modifiers: .always)
  }

  /// The steps a way may have, and what stands at their ends.
  private struct Ways {
    var hops: [Hop] = []
    var starts: [KindID] = []
    var ends: [KindID] = []
  }

  private func ways(_ walk: WalkSyntax) -> Ways {
    var ways = Ways()
    var starts: Set<KindID> = []
    var ends: Set<KindID> = []
    for link in walk.links {
      guard let verb = model.verbs[link.word.base] else { continue }
      let relations = model.relations(of: verb, directly: link.isDirect)
      let near = link.isPassive ? LinkEnd.right : .left
      starts.formUnion(relations.flatMap { model.kinds($0, at: near) })
      ends.formUnion(relations.flatMap { model.kinds($0, at: near.opposite) })
      ways.hops.append(
        Hop(
          link: BoundLink(relations: relations, repetition: nil, time: .asOf),
          isForward: !link.isPassive))
    }
    (ways.starts, ways.ends) = (starts.sorted(), ends.sorted())
    return ways
  }

  /// Reports a way whose first step is impossible; what follows it depends on
  /// where it leads.
  private mutating func check(_ walk: WalkSyntax, _ from: Operand, _ ways: Ways) {
    guard let first = walk.links.first, !kinds(of: from).overlaps(ways.starts)
    else { return }
    report(
      BindingMessages.impossibleWalk(
        first.word, from: model.phrase(kinds(of: from), plural: true),
        starts: model.phrase(ways.starts, plural: true)))
  }

  /// `distance from AS001 to AS004 via depends on` as a question of its own:
  /// one number.
  mutating func distanceQuestion(
    _ function: AggregateSyntax?, _ walk: WalkSyntax, at range: SourceRange, limit: Int?
  ) -> BoundQuery {
    let ways = ways(walk)
    let from = walkRow(walk.from, ways.starts)
    let (to, toSet) = walkEnd(walk.to, ways.ends)
    check(walk, .variable(from.variable), ways)
    let hops = ways.hops
    let aggregate = Aggregate(rawValue: function?.rawValue ?? "lowest") ?? .lowest
    var value = BoundTerm.walk(.distance, from: .variable(from.variable), to: to, hops)
    if let (variable, condition) = toSet {
      value = .aggregate(aggregate, value, variable, condition)
      if [.total, .average, .median].contains(aggregate), !isOneThing(walk.from) {
        report(BindingMessages.walkOfTwoSets(aggregate.rawValue, at: range))
      }
    }
    let title = function.map { "\($0.rawValue) distance" } ?? "distance"
    return BoundQuery(
      variables: [], names: [], head: from.variable, rowVariables: [], condition: from.condition,
      shape: .measure(.aggregate(aggregate, value, title: title), keys: [], sort: [], limit: limit),
      asOf: nil, missing: [])
  }

  private func isOneThing(_ noun: NounPhraseSyntax) -> Bool {
    if case .reference(let reference) = noun.head { return reference.steps.isEmpty }
    return noun.name != nil
  }

  /// `path from Ann to AS004 via owns or depends on`: for each pair the things
  /// on one shortest way.
  mutating func pathQuestion(_ walk: WalkSyntax, _ question: QuestionSyntax) -> BoundQuery {
    let ways = ways(walk)
    let hops = ways.hops
    let from = walkRow(walk.from, ways.starts)
    let to = walkRow(walk.to, ways.ends)
    let (start, end) = (Operand.variable(from.variable), Operand.variable(to.variable))
    check(walk, start, ways)
    let distance = BoundTerm.walk(.distance, from: start, to: end, hops)
    let condition = BoundCondition.conjunction([
      from.condition, to.condition, .not(.same(start, end)), .known(distance),
    ])
    head = from.variable
    headRange = walk.from.range
    var columns = columns(question.columns)
    if columns.isEmpty {
      columns = [
        BoundColumn(title: "from", term: .entity(start)),
        BoundColumn(title: "to", term: .entity(end)),
        BoundColumn(title: "steps", term: distance),
        BoundColumn(title: "path", term: .walk(.path, from: start, to: end, hops)),
      ]
    }
    let sort = question.sort.map { sortKey($0) }
    return BoundQuery(
      variables: [], names: [], head: from.variable, rowVariables: [to.variable],
      condition: condition,
      shape: .rows(columns, sort: sort, limit: question.first.map { number($0) }), asOf: nil,
      missing: [])
  }

  // MARK: The first of an order

  /// `top 5 risks by residual level per owner`
  ///
  /// Things without the value are left out; of those that are alike by it the
  /// first in natural order comes first.
  mutating func topQuestion(_ top: TopSyntax) -> BoundQuery {
    let (head, found) = phrase(top.phrase)
    self.head = head
    var condition = found
    var columns: [BoundColumn] = []
    var sort: [BoundSort] = []
    var rowVariables: [Variable] = []
    for key in top.keys {
      let (column, variable, member) = topKey(key, head)
      columns.append(column)
      sort.append(BoundSort(term: column.term, descending: false))
      if let variable { rowVariables.append(variable) }
      condition = .conjunction([condition, member])
    }
    let keys = columns.count
    let by = column(ColumnSyntax(term: top.term, title: nil))
    let table = tableColumns(head).filter { $0.title != by.title }
    columns += table.isEmpty ? headColumns(head) : table
    columns.append(by)
    sort.append(BoundSort(term: by.term, descending: top.isTop))
    condition = .conjunction([condition, .known(by.term)])
    return BoundQuery(
      variables: [], names: [], head: head, rowVariables: rowVariables, condition: condition,
      shape: .top(columns, sort: sort, keys: keys, count: number(top.count)), asOf: nil, missing: []
    )
  }

  private mutating func topKey(
    _ key: KeySyntax, _ head: Variable
  ) -> (BoundColumn, Variable?, BoundCondition) {
    let title = key.title
    var current = Operand.variable(head)
    var member: [BoundCondition] = []
    var variable: Variable?
    for (index, word) in key.steps.enumerated() {
      let isDirect = key.isDirect && index == 0
      if !isDirect, !model.attributes(named: word.base, of: kinds(of: current)).isEmpty {
        let term = attribute(word, of: current)?.term ?? .today
        return (BoundColumn(title: title, term: term), variable, .conjunction(member))
      }
      let noun = RelationNounSyntax(
        isDirect: isDirect, words: [word], repetition: nil, range: word.range)
      let step = chainStep(noun, [], from: current)
      member.append(step.condition)
      variable = step.variable
      current = .variable(step.variable)
    }
    return (BoundColumn(title: title, term: .entity(current)), variable, .conjunction(member))
  }

  /// The columns in which a thing is shown, as without `showing`.
  private func headColumns(_ head: Variable) -> [BoundColumn] {
    let kinds = variables[head.index].kinds
    let attributes = kinds.count == 1 ? model.schema.displayAttributes(of: kinds[0]) : []
    guard !attributes.isEmpty else {
      let title = kinds.count == 1 ? model.schema[kinds[0]].singular : "thing"
      return [BoundColumn(title: title, term: .entity(.variable(head)))]
    }
    return attributes.map {
      BoundColumn(title: model.schema[$0].name, term: .attribute([$0], .variable(head)))
    }
  }
}
