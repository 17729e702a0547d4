// SPDX-License-Identifier: Apache-2.0

/// Answers that are arranged as a matrix: `showing ref, across owner`.
extension Engine {
  /// Answers a question and lets the values of some of its columns head columns.
  ///
  /// How many rows are wanted is said of the matrix, so all of the answer is found.
  mutating func matrix(
    _ question: QuestionSyntax, _ context: Context
  ) throws(QueryError) -> QueryResult {
    var asked = question
    asked.removeAcross()
    asked.first = nil
    let answer = try answer(asked, context)
    var places = question.acrossPlaces(of: answer.columns.count)
    if question.isChanges, answer.columns.first?.title == "change" {
      // What entered and what left makes rows of its own.
      for index in places.indices { places[index].place += 1 }
    }
    let budget = budget(context)
    defer { context.meter.steps += budget.steps }
    let first = try question.first.map { (count) throws(QueryError) in try number(count, context) }
    do {
      return try answer.spread(
        places, isMeasured: question.isMeasure, countsNone: question.isCount, first: first, budget)
    } catch { throw self.error(error, context) }
  }
}

extension QuestionSyntax {
  fileprivate var isMeasure: Bool { if case .measure = subject { true } else { false } }

  /// Whether a group that is not there is one of none.
  fileprivate var isCount: Bool {
    guard case .measure(let measure) = subject else { return false }
    return measure.aggregate == nil && !measure.isShare && !isChanges
  }

  /// For each column that goes across its place, and its own heading.
  fileprivate func acrossPlaces(of width: Int) -> [QueryResult.Across] {
    var across: [QueryResult.Across] = []
    if case .measure(let measure) = subject {
      for (place, key) in measure.keys.enumerated() where key.across != nil {
        across.append(QueryResult.Across(place: place, heading: nil))
      }
      return across
    }
    for (place, column) in columns.enumerated() where column.across != nil && place < width {
      across.append(QueryResult.Across(place: place, heading: column.title))
    }
    return across
  }

  /// Lets no column head others.
  mutating func removeAcross() {
    if case .measure(var measure) = subject {
      for index in measure.keys.indices { measure.keys[index].across = nil }
      subject = .measure(measure)
    }
    for index in columns.indices { columns[index].across = nil }
  }
}

extension QuestionSyntax {
  /// What is asked for, for whoever lays the answer out.
  var form: QueryResult.Form {
    switch subject {
    case .measure(let measure): return .measure(keys: measure.keys.count)
    case .which(_, _, counts: true): return .measure(keys: 0)
    case .top: return .things
    case .set(let set):
      let noun = set.first.noun
      guard set.rest.isEmpty, set.first.commaPosts.isEmpty, set.first.condition == nil,
        noun.posts.isEmpty
      else { return .things }
      switch noun.head {
      case .kinds: return noun.name == nil ? .things : .thing
      case .reference(let reference):
        if case .group = reference.base { return .things }
        return reference.steps.isEmpty ? .thing : .things
      case .relation, .indefinite, .missing: return .things
      }
    case .path, .why, .distance, .periods, .who, .which: return .things
    }
  }
}
