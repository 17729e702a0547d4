// SPDX-License-Identifier: Apache-2.0

package import Remit
import RemitFormats

/// What statements did, as specs and documents show it.
package enum OutcomeText {
  /// What a statement did.
  package static func text(_ outcome: Outcome) -> String {
    switch outcome {
    case .answer(let result):
      result.rows.isEmpty
        ? result.emptySentence
        : result.rows.map { $0.map { $0?.description ?? "" }.joined(separator: ", ") }
          .joined(separator: "\n")
    case .done(let sentence): sentence
    case .wrote(let sentence, notes: let notes): ([sentence] + notes).joined(separator: "\n")
    case .text(let text): text
    case .heading(let text, _): "== \(text) =="
    case .proof(let proof): String(ProofText().render(proof).dropLast())
    case .check(let check): text(check)
    case .expectation(let result): text(result)
    }
  }

  /// A check with all that it found.
  package static func text(_ check: CheckResult) -> String {
    var lines = ["\(check.outcome.rawValue): \(check.name)"]
    lines[0] += ([check.severity.rawValue] + check.clauses).map { ", \($0)" }.joined()
    if let lookedAt = check.lookedAt {
      let share = check.share.map { ", \(Value.number($0)) %" } ?? ""
      lines.append("\(check.offenders.rows.count) of \(lookedAt)\(share)")
    }
    lines += check.found.map { "found: \($0)" }
    if check.isVacuous { lines.append("vacuous") }
    lines += check.offenders.rows.map { $0.map { $0?.description ?? "" }.joined(separator: ", ") }
    lines += check.notes.map { "note: \($0)" }
    lines += check.noData.map { "no data: \($0)" }
    lines += check.exceptions.map {
      "\($0.state.rawValue): \($0.thing), \($0.owner), \($0.reason), \($0.until?.description ?? "")"
    }
    return lines.joined(separator: "\n")
  }

  /// An expectation with the rows that differ.
  package static func text(_ result: ExpectationResult) -> String {
    let head = "\(result.isMet ? "met" : "not met"), \(result.matched) matched"
    return
      ([head] + result.missing.map { "- \($0.joined(separator: ", "))" }
      + result.unexpected.map { "+ \($0.joined(separator: ", "))" }).joined(separator: "\n")
  }
}
