// SPDX-License-Identifier: Apache-2.0

/// Why something holds, or why it does not: a finite tree whose leaves are
/// facts and values of the graph.
///
/// It is minimal: of several ways to show the same, one is given, and what
/// plays no part is left out. Its description is a text of indented lines.
public struct Proof: Hashable, Sendable {
  /// Whether what is proved holds; else this shows that it does not.
  public let holds: Bool
  /// What shows it.
  public let reason: Reason

  /// What shows that something holds, or that it does not.
  public indirect enum Reason: Hashable, Sendable {
    /// Of several conditions all hold; or one fails, and that is given.
    case all([Proof])
    /// Of several conditions one holds, and that is given; or all fail.
    case any([Proof])
    /// The opposite of what it is about.
    case not(Proof)
    /// The kind of a thing, and those it was to be of.
    case kind(thing: String, is: String, wanted: [String])
    /// Two things that were to be the same.
    case same(String, String)
    /// Two values that were to compare in a way, written as in questions.
    case comparison(Term, String, Term)
    /// A term that was to have a value.
    case known(Term)
    /// A link that was to lead from one thing to another, and the fact that
    /// says so, if there is one.
    case link(from: String, verb: String, to: String, Fact?)
    /// A shortest way of several links, in order; empty, if there is none.
    case way(from: String, verb: String, to: String, [Proof])
    /// A defined word, and what its definition comes to for these things.
    case definition(Word, things: [String], Proof)
    /// A definition that does not hold because it is undetermined, and why.
    case undetermined(Proof)
    /// A definition that is being asked already, further out in the proof, and
    /// so adds nothing.
    case repeated(Word, things: [String])
    /// So many things that fulfil a condition.
    case quantified(Quantified)
  }

  /// A word made by `define`.
  public struct Word: Hashable, Sendable {
    /// What part of speech a word is.
    public enum Form: Hashable, Sendable { case adjective, noun, verb }

    /// The word in its base form.
    public let text: String
    /// What part of speech it is.
    public let form: Form
  }

  /// A fact that joins two things.
  public struct Fact: Hashable, Sendable {
    /// The first day, if it has one.
    public let since: Day?
    /// The day after the last day, if it has one.
    public let until: Day?
    /// Where it was stated.
    public let source: FactSource
  }

  /// A term with its value.
  public struct Term: Hashable, Sendable {
    /// The attribute and the thing it is of, or nothing for a plain value.
    public let name: String?
    /// The value, or `nil` where it is missing.
    public let value: Value?
    /// Where the thing of the attribute was stated.
    public let source: FactSource?
  }

  /// What was asked of the number of things, and the things looked at.
  public struct Quantified: Hashable, Sendable {
    /// What was asked: `some`, `no`, `every`, `only`, or a number.
    public let wanted: String
    /// What the things are, in the singular and the plural.
    public let noun: String, nouns: String
    /// How many were looked at.
    public let looked: Int
    /// How many of them fulfil the condition.
    public let fulfilling: Int
    /// Those that matter, in order, at most ``mostShown``.
    public let candidates: [Candidate]
    /// How many more matter.
    public let omitted: Int

    /// The greatest number of things shown.
    public static let mostShown = 10
  }

  /// A thing that was looked at.
  public struct Candidate: Hashable, Sendable {
    /// Its name.
    public let thing: String
    /// Why it is looked at, and whether it fulfils the condition.
    public let proofs: [Proof]
  }
}
