// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The questions that were planned last, by their texts, so that one that comes as text
/// again is neither read nor planned again.
///
/// Texts that differ in names alone share a plan, as they do with the
/// auto-parameterization of Neo4j and the simple parameterization of SQL Server: but only
/// once two of them have been planned and their plans differed in nothing but those names.
/// An engine and all that are made from it share a cache; one that may know less has its own.
final class PlanCache: Sendable {
  typealias Reading = PreparedQuery.Reading

  private struct Key: Hashable, Sendable {
    /// The model; the entry keeps it, so that its identity is not given to another.
    let version: ObjectIdentifier
    /// How deep a text may be nested.
    let depthLimit: Int
    let pattern: QuestionPattern

    init(_ pattern: QuestionPattern, _ version: ModelVersion, _ depthLimit: Int) {
      (self.version, self.depthLimit) = (ObjectIdentifier(version), depthLimit)
      self.pattern = pattern
    }
  }

  /// What is known of the texts of one pattern.
  private enum Entry: Sendable {
    /// One was asked.
    case asked(text: String, ModelVersion)
    /// One was planned, and perhaps others in whose place it can be used.
    case planned(PlannedQuestion)
    /// The plan depends on more than the text.
    case notKept(ModelVersion)
  }

  // What is looked up and what is stored for it are two steps: where two threads do that at
  // a time, one of them may have done it for nothing.
  private let entries = Mutex(RecentlyUsed<Key, Entry>(capacity: 128))

  /// The plan of a text that has been planned, or that has other names in the place of
  /// those of one that has.
  ///
  /// - Complexity: O(*n*) in the text.
  func question(
    _ text: ArraySlice<UInt8>, in version: ModelVersion, depthLimit: Int
  ) -> KnownQuestion? {
    guard let pattern = QuestionPattern(text) else { return nil }
    if case .planned(let known)? = entry(Key(pattern, version, depthLimit)),
      let question = known.question(text)
    {
      return question
    }
    guard let exact = QuestionPattern(exactly: text), exact != pattern,
      case .planned(let known)? = entry(Key(exact, version, depthLimit))
    else { return nil }
    return known.question(text)
  }

  /// Notes that a text was asked.
  ///
  /// - Returns: The texts that are worth planning for the next time: none whose plan is known, and
  ///   none before one has come twice, or another like it.
  func noteAsked(_ text: String, in version: ModelVersion, depthLimit: Int) -> [String] {
    let bytes = Array(text.utf8)[...]
    guard let pattern = QuestionPattern(bytes), let exact = QuestionPattern(exactly: bytes),
      question(bytes, in: version, depthLimit: depthLimit) == nil
    else { return [] }
    for pattern in [pattern, exact] {
      let key = Key(pattern, version, depthLimit)
      switch entry(key) {
      case nil:
        store(.asked(text: text, version), key)
        return []
      case .asked(let other, _): return other == text ? [text] : [other, text]
      case .planned(let known) where pattern != exact:
        if known.mayShare { return [text] }
      case .planned, .notKept: return []
      }
    }
    return []
  }

  /// Keeps a question that has been planned.
  func note(_ reading: Reading, depthLimit: Int) {
    let bytes = reading.source.bytes[...]
    guard let pattern = QuestionPattern(bytes), let exact = QuestionPattern(exactly: bytes) else {
      return
    }
    let shared = Key(pattern, reading.version, depthLimit)
    let own = Key(exact, reading.version, depthLimit)
    // A number that was given from outside is part of its plan.
    guard reading.plan.query.fixedParameters.isEmpty else {
      store(.notKept(reading.version), shared)
      return store(.notKept(reading.version), own)
    }
    guard case .planned(var known)? = entry(shared) else {
      return store(.planned(PlannedQuestion(reading)), shared)
    }
    if known.question(bytes) != nil { return }
    if let both = known.sharing(with: reading, pattern) { return store(.planned(both), shared) }
    known.failures += 1
    store(.planned(known), shared)
    store(.planned(PlannedQuestion(reading)), own)
  }

  private func entry(_ key: Key) -> Entry? { entries.withLock { $0.value(of: key) } }

  private func store(_ entry: Entry, _ key: Key) {
    entries.withLock { $0.store(entry, for: key) }
  }
}

/// A text of which the plan is known.
struct KnownQuestion: Sendable {
  /// What was made of the text, or of one that has other names.
  let reading: PreparedQuery.Reading
  /// The names of the text that may be others; none if it is the text that was read.
  let names: [GivenName]

