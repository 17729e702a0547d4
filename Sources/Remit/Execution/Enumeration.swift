// SPDX-License-Identifier: Apache-2.0

/// How often an enumeration has to meet each binding.
enum Meeting {
  /// It is asked whether there is one: nothing looks at what is bound.
  case any
  /// Each at least once: what is done with it may be done again.
  case all
  /// Each exactly once.
  case once
}

/// Where the things of a variable come from when it is bound.
enum BindingSource {
  /// All candidates are looked at.
  case scan
  /// It is the thing in another slot.
  case same(Int)
  /// The neighbours of a bound thing; of several, those that they have in common.
  case neighbors([Neighbors])
  /// What a repeated link reaches from a bound thing.
  case reached(BoundLink, from: Int, isForward: Bool)
}

/// The neighbours of the thing in a slot.
struct Neighbors {
  let view: LinkView
  let slot: Int
  let isForward: Bool
}

/// A variable that could be bound next: whence its things come, how many are
/// expected, and the conditions that are fulfilled by coming from there.
struct BindingChoice {
  let variable: Variable
  var source: BindingSource
  var cost: Double
  var fulfilled: [Int] = []

  var isScan: Bool { if case .scan = source { true } else { false } }
}

/// The choice of an order in which to bind variables, the cheapest next.
struct EnumerationState {
  /// The variables that are not bound yet.
  var variables: [Variable] = []
  /// Those of them whose things are looked at in the end; of the others there
  /// only has to be one.
  var wanted: Set<Variable>
  var conditions: [BoundCondition] = []
  var candidates: [Variable: EntitySet]
  /// The variables bound so far, those from outside first.
  var bound: [Variable]
}
