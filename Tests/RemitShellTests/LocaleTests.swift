// SPDX-License-Identifier: Apache-2.0

import Foundation
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

  /// Numbers with a fraction, negative and large ones, days on which clocks are moved,
  /// and letters whose order and capitals differ from country to country.
  private static let model = """
    kind item
      name: text
      price: number
      sold: date
    add item "Ä" with price 1234567.5, sold 2026-03-29
    add item "Z" with price -0.25, sold 2026-03-28
    add item "i" with price 1000, sold 2026-10-25
    add item "İ" with price 0.1, sold 2026-10-26
    """

  private static let plain = Memo<String, RemitProcess.Outcome>()

  @Test(arguments: [
    ["LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Europe/Berlin"],
    ["LC_ALL": "ar_EG.UTF-8", "LANG": "ar_EG.UTF-8", "TZ": "Africa/Cairo"],
    ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "right/UTC"],
    ["LC_ALL": "en_US.UTF-8", "LANG": "en_US.UTF-8", "TZ": ":/no/such/file"],
    ["LC_ALL": "C.UTF-8", "TZ": "XXX-167:59:59"],
  ])
  func `D3-39: numbers, days and their order are written alike in every country`(
    environment: [String: String]
  ) throws {
    let folder = try TemporaryFolder(["m.remit": Self.model])
    let locale = environment["LC_ALL"] ?? ""
    var environment = environment
    // Where the system has no locale of that name, one is made.
    if locale != "C.UTF-8", FileManager.default.isExecutableFile(atPath: "/usr/bin/localedef") {
      let made = try RemitProcess.run(
        ["-i", String(locale.prefix(5)), "-f", "UTF-8", folder.path + "/" + locale],
        of: "/usr/bin/localedef")
      if made.status == 0 { environment["LOCPATH"] = folder.path }
    }
    let questions = [
      "items sorted by name showing name, price, sold", "total price of items",
      "items whose price is above 999.5", "average price of items", "share of items with a price",
      "items showing name, days between 2026-03-28 and sold",
      "items whose sold is on 2026-03-28 plus 1 day", "number of items per sold",
      "items whose name contains text \"I\"", "why \"Ä\" in items whose price is above 1000.25",
      "items whose price is 1.234,5",
    ]
    for format in ["table", "csv", "json", "html", "line", "markdown"] {
      let arguments =
        ["m.remit", "--as-of", "2026-06-30", "--keep-going", "--format", format]
        + questions.flatMap { ["-c", $0] }
      // The same for all.
      let plain = try Self.plain.value(of: format) {
        try RemitProcess.run(
          arguments, in: folder, environment: ["LC_ALL": "C.UTF-8", "LANG": "C", "TZ": "UTC"])
      }
      let other = try RemitProcess.run(arguments, in: folder, environment: environment)
      #expect(plain.output.contains("1234567.5") && plain.output.contains("2026-10-25"))
      #expect(other.output == plain.output, "\(format)")
      #expect(other.errors == plain.errors, "\(format)")
      #expect(other.status == plain.status)
    }
  }

  @Test func `D3-39: the day is the one of the place, and odd places have one too`() throws {
    let folder = try TemporaryFolder(["m.remit": Self.model + "\nprint \"{today}\"\n"])
    // Between these two places there are more than 24 hours.
    let days = try ["XXX+12", "XXX-14"].map { zone in
      try RemitProcess.run(["m.remit"], in: folder, environment: ["TZ": zone]).output
    }
    #expect(days[0] != days[1])
    let odd = try RemitProcess.run(["m.remit"], in: folder, environment: ["TZ": "no/such zone"])
    #expect(odd.status == 0 && odd.output.count == days[0].count)
  }
}
