// SPDX-License-Identifier: Apache-2.0

/// Finds the word or name somebody probably meant.
package enum NearestName {
  /// Returns the candidates nearest to `word`, best first.
  ///
  /// Of those as near, a letter left out and two letters swapped are likelier
  /// mistakes than one of so many letters put in or in the place of another.
  ///
  /// Distance counts insertions, deletions, substitutions and swaps of two
  /// neighbours, with case ignored: at most 1 for words of up to five letters,
  /// at most 2 for longer ones, at most 3 beyond twelve.
  ///
  /// - Parameters:
  ///   - word: What was written.
  ///   - candidates: What could have been meant.
  ///   - limit: How many to return.
  /// - Returns: The nearest candidates, each once.
  /// - Complexity: O(candidates x length squared).
  /// - SeeAlso: F. Damerau, "A technique for computer detection and correction
  ///   of spelling errors" (1964), in its optimal string alignment form.
  package static func nearest(
    to word: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let letters = Array(word.lowercased().unicodeScalars)
    guard letters.count <= 64 else { return [] }
    let allowed = letters.count <= 5 ? 1 : letters.count <= 12 ? 2 : 3
    var found: [(cost: Double, name: String)] = []
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - letters.count) <= allowed else { continue }
      let distance = distance(letters, other)
      // Who mistypes two letters has the first one right.
      guard distance <= allowed, distance < 2 || letters.first == other.first else { continue }
      found.append((cost(letters, other), candidate))
    }
    found.sort { ($0.cost, $0.name) < ($1.cost, $1.name) }
    var result: [String] = []
    for (_, name) in found where !result.contains(name) && result.count < limit {
      result.append(name)
    }
    return result
  }

  /// The optimal string alignment distance of two words.
  static func distance(_ lhs: [Unicode.Scalar], _ rhs: [Unicode.Scalar]) -> Int {
    Int(alignment(lhs, rhs, unlikely: 1))
  }

  /// The same, with likely mistakes counted less than unlikely ones.
  static func cost(_ written: [Unicode.Scalar], _ meant: [Unicode.Scalar]) -> Double {
    alignment(written, meant, unlikely: 1.25)
  }

  /// The least cost of making one word of another: 1 for a letter that is
  /// missing and for two swapped, `unlikely` for one too many or another one.
  private static func alignment(
    _ lhs: [Unicode.Scalar], _ rhs: [Unicode.Scalar], unlikely: Double
  ) -> Double {
    if lhs.isEmpty || rhs.isEmpty { return Double(max(lhs.count, rhs.count)) }
    var beforeLast = [Double](repeating: 0, count: rhs.count + 1)
    var last = (0...rhs.count).map { Double($0) }
    for row in 1...lhs.count {
      var current = [Double(row) * unlikely]
      current.reserveCapacity(rhs.count + 1)
      for column in 1...rhs.count {
        let same = lhs[row - 1] == rhs[column - 1]
        var best = min(last[column] + unlikely, current[column - 1] + 1)
        best = min(best, last[column - 1] + (same ? 0 : unlikely))
        if row > 1, column > 1, lhs[row - 1] == rhs[column - 2], lhs[row - 2] == rhs[column - 1] {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[rhs.count]
  }
}
