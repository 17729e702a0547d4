// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization
import Testing

@testable import Remit

struct LazyTests {
  private final class Made: Sendable {}

  @Test func `all threads that ask at once get the same value`() {
    for _ in 0..<200 {
      let lazy = Lazy(making: { Made() })
      let seen = Mutex<[Made]>([])
      DispatchQueue.concurrentPerform(iterations: 8) { _ in
        let made = lazy.value
        seen.withLock { $0.append(made) }
      }
      let all = seen.withLock { $0 }
      #expect(all.count == 8 && all.allSatisfy { $0 === all[0] })
    }
  }

  @Test func `a value is made when it is first asked for, and once`() {
    let count = Mutex(0)
    let lazy = Lazy(making: {
      count.withLock { $0 += 1 }
      return Made()
    })
    #expect(count.withLock { $0 } == 0)
    let first = lazy.value
    #expect(lazy.value === first && lazy.with { $0 === first })
    #expect(count.withLock { $0 } == 1)
  }

  @Test func `what a value is made of goes when it has been made`() {
    weak var kept: Made?
    let lazy: Lazy<Int>
    do {
      let source = Made()
      kept = source
      lazy = Lazy(making: { withExtendedLifetime(source) { 7 } })
    }
    #expect(kept != nil)
    #expect(lazy.value == 7)
    #expect(kept == nil)
  }
}
