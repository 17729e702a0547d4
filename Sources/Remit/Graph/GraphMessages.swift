// SPDX-License-Identifier: Apache-2.0

/// Why a fact could not be put into a graph.
struct GraphError: Error, Hashable, Sendable {
  /// One clause, lower case, with the user's text in single quotes.
  let message: String

  private init(_ message: String) { self.message = message }
}

/// All wording about facts that cannot be put into a graph.
extension GraphError {
  static func duplicate(_ kind: Kind, _ attribute: Attribute, _ text: String) -> GraphError {
    GraphError("there is already \(article(kind.singular)) with the \(attribute.name) '\(text)'")
  }

  static func emptyName(_ kind: Kind, _ attribute: Attribute) -> GraphError {
    GraphError("the \(attribute.name) of \(article(kind.singular)) cannot be empty")
  }

  static func unnamed(_ kind: Kind, _ attributes: [String]) -> GraphError {
    GraphError("\(article(kind.singular)) needs \(article(attributes.joined(separator: " or ")))")
  }

  static func notAdded(_ kind: Kind) -> GraphError {
    GraphError("\(article(kind.singular)) is made by a link and cannot be added by itself")
  }

  static func noSuchThing(_ kind: Kind) -> GraphError {
    GraphError("the \(kind.singular) is not there any more")
  }

  static func otherKind(_ attribute: Attribute, _ kind: Kind) -> GraphError {
    GraphError("\(article(kind.singular)) has no attribute '\(attribute.name)'")
  }

  static func wrongType(_ attribute: Attribute, _ value: Value) -> GraphError {
    GraphError("'\(value)' is no value for '\(attribute.name)': \(attribute.type.phrase)")
  }

  static func fixed(_ attribute: Attribute) -> GraphError {
    GraphError("'\(attribute.name)' cannot be set: it is the relation itself")
  }

  static func wrongEnd(_ relation: Relation, _ kind: Kind, isLeft: Bool) -> GraphError {
    GraphError(
      "\(article(kind.singular)) cannot be at the \(isLeft ? "left" : "right") of '\(relation.name)'"
    )
  }

  static func notLinkable(_ left: Kind, _ right: Kind, _ relation: String) -> GraphError {
    let ends = "\(article(left.singular)) cannot be linked to \(article(right.singular))"
    return GraphError("\(ends) by '\(relation)'")
  }

  static func notStored(_ relation: Relation) -> GraphError {
    GraphError("'\(relation.name)' follows from other links and cannot be added by itself")
  }

  static func notAPart(_ part: Relation, _ relation: Relation) -> GraphError {
    GraphError("'\(part.name)' is no part of '\(relation.name)'")
  }

  static func notDated(_ relation: Relation) -> GraphError {
    GraphError("'\(relation.name)' is not dated")
  }

  static func hasNoEnd(_ relation: Relation) -> GraphError {
    GraphError("'\(relation.name)' happens on a day and has no end")
  }

  static func endsBeforeItStarts(_ relation: Relation, from: Day, until: Day) -> GraphError {
    GraphError("'\(relation.name)' cannot end on \(until), it starts on \(from)")
  }

  static func full() -> GraphError { GraphError("there is no room for more facts") }

  /// A noun with `a` or `an` before it.
  static func article(_ noun: String) -> String {
    (noun.first.map { "aeiou".contains($0) } ?? false ? "an " : "a ") + noun
  }
}
