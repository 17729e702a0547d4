// SPDX-License-Identifier: Apache-2.0

import Remit

/// What a prompt says before the first question.
extension Session {
  /// How many kinds of things are named.
  private static let mostKinds = 3

  /// What has been opened, or what to open where there is nothing to ask about.
  ///
  /// - Parameter width: The columns of the terminal.
  /// - Returns: Lines of safe text, each ended by a line feed.
  public func greeting(width: Int) -> String {
    let counts = engine.thingCounts
    guard !counts.isEmpty else {
      return TextFlow.wrapLines(
        engine.schema.kinds.isEmpty
          ? "Nothing is open: 'remit --demo' opens a sample, 'remit FOLDER' what is yours.\n"
          : "There is nothing in it yet. .schema shows its words, .help what can be typed.\n",
        width: width)
    }
    let named = counts.prefix(Session.mostKinds).map { kind, count in
      "\(TableRenderer.grouped(count)) \(Sanitizer.line(kind))"
    }
    let more = counts.count > named.count ? ", …" : ""
    return TextFlow.wrapLines(
      "\(named.joined(separator: ", "))\(more.isEmpty ? "." : more) .schema shows the words.\n",
      width: width)
  }
}
