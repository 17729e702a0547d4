// SPDX-License-Identifier: Apache-2.0

import Foundation
import RemitTestSupport
import Testing

/// The session the README shows, typed again.
struct ReadmeTranscriptTests {
  /// What stands before a transcript of its own: the README says it in prose.
  private static let head = "model: samples/acme\ntoday: 2026-06-30\nwidth: 80\n\n"

  /// With `REMIT_UPDATE_SPECS=1` the page is rewritten, and the run still fails.
  @Test func `the session in the README goes as it is shown`() throws {
    let page = try DocumentedPage("README.md")
    let sessions = page.blocks.filter { $0.info == "transcript" }
    #expect(!sessions.isEmpty)
    for session in sessions {
      let transcript = Transcript(path: "README.md", text: Self.head + session.text)
      let now = String(try transcript.replayed().dropFirst(Self.head.count))
      guard now != session.text else { continue }
      Issue.record(
        "README.md:\(session.lines.lowerBound)\nexpected:\n\(session.text)\nfound:\n\(now)"
      )
      if ProcessInfo.processInfo.environment["REMIT_UPDATE_SPECS"] == "1" {
        try page.write(replacing: [(session, now)])
      }
    }
  }
}
