// SPDX-License-Identifier: Apache-2.0

/// What can be referred to at a place of a statement.
///
/// A variable is visible to the right of the noun that introduces it. Leaving a
/// negation, an `every` or an `or` closes the variables introduced inside.
struct Scope {
  /// A named variable, and whether it can still be used.
  private struct Entry {
    var name: String
    var variable: Variable
    var isVisible = true
  }

  private var entries: [Entry] = []
  /// The nouns read so far, for pronouns and `other`.
  private(set) var nouns: [Variable] = []
  /// For each open region, the named existential variables to close with it.
  private var regions: [(referents: [Variable], entries: Int, nouns: Int)] = [([], 0, 0)]

  /// The names that can be used.
  var names: [String] { entries.filter(\.isVisible).map(\.name) }

  /// The variable with a name; `isVisible` is false when it has been closed.
  func find(_ name: String) -> (variable: Variable, isVisible: Bool)? {
    entries.last { $0.name == name }.map { ($0.variable, $0.isVisible) }
  }

  mutating func introduce(_ name: String, _ variable: Variable) {
    entries.append(Entry(name: name, variable: variable))
  }

  mutating func addNoun(_ variable: Variable) { nouns.append(variable) }

  /// Forgets the nouns after the first `count`: what bound them has been closed.
  mutating func dropNouns(after count: Int) { nouns.removeSubrange(min(count, nouns.count)...) }

  /// Leaves a variable to be bound where the innermost region closes.
  mutating func addReferent(_ variable: Variable) {
    regions[regions.count - 1].referents.append(variable)
  }

  mutating func open() { regions.append(([], entries.count, nouns.count)) }

  /// Closes a region: its variables are no longer visible.
  ///
  /// - Returns: The referents to bind over what was read in the region.
  mutating func close() -> [Variable] {
    let region = regions.removeLast()
    for index in region.entries..<entries.count { entries[index].isVisible = false }
    nouns.removeSubrange(region.nouns...)
    return region.referents
  }

  /// Closes all that has been introduced so far except one variable.
  ///
  /// - Returns: The referents to bind over what has been read.
  mutating func closeAll(except head: Variable) -> [Variable] {
    for index in entries.indices where entries[index].variable != head {
      entries[index].isVisible = false
    }
    nouns = [head]
    defer { regions[0].referents = [] }
    return regions[0].referents.filter { $0 != head }
  }

  /// The referents of the outermost region: they can be part of the row.
  var outermostReferents: [Variable] { regions[0].referents }
}
