// SPDX-License-Identifier: Apache-2.0

/// What a column of a data file says about the rows' things or links.
enum LoadTarget: Hashable, Sendable {
  /// An attribute of the thing, or of the link and its record.
  case attribute(AttributeID)
  /// The first day of the link, or the day it happened.
  case start
  /// The day after the last day of the link.
  case end
  /// The things at the other end of links of the row's thing: one or several
  /// names with `;` between them. Of several relations the one that joins the
  /// kinds of the two things is meant. The names are those of an attribute, if
  /// one is said.
  case links([RelationID], rowIsLeft: Bool, by: String? = nil)
  /// A further end of the record that the link is, by the signatures it may have.
  case part([RelationID], by: String? = nil)

  /// The same, with its names being those of an attribute.
  func found(by attribute: String?) -> LoadTarget {
    switch self {
    case .attribute, .start, .end: self
    case .links(let relations, let rowIsLeft, _):
      .links(relations, rowIsLeft: rowIsLeft, by: attribute)
    case .part(let relations, _): .part(relations, by: attribute)
    }
  }
}

/// A column that names the thing at one end of each row's link.
struct LoadEnd: Hashable, Sendable {
  /// The column, from 0.
  let column: Int
  /// The kinds the thing may have.
  let kinds: [KindID]
  /// The attribute whose values the cells are; any name, if none is said.
  var property: String?
}

/// A name in a data file that nothing defines.
struct UnresolvedName: Hashable, Sendable {
  let text: String
  /// The kinds the thing may have.
  let kinds: [KindID]
  /// The attribute it should be the value of, if one is said.
  let property: String?
  /// The line, from 1.
  let line: Int
}

extension UnresolvedName {
  /// What the things that have it would have in common.
  struct Value: Hashable {
    let text: String
    let kinds: [KindID]
    let property: String?
  }

  var value: Value { Value(text: text, kinds: kinds, property: property) }
}

/// One thing that is wrong in a data file.
struct LoadProblem: Hashable, Sendable {
  /// The line, from 1.
  let line: Int
  /// The column's heading, if one column is to blame.
  let column: String?
  /// One clause, lower case.
  let message: String
  /// Names that may have been meant, best first.
  let nearest: [String]
  /// What stands in the cell, if it could stand for something else.
  let text: String?
  /// Whether it is what the column is called that is wrong.
  var isHeading = false
}

/// What came of loading a table: either everything was loaded, or nothing was.
struct LoadReport: Sendable {
  /// How many problems are kept with their place.
  static let problemLimit = 100

  /// The first problems; empty when the table was loaded.
  private(set) var problems: [LoadProblem] = []
  /// How many problems there are.
  private(set) var problemCount = 0
  /// The names that nothing defines, with the kinds their places take.
  private(set) var unresolved: [UnresolvedName] = []
  /// The columns with cells that are no days as Remit writes them, and the forms
  /// in which all of those cells would be.
  private(set) var dateForms: [(column: String, forms: [DateForm])] = []
  /// How many things were added.
  var things = 0
  /// How many links were added, repetitions counted.
  var links = 0

  /// `1 link`, `2 links`
  static func counted(_ count: Int, _ one: String, _ several: String) -> String {
    "\(count) \(count == 1 ? one : several)"
  }

  /// Adds what came of another part of the table; what is said already is not repeated.
  ///
  /// - Parameters:
  ///   - other: What came of it.
  ///   - heading: The column whose heading is to blame for what is wrong in it.
  mutating func add(_ other: LoadReport, heading: String? = nil) {
    let kept = other.problems.map { problem in
      LoadProblem(
        line: problem.line, column: heading ?? problem.column, message: problem.message,
        nearest: problem.nearest, text: problem.text,
        isHeading: problem.isHeading || heading != nil)
    }.filter { !problems.contains($0) }
    problemCount += other.problemCount - (other.problems.count - kept.count)
    problems += kept.prefix(LoadReport.problemLimit - problems.count)
    unresolved += other.unresolved
    for (column, forms) in other.dateForms where !dateForms.contains(where: { $0.column == column })
    {
      dateForms.append((column, forms))
    }
    things += other.things
    links += other.links
  }

  /// Whether the table was loaded.
  var isLoaded: Bool { problemCount == 0 }

  mutating func add(
    line: Int, column: String?, _ message: String, nearest: [String] = [], text: String? = nil
  ) {
    problemCount += 1
    guard problems.count < LoadReport.problemLimit else { return }
    problems.append(
      LoadProblem(line: line, column: column, message: message, nearest: nearest, text: text)
    )
  }

  /// Takes down a cell that should be a day.
  mutating func add(date text: String, column: String) {
    guard let place = dateForms.firstIndex(where: { $0.column == column }) else {
      dateForms.append((column, DateForm.forms(of: text)))
      return
    }
    dateForms[place].forms.removeAll { $0.day(text) == nil }
  }

  /// Whether all that is wrong is that nothing defines some names.
  var isOnlyUnresolved: Bool { problemCount > 0 && problemCount == unresolved.count }

  mutating func add(unresolved name: UnresolvedName) { unresolved.append(name) }

  /// Puts the problems in the order of their lines.
  mutating func sort() {
    let sorted = problems.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    problems = sorted.map(\.element)
  }
}
