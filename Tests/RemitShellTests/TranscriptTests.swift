// SPDX-License-Identifier: Apache-2.0

import Foundation
@testable import RemitShell
import Testing

struct TranscriptTests {
  /// With `REMIT_UPDATE_SPECS=1` the file is rewritten, and the run still fails:
  /// the change is to be read before it is kept.
  @Test(arguments: Transcript.all)
  func `a recorded session goes as it was recorded`(transcript: Transcript) throws {
    let now = try transcript.replayed()
    guard now != transcript.text else { return }
    if ProcessInfo.processInfo.environment["REMIT_UPDATE_SPECS"] == "1" {
      try Data(now.utf8).write(to: URL(fileURLWithPath: transcript.path))
      Issue.record("\(transcript.testDescription) is rewritten; read the difference")
      return
    }
    let before = transcript.text.split(separator: "\n", omittingEmptySubsequences: false)
    let after = now.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(before, after).prefix { $0 == $1 }.count
    Issue.record(
      """
      \(transcript.testDescription):\(line + 1)
      expected: \(line < before.count ? before[line] : "the end")
      found:    \(line < after.count ? after[line] : "the end")
      """
    )
  }

  @Test func `there are transcripts`() {
    #expect(Transcript.all.count >= 3)
  }

  @Test(arguments: HelpTopic.all.map(\.example) + ShellCommand.all.map(\.example))
  func `every example of .help runs`(example: String) throws {
    // The files that `.help read` and `.help load` name are only examples, and `.why` and
    // `.graph` need an answer: their transcripts have it. Others test what writes files
    // and what a session before has left.
    guard !example.hasPrefix(".read"), !example.hasPrefix("load "), example != ".why 1",
      example != ".graph",
      example != ".recover",
      !example.hasPrefix(".save"), !example.hasPrefix(".snapshot"), !example.hasPrefix(".output")
    else {
      return
    }
    let transcript = Transcript(
      path: "help",
      text: "model: samples/acme\ntoday: 2026-06-30\n\nremit> \(example)\n"
    )
    let now = try transcript.replayed()
    #expect(!now.contains("error"), "\(now)")
  }
}
