// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What takes long to make and is the same for many tests: made once, and copied by each.
package final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let values = Mutex<[Key: Value]>([:])

  package init() {}

  /// The value of a key, made when it is asked for first; others wait meanwhile.
  package func value(of key: Key, make: () throws -> Value) rethrows -> Value {
    try values.withLock { values in
      if let value = values[key] { return value }
      let value = try make()
      values[key] = value
      return value
    }
  }
}
