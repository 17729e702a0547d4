// SPDX-License-Identifier: Apache-2.0

/// Why a sentence is true, or why it is not: down to the facts.
///
/// A proof is minimal in this sense: of several things of which one suffices it
/// shows one, and that which takes the fewest steps; where none may be it shows
/// those that come into question, with what each lacks.
public struct Proof: Sendable, Hashable {
  /// What sort of step it is.
  public enum Reason: String, Sendable, Hashable {
    /// A link that is on record, or is not.
    case link
    /// A way along several links, or that there is none.
    case path
    /// A value of a thing, or that it has none.
    case value
    /// What a word of the model means.
    case definition
    /// All of several conditions, or the first that fails.
    case all
    /// One of several conditions, or that each fails.
    case either
    /// The opposite of something.
    case opposite
    /// One thing that shows it.
    case witness
    /// Each of the things in question.
    case candidates
    /// What is so by what the things are.
    case identity
    /// A definition that is being looked at already further up.
    case again
    /// What was so, or was not, on other days.
    case day
  }

  /// A fact on record.
  public struct Fact: Sendable, Hashable {
    /// The fact in words: `Ann Li owns A.8.8`.
    public var sentence: String
    /// The first day on which it holds, or the day on which it happened.
    public var from: Day?
    /// The first day on which it no longer holds.
    public var until: Day?
    /// Where it was stated.
    public var source: FactSource
  }

  /// The sentence, said as it is: with `not` where it does not hold.
  public var sentence: String
  /// Whether what was asked holds.
  public var holds: Bool
  /// What sort of step it is.
  public var reason: Reason
  /// The facts it rests on itself.
  public var facts: [Fact]
  /// What it follows from.
  public var parts: [Proof]
  /// Whether it is the claim that was to be explained, and no step to it.
  public var isClaim: Bool
  /// What it is a proof of, for whoever checks it.
  var evidence: Evidence

  /// What a step claims, in terms of the bound query.
  struct Evidence: Sendable, Hashable {
    /// The condition that holds or does not.
    var condition: BoundCondition
    /// The things its variables stand for, by number.
    var things: [Int: Entity]
    /// The definition whose variables these are; `nil` for the query's own.
    var scope: DefinitionID?
    /// When plain links have to hold.
    var time: ResolvedTime
    /// Of `things`, the thing each part is about.
    var candidates: [Entity] = []
    /// Of `candidates`, what holds of these and of no other thing.
    var lacking: [BoundCondition] = []
    /// Of `path`, the things on the way.
    var way: [Entity] = []
    /// Of `day`, the day of each part, as a day number.
    var days: [Int32] = []
  }
}
