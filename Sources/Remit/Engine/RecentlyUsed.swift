// SPDX-License-Identifier: Apache-2.0

/// Values by their keys, of which those that were not used for long are forgotten.
///
/// There are two generations: what is used comes into the younger one, and when that is
/// full it becomes the older one, which goes. So what is kept is what was used among the
/// last `capacity` different keys, and never more than twice as many values.
struct RecentlyUsed<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var younger: [Key: Value] = [:]
  private var older: [Key: Value] = [:]
  private let capacity: Int

  init(capacity: Int) { self.capacity = capacity }

  /// The value of a key, which has been used with that.
  ///
  /// - Complexity: O(1), apart from hashing the key.
  mutating func value(of key: Key) -> Value? {
    if let value = younger[key] { return value }
    guard let value = older[key] else { return nil }
    store(value, for: key)
    return value
  }

  /// Gives a key a value.
  mutating func store(_ value: Value, for key: Key) {
    if younger.count >= capacity, younger[key] == nil {
      older = younger
      younger = [:]
    }
    younger[key] = value
  }
}
