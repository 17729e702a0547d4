// SPDX-License-Identifier: Apache-2.0

@testable import RemitShell
import Testing

struct TextFlowTests {
  @Test func `words fill lines, and a separator does not begin one`() {
    let lines = TextFlow.fill(["one", "two", "three", "four"], separator: ", ", width: 10)
    #expect(lines == ["one, two,", "three,", "four"])
  }

  @Test func `a long line is broken at its blanks`() {
    #expect(TextFlow.wrap("  short", width: 20) == "  short")
    #expect(
      TextFlow.wrap("  relation person owns asset or control as owner", width: 30)
        == "  relation person owns\n      asset or control as\n      owner"
    )
  }
}
