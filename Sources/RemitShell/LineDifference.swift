// SPDX-License-Identifier: Apache-2.0

import Remit

/// How two texts differ, line by line, in the form `diff -u` prints.
package enum LineDifference {
  /// How many unchanged lines are shown around a change.
  private static let context = 2

  /// One line of a comparison.
  private struct Line {
    var mark: Character
    var text: Substring
    /// The lines of both texts before it.
    var old: Int
    var new: Int
  }

  /// Describes what has to change.
  ///
  /// - Parameters:
  ///   - old: The text that is.
  ///   - new: The text that should be.
  /// - Returns: The changed lines with those around them; empty if none differ.
  /// - Complexity: O(*n* + *m* + *d*²) for *d* lines that differ.
  package static func text(from old: String, to new: String) -> String {
    let lines = compare(
      old.split(separator: "\n", omittingEmptySubsequences: false),
      new.split(separator: "\n", omittingEmptySubsequences: false))
    var text = ""
    var end = 0
    for index in lines.indices where lines[index].mark != " " && index >= end {
      let start = max(end, index - context)
      end = min(lines.count, index + context + 1)
      while let next = lines[index..<min(lines.count, end + context)]
        .lastIndex(where: { $0.mark != " " }), next + context + 1 > end, end < lines.count
      {
        end = min(lines.count, next + context + 1)
      }
      text += "@@ line \(lines[start].old + 1) @@\n"
      for line in lines[start..<end] {
        text += "\(line.mark)\(Sanitizer.line(String(line.text)))\n"
      }
    }
    return text
  }

  private static func compare(_ old: [Substring], _ new: [Substring]) -> [Line] {
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [Line] = []
    var (one, other) = (0, 0)
    while one < old.count || other < new.count {
      if removed.contains(one) {
        lines.append(Line(mark: "-", text: old[one], old: one, new: other))
        one += 1
      } else if inserted.contains(other) {
        lines.append(Line(mark: "+", text: new[other], old: one, new: other))
        other += 1
      } else {
        lines.append(Line(mark: " ", text: new[other], old: one, new: other))
        one += 1
        other += 1
      }
    }
    return lines
  }
}
