// SPDX-License-Identifier: Apache-2.0

import Remit

import RemitShell
import Testing

struct SanitizerTests {
  @Test(arguments: [
    ("plain text", "plain text"),
    ("\u{1B}]0;evil\u{07}", "\\x1B]0;evil\\x07"),
    ("\u{1B}[2J", "\\x1B[2J"),
    ("a\u{9B}31m", "a\\x9B31m"),
    ("a\u{7F}b\u{00}c", "a\\x7Fb\\x00c"),
    ("a\r\nb\tc", "a\\r\\nb\\tc"),
    ("owner\u{202E}txt.exe", "owner\\u{202E}txt.exe"),
    ("a\u{2066}b\u{200F}c\u{061C}", "a\\u{2066}b\\u{200F}c\\u{61C}"),
    ("a\u{2028}b\u{2029}c", "a\\u{2028}b\\u{2029}c"),
    ("a\u{E0041}b", "a\\u{E0041}b"),
    ("a\u{AD}b\u{200B}c\u{FEFF}", "a\\xADb\\u{200B}c\\u{FEFF}"),
  ])
  func `what a terminal would obey is shown escaped`(text: String, expected: String) {
    #expect(Sanitizer.line(text) == expected)
  }

  @Test func `a joiner stays where a script or an emoji needs it`() {
    #expect(Sanitizer.line("👩‍👩‍👧") == "👩‍👩‍👧")
    #expect(Sanitizer.line("🏴󠁧󠁢󠁷󠁬󠁳󠁿") == "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "the flag of Wales is made with tags")
    #expect(Sanitizer.line("می‌خواهم") == "می‌خواهم")
    #expect(Sanitizer.line("ow\u{200D}ner") == "ow\\u{200D}ner")
    #expect(Sanitizer.line("\u{200C}owner") == "\\u{200C}owner")
  }

  @Test func `a block keeps its lines and nothing else`() {
    #expect(Sanitizer.block("a\n\tb\r\u{1B}") == "a\n\tb\\r\\x1B")
  }

  @Test func `no scalar below U+3000 that a terminal obeys comes through`() {
    for value in UInt32(0)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = Sanitizer.line("x\(scalar)x").unicodeScalars
      let isSafe = shown.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        default: !scalar.properties.isBidiControl
        }
      }
      #expect(isSafe, "U+\(String(value, radix: 16))")
    }
  }
}
