// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Remit

struct SourceTextTests {
  // `known` are the characters from 21 to 26.
  @Test(
    arguments: [
      ("known", 0, 30, true), ("known", 21, 26, true), ("known", -5, 90, true), ("", 4, 4, true),
      ("known", 0, 25, false), ("known", 22, 30, false), ("known", 24, 90, false),
      ("known", 40, 50, false), ("known", 26, 21, false), ("unknown", 0, 30, false),
    ])
  func `a text is found in a range, and not beyond it`(
    text: String, start: Int, end: Int, isFound: Bool
  ) {
    let source = SourceText("risks whose owner is known now")
    #expect(source.contains(text, in: SourceRange(start, end)) == isFound)
  }
}
