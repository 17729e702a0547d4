// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A value that is made when it is first asked for, on whichever thread that is.
///
/// Two threads that ask at the same time may both make it; both get the same one.
final class Lazy<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  /// The value, or what makes it: that goes, with all that it holds, once it has.
  private enum Source: Sendable {
    case make(@Sendable () -> Value)
    case made(Box)
  }

  // INVARIANT: written once, before others know of this or with the lock held, and before
  // `isMade` says so; read by who has seen that.
  nonisolated(unsafe) private var made: Box?
  private let isMade: Atomic<Bool>
  private let source: Mutex<Source>

  /// Makes one with a value that is there already.
  init(_ value: Value) {
    let box = Box(value)
    made = box
    isMade = Atomic(true)
    source = Mutex(.made(box))
  }

  /// Makes one whose value is still to be made.
  init(making make: @escaping @Sendable () -> Value) {
    isMade = Atomic(false)
    source = Mutex(.make(make))
  }

  /// The value.
  var value: Value { with { $0 } }

  /// Lets a closure look at the value, which is not copied for it.
  @inline(__always)
  func with<Result>(_ body: (Value) -> Result) -> Result {
    if isMade.load(ordering: .acquiring), let made { return body(made.value) }
    return body(first().value)
  }

  /// Makes the value, unless another thread has.
  @inline(never)
  private func first() -> Box {
    switch source.withLock({ $0 }) {
    case .made(let box): return box
    case .make(let make):
      let box = Box(make())
      return source.withLock { source in
        if case .made(let box) = source { return box }
        source = .made(box)
        made = box
        isMade.store(true, ordering: .releasing)
        return box
      }
    }
  }
}

/// A variable whose first value may still have to be made.
struct Deferred<Value: Sendable>: Sendable {
  private let first: Lazy<Value>
  /// What was assigned since.
  private var later: Value?

  /// Makes a variable with a value.
  init(_ value: Value) { first = Lazy(value) }

  /// Makes a variable whose value is made when it is first needed.
  init(making make: @escaping @Sendable () -> Value) { first = Lazy(making: make) }

  /// The value.
  var value: Value {
    get { later ?? first.value }
    set { later = newValue }
    _modify {
      var value = later ?? first.value
      // An array has one owner while it is changed.
      later = nil
      defer { later = value }
      yield &value
    }
  }
}

/// The columns of the attributes of a graph, by number.
struct PropertyColumns: Sendable {
  private var columns: [Deferred<PropertyColumn?>]

  /// Makes columns.
  init(_ columns: [Deferred<PropertyColumn?>] = []) { self.columns = columns }

  /// How many attributes there are.
  var count: Int { columns.count }

  /// The column of an attribute; `nil` while nothing has a value.
  subscript(index: Int) -> PropertyColumn? {
    get { columns[index].value }
    set { columns[index].value = newValue }
    _modify { yield &columns[index].value }
  }

  /// Makes room for more attributes.
  mutating func grow(to count: Int) {
    while columns.count < count { columns.append(Deferred(nil)) }
  }
}
