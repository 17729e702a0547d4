// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What one evaluation found out about a graph and another can use: links as
/// of a day, and what definitions hold of.
///
/// A cache belongs to one graph and one list of definitions; make a new one
/// when either changes. It may be shared between threads.
final class ExecutionCache: Sendable {
  /// A table of links at a time.
  struct LinkKey: Hashable {
    let table: ObjectIdentifier
    let time: ResolvedTime
  }

  /// Links of any of some relations at a time.
  struct ViewKey: Hashable, Sendable {
    let relations: [RelationReference]
    let time: ResolvedTime
  }

  /// A definition read at a time, on a day.
  struct DefinitionKey: Hashable, Sendable {
    let definition: DefinitionID
    let time: ResolvedTime
    /// What `today` means in it.
    let today: Int32
  }

  /// The rows of a part in one direction.
  private struct MatrixKey: Hashable {
    let part: ObjectIdentifier
    let isForward: Bool
  }

  private struct Contents {
    /// The table is kept too, so that its identity is not given to another.
    var parts: [LinkKey: (table: LinkTable, part: LinkPart)] = [:]
    var matrices: [MatrixKey: (part: LinkPart, matrix: RowMatrix)] = [:]
    var sets: [DefinitionKey: EntitySet] = [:]
    var views: [ViewKey: LinkView] = [:]
    var definedViews: [DefinitionKey: LinkView] = [:]
  }

  /// Beyond so many entries of a sort all of them go: days do not come back
  /// often when there are that many.
  private static let mostEntries = 512

  /// Matrices are large: fewer of them are kept.
  private static let mostMatrices = 16

  private let contents = Mutex(Contents())

  /// Makes an empty cache.
  init() {}

  /// Makes the cache of a graph that was changed from another.
  ///
  /// What is known of links is kept: a table that was touched is another table.
  /// What definitions hold of is not, for it may follow from what was touched.
  init(succeeding other: ExecutionCache) {
    let (parts, matrices) = other.contents.withLock { ($0.parts, $0.matrices) }
    contents.withLock {
      $0.parts = parts
      $0.matrices = matrices
    }
  }

  func part(of table: LinkTable, at time: ResolvedTime) -> LinkPart? {
    let key = LinkKey(table: ObjectIdentifier(table), time: time)
    return contents.withLock { $0.parts[key]?.part }
  }

  func store(_ part: LinkPart, of table: LinkTable, at time: ResolvedTime) {
    let key = LinkKey(table: ObjectIdentifier(table), time: time)
    contents.withLock {
      if $0.parts.count >= ExecutionCache.mostEntries { ($0.parts, $0.views) = ([:], [:]) }
      $0.parts[key] = (table, part)
    }
  }

  func matrix(of part: LinkPart, isForward: Bool) -> RowMatrix? {
    let key = MatrixKey(part: ObjectIdentifier(part), isForward: isForward)
    return contents.withLock { $0.matrices[key]?.matrix }
  }

  func store(_ matrix: RowMatrix, of part: LinkPart, isForward: Bool) {
    let key = MatrixKey(part: ObjectIdentifier(part), isForward: isForward)
    contents.withLock {
      if $0.matrices.count >= ExecutionCache.mostMatrices { $0.matrices = [:] }
      $0.matrices[key] = (part, matrix)
    }
  }

  func set(_ key: DefinitionKey) -> EntitySet? { contents.withLock { $0.sets[key] } }

  func store(_ set: EntitySet, _ key: DefinitionKey) {
    contents.withLock {
      if $0.sets.count >= ExecutionCache.mostEntries { $0.sets = [:] }
      $0.sets[key] = set
    }
  }

  func view(_ key: DefinitionKey) -> LinkView? { contents.withLock { $0.definedViews[key] } }

  func store(_ view: LinkView, _ key: DefinitionKey) {
    contents.withLock {
      if $0.definedViews.count >= ExecutionCache.mostEntries { $0.definedViews = [:] }
      $0.definedViews[key] = view
    }
  }

  func view(_ key: ViewKey) -> LinkView? { contents.withLock { $0.views[key] } }

  func store(_ view: LinkView, _ key: ViewKey) {
    contents.withLock {
      if $0.views.count >= ExecutionCache.mostEntries { $0.views = [:] }
      $0.views[key] = view
    }
  }
}
