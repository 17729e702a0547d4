// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Writes a proof as one JSON object, its parts inside it.
public struct JSONProofWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// Writes a proof.
  ///
  /// - Parameter proof: The proof.
  /// - Returns: One line of JSON.
  public func render(_ proof: Proof) -> String { object(proof) + "\n" }

  private func object(_ proof: Proof) -> String { "{" + fields(proof) + "}" }

  /// The members of the object of a proof.
  func fields(_ proof: Proof) -> String {
    var text = "\"sentence\": \(JSONText.string(proof.sentence)), \"holds\": \(proof.holds)"
    text += ", \"reason\": \(JSONText.string(proof.reason.rawValue))"
    if !proof.facts.isEmpty {
      text += ", \"facts\": [\(proof.facts.map(object).joined(separator: ", "))]"
    }
    if !proof.parts.isEmpty {
      text += ", \"parts\": [\(proof.parts.map(object).joined(separator: ", "))]"
    }
    return text
  }

  private func object(_ fact: Proof.Fact) -> String {
    let days = [("from", fact.from), ("until", fact.until)].compactMap { name, day in
      day.map { "\"\(name)\": \(JSONText.string($0.description)), " }
    }.joined()
    return "{\"sentence\": \(JSONText.string(fact.sentence)), \(days)"
      + "\"source\": \(JSONText.string(fact.source.description))}"
  }
}
