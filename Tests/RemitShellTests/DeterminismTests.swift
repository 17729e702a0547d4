// SPDX-License-Identifier: Apache-2.0

import RemitTestSupport
import Testing

/// U26 and E15: the same question gives the same bytes, whatever the hash seed.
struct DeterminismTests {
  @Test func `U26: twenty runs write the same bytes`() throws {
    let model = ProjectFiles.path("Tests/Specs/models/small.remit")
    var arguments = [model, "--as-of", "2026-06-30", "--format", "json"]
    for question in [
      "people", "controls with no competent owner", "number of controls per owner",
      "why everything in controls with an owner", "everything", "check: every control has an owner",
      ".schema", ".plan controls with no competent owner",
      ".bound controls with no competent owner",
      "controls onwed by Bob",
    ] {
      arguments += ["-c", question]
    }
    // Each process has a hash seed of its own.
    let first = try RemitProcess.run(arguments + ["--keep-going"])
    #expect(first.output.split(separator: "\n").count > 10, "\(first.errors)")
    for _ in 1..<20 {
      let next = try RemitProcess.run(arguments + ["--keep-going"])
      #expect(next.output == first.output)
      #expect(next.errors == first.errors)
    }
  }
}
