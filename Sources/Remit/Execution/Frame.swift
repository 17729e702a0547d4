// SPDX-License-Identifier: Apache-2.0

/// The variables of one evaluation, each in a slot, and what it collects.
struct Frame {
  /// The thing each variable stands for, then the thing each name means.
  var slots: [Entity]
  /// A number for each variable, for conditions that count it.
  var counters: [Int]
  /// A list for each variable, for terms that gather values over it.
  var lists: [[Entity]]
  /// Rows found so far, one after another.
  var rows: [Entity] = []

  /// Stands for no thing: no link leads to it and it has no value.
  static let nothing = Entity(kind: KindID(-1), node: 0)

  init(variables: Int, names: [Entity]) {
    slots = [Entity](repeating: Frame.nothing, count: variables) + names
    counters = [Int](repeating: 0, count: variables)
    lists = [[Entity]](repeating: [], count: variables)
  }
}

/// A condition ready to be tested of a frame.
typealias Test = (inout Frame) throws(Stop) -> Bool

/// A test in a list: closures that stand in arrays by themselves are called
/// through a thunk that costs as much as the test.
struct ListedTest {
  let test: Test
}

/// A term ready to be evaluated in a frame.
typealias Evaluation = (inout Frame) throws(Stop) -> Value?
