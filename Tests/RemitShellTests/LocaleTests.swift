// SPDX-License-Identifier: Apache-2.0

import RemitTestSupport
import Testing

/// E15: clock and locale are inputs of the engine, and nothing of the process.
struct LocaleTests {
  @Test(
    arguments: [
      ["LC_ALL": "de_DE.UTF-8", "TZ": "Pacific/Kiritimati"],
      ["LC_ALL": "ar_EG.UTF-8", "TZ": "America/Adak"],
      ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "odd"],
    ])
  func `E15 the locale and the time zone of the process change no byte of an answer`(
    environment: [String: String]
  ) throws {
    let arguments = [
      ProjectFiles.path("samples/acme"), "--as-of", "2026-06-30",
      "-c", "controls whose title contains text \"I\" showing ref, title, owner",
      "-c", "share of controls with no owner", "-c", "people sorted by name, first 40",
    ]
    let plain = try RemitProcess.run(arguments, environment: ["LC_ALL": "C.UTF-8", "TZ": "UTC"])
    let other = try RemitProcess.run(arguments, environment: environment)
    #expect(plain.status == 0 && !plain.output.isEmpty)
    #expect(other.output == plain.output)
    #expect(other.status == plain.status)
  }
}
