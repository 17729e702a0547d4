// SPDX-License-Identifier: Apache-2.0

import Remit
import RemitFormats
import RemitShell

/// What a run of checks tells of them: which were evaluated, and which have been
/// seen to pass and to fail.
struct CheckCoverage {
  private struct Seen {
    var passed = false
    var failed = false
    var isEvaluated: Bool { passed || failed }
    /// Whether it has ever looked at anything.
    var hasLooked = false
  }

  private var names: [String] = []
  private var seen: [String: Seen] = [:]

  init(_ entries: [CheckReport.Entry]) {
    for entry in entries {
      let name: String
      switch entry {
      case .check(let check): name = check.name
      case .failure(let failed, _, _): name = failed
      }
      if seen[name] == nil { names.append(name) }
      var own = seen[name] ?? Seen()
      if case .check(let check) = entry {
        if check.outcome == .passed { own.passed = true } else { own.failed = true }
        if !check.isVacuous { own.hasLooked = true }
      }
      seen[name] = own
    }
  }

  /// How much has been seen of how much: of each check, that it passes and that it
  /// fails.
  var counts: (seen: Int, all: Int) {
    let found = names.reduce(0) { sum, name in
      guard let own = seen[name] else { return sum }
      return sum + (own.passed ? 1 : 0) + (own.failed ? 1 : 0)
    }
    return (found, 2 * names.count)
  }

  /// The lines of a report; with `details`, the checks that one should know of.
  func text(details: Bool) -> String {
    guard !names.isEmpty else { return "" }
    let evaluated = names.filter { seen[$0]?.isEvaluated == true }
    let both = evaluated.filter { seen[$0]?.passed == true && seen[$0]?.failed == true }
    let percent = evaluated.count * 100 / names.count
    var text = "checks evaluated: \(evaluated.count) of \(names.count), \(percent) %"
    text += "; seen to pass and to fail: \(both.count)\n"
    guard details else { return text }
    for name in names {
      guard let own = seen[name] else { continue }
      let what: String
      if !own.isEvaluated {
        what = "not evaluated"
      } else if !own.hasLooked {
        what = "looked at nothing"
      } else if !own.failed {
        what = "only passed"
      } else if !own.passed {
        what = "only failed"
      } else {
        continue
      }
      text += "  \(what): \(Sanitizer.line(name))\n"
    }
    return text
  }
}