  init(_ reading: PreparedQuery.Reading, _ names: [GivenName]) {
    (self.reading, self.names) = (reading, names)
  }

  /// The plan as it is used for the text.
  var use: PlanInUse { PlanInUse(reading.plan, names, reading.lookUp.value) }
}

/// A question that has been planned, with the names in it that may be others.
private struct PlannedQuestion: Sendable {
  /// A name that may be another of the same length.
  struct OpenName: Hashable, Sendable {
    /// Its number in the query.
    let index: Int
    /// Where it stands, without quotation marks.
    let range: SourceRange
  }

  /// How many texts of the same pattern may turn out to mean something else before no
  /// other is compared.
  private static let mostFailures = 4

  private let reading: PreparedQuery.Reading
  /// In the order in which they stand.
  private var openNames: [OpenName] = []
  /// How many have.
  var failures = 0

  init(_ reading: PreparedQuery.Reading) { self.reading = reading }

  /// Whether another text of the pattern is worth being compared.
  var mayShare: Bool { failures < PlannedQuestion.mostFailures }

  /// The question of a text of the same pattern; `nil` if they differ in more than names
  /// that may be others.
  func question(_ text: ArraySlice<UInt8>) -> KnownQuestion? {
    let own = reading.source.bytes
    if own.elementsEqual(text) { return KnownQuestion(reading, []) }
    guard own.count == text.count, !openNames.isEmpty else { return nil }
    func isAlike(_ range: Range<Int>) -> Bool {
      range.allSatisfy { own[$0] == text[text.startIndex + $0] }
    }
    var names: [GivenName] = []
    names.reserveCapacity(openNames.count)
    var end = 0
    for name in openNames {
      guard isAlike(end..<name.range.start) else { return nil }
      end = name.range.end
      let start = text.startIndex
      names.append(
        GivenName(
          index: name.index,
          text: String(
            decoding: text[(start + name.range.start)..<(start + end)], as: UTF8.self)))
    }
    guard isAlike(end..<own.count) else { return nil }
    return KnownQuestion(reading, names)
  }

  /// The same with the names left open in which another text of the pattern differs; `nil`
  /// if it differs in more.
  func sharing(
    with other: PreparedQuery.Reading, _ pattern: QuestionPattern
  ) -> PlannedQuestion? {
    guard mayShare, reading.isPlain, other.isPlain,
      let names = namesThatDiffer(from: other, pattern)
    else { return nil }
    var both = self
    both.openNames = Set(openNames + names).sorted { $0.range.start < $1.range.start }
    var query = reading.plan.query
    query.names = other.plan.query.names
    let areApart = zip(both.openNames, both.openNames.dropFirst())
      .allSatisfy { $0.range.end < $1.range.start }
    // Texts may differ where the plan does not, as in the capitals of a choice.
    guard areApart, query == other.plan.query,
      reading.plan.unit.naming(query.names) == other.plan.unit,
      reading.uses == other.uses, both.question(other.source.bytes[...]) != nil
    else { return nil }
    return both
  }

  /// The names that differ; `nil` if they do in more than what they are called.
  private func namesThatDiffer(
    from other: PreparedQuery.Reading, _ pattern: QuestionPattern
  ) -> [OpenName]? {
    let (own, others) = (reading.plan.query.names, other.plan.query.names)
    guard own.count == others.count else { return nil }
    var open: [OpenName] = []
    for (index, (name, other)) in zip(own, others).enumerated() where name != other {
      var renamed = name
      renamed.text = other.text
      guard renamed == other, !name.isParameter, name.thing == nil,
        let range = place(of: name, pattern)
      else { return nil }
      open.append(OpenName(index: index, range: range))
    }
    return open
  }

  /// Where a name stands in the text, without quotation marks, if all of it is one name
  /// of the pattern.
  private func place(of name: BoundName, _ pattern: QuestionPattern) -> SourceRange? {
    let quotes = reading.source.bytes[name.range.start] == UInt8(ascii: "\"") ? 1 : 0
    let range = SourceRange(name.range.start + quotes, name.range.end - quotes)
    guard pattern.isName(range), reading.source.text(in: range) == name.text else { return nil }
    return range
  }
}

extension PlanUnit {
  /// The same with other names of the query, as many as it has.
  fileprivate func naming(_ names: [BoundName]) -> PlanUnit {
    // Names of definitions that were written in place follow those of the query.
    PlanUnit(
      root: root, variables: variables, names: names + self.names.dropFirst(names.count),
      shared: shared)
  }
}
