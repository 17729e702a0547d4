// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Writes a proof as text: each step below the one it explains.
///
///     A.8.1 is in controls with no active owner
///       there is no person that owns A.8.1 and that is active; looked at 1
///         Dan's end date, 2025-12-31, is on or before today, 2026-06-30 [people.csv:9]
public struct ProofText: Sendable {
  /// The most steps beside one another that are shown.
  public var mostParts = 10

  /// Makes a writer.
  public init() {}

  /// Writes a proof.
  ///
  /// - Parameter proof: The proof.
  /// - Returns: The text, which ends with a line break.
  public func render(_ proof: Proof) -> String {
    lines(proof, depth: 0).joined(separator: "\n") + "\n"
  }

  private func lines(_ proof: Proof, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    // Steps that only hold others together say nothing by themselves.
    if isSilent(proof) || depth > 1 && isPlain(proof) {
      return told(proof).flatMap { lines($0, depth: depth) }
    }
    var sentence = proof.sentence
    if proof.reason == .link, let fact = proof.facts.first {
      // The link as it was written says more than the verb as read.
      sentence = fact.sentence + source(fact)
    }
    if proof.reason == .value, proof.facts.count == 1 { sentence += source(proof.facts[0]) }
    if proof.reason == .candidates { sentence += looked(proof) }
    var result = [indent + sentence]
    if proof.reason == .value, proof.facts.count > 1 {
      for fact in proof.facts { result.append("\(indent)  \(fact.sentence)\(source(fact))") }
    }
    if proof.reason == .day, proof.parts.count > 1 { return result + days(proof, depth) }
    let told = told(proof)
    let parts = told.prefix(mostParts)
    for part in parts { result += lines(part, depth: depth + 1) }
    if told.count > parts.count {
      result.append("\(indent)  … and \(told.count - parts.count) more")
    }
    return result
  }

  /// What was so on several days: each day on which something else was so.
  private func days(_ proof: Proof, _ depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth + 1)
    var result: [String] = []
    var before: [String] = []
    for part in proof.parts {
      let day = part.sentence.prefix { $0 != ":" }
      var said = part
      said.sentence = String(part.sentence.dropFirst(day.count + 2))
      let lines = lines(said, depth: depth + 2)
      if lines == before { continue }
      before = lines
      result += ["\(indent)\(day):"] + lines
    }
    return result
  }

  /// The parts without what goes without saying: that somebody is known, and that
  /// there is a value which the next line compares.
  private func told(_ proof: Proof) -> [Proof] {
    guard proof.parts.count > 1 else { return proof.parts }
    return proof.parts.filter { part in
      guard part.sentence.hasSuffix(" is known") else { return true }
      if part.reason == .opposite || part.reason == .value {
        return !proof.parts.contains { $0 != part && Set($0.facts).isSuperset(of: facts(part)) }
      }
      return part.reason != .identity || proof.reason != .all
    }
  }

  private func facts(_ proof: Proof) -> [Proof.Fact] {
    proof.facts + proof.parts.flatMap(facts)
  }

  /// Whether only the parts are worth showing.
  private func isSilent(_ proof: Proof) -> Bool {
    guard !proof.parts.isEmpty else { return false }
    switch proof.reason {
    case .all: return !proof.isClaim
    case .opposite, .either: return true
    case .definition: return isWritten(proof)
    // Of one day it says the same.
    case .day: return proof.parts.count == 1 && proof.parts[0].sentence == proof.sentence
    default: return false
    }
  }

  /// Whether a step only leads on to a single thing that fails.
  private func isPlain(_ proof: Proof) -> Bool {
    proof.reason == .candidates && proof.parts.count == 1 && proof.sentence.hasPrefix("there is no")
      && proof.parts[0].parts.isEmpty
  }

  /// Whether a verb as read holds by the link as it was written.
  private func isWritten(_ proof: Proof) -> Bool {
    var step = proof
    while step.parts.count == 1, [.definition, .all, .either, .opposite].contains(step.reason) {
      step = step.parts[0]
    }
    return step.reason == .link && step.holds && proof.holds
      && step.facts.first?.sentence == proof.sentence
  }

  private func looked(_ proof: Proof) -> String {
    proof.parts.isEmpty ? "" : "; looked at \(proof.parts.count)"
  }

  private func source(_ fact: Proof.Fact) -> String {
    var parts: [String] = []
    if let from = fact.from { parts.append("since \(from)") }
    if let until = fact.until { parts.append("until \(until)") }
    let dates = parts.isEmpty ? "" : " " + parts.joined(separator: " ")
    return "\(dates) [\(fact.source.description)]"
  }
}
