// SPDX-License-Identifier: Apache-2.0

import Remit

import RemitShell
import Testing

struct DisplayWidthTests {
  /// Text and the columns `wcswidth` of the Python package wcwidth 0.2 gives it.
  @Test(arguments: [
    ("", 0), ("owner", 5), ("Café", 4), ("Cafe\u{301}", 4), ("漢字", 4), ("ｱ", 1), ("Ａ", 2),
    ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("क्षि", 2), ("ไทย", 3), ("שלום", 4),
    ("😀", 2), ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("🇨🇭", 2),
    ("🇨🇭🇩🇪", 4), ("🏴‍☠️", 2), ("…", 1), ("│", 1), ("𠀀", 2), ("ß", 1), ("ẞ̃", 1), ("、", 2),
  ])
  func `a text has the width a terminal gives it`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  // A step for each pair of marks would take hours.
  @Test(.timeLimit(.minutes(3)))
  func `a letter with a million marks is measured at once`() {
    let marks = String(repeating: "\u{301}", count: 1_000_000)
    #expect(DisplayWidth.of("a" + marks) == 1)
  }
}
