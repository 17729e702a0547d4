// SPDX-License-Identifier: Apache-2.0

extension Proof: CustomStringConvertible {
  /// The proof as lines, what shows a line being indented below it.
  public var description: String {
    var lines: [String] = []
    write(into: &lines, 0)
    return lines.joined(separator: "\n")
  }

  private func write(into lines: inout [String], _ depth: Int) {
    func line(_ text: String) {
      lines.append(String(repeating: "  ", count: depth) + Sanitizer.line(text))
    }
    switch reason {
    case .all(let proofs), .any(let proofs):
      for proof in proofs { proof.write(into: &lines, depth) }
    case .not(let proof): proof.write(into: &lines, depth)
    case .kind(let thing, let kind, let wanted):
      line("\(thing) is a \(kind)\(holds ? "" : ", no \(wanted.joined(separator: " or "))")")
    case .same(let lhs, let rhs): line("\(lhs) \(holds ? "is" : "is not") \(rhs)")
    case .comparison(let lhs, let comparison, let rhs):
      line(Proof.sentence(lhs, comparison, rhs, holds))
    case .known(let term): line(term.text + term.place)
    case .link(let from, let verb, let to, let fact):
      line("\(from) \(verb) \(to)" + (fact.map(\.text) ?? ": no such fact"))
    case .way(let from, let verb, let to, let proofs):
      line("\(from) \(verb) \(to)\(holds ? ", in \(proofs.count) steps" : ": no way leads there")")
      for proof in proofs { proof.write(into: &lines, depth + 1) }
    case .definition(let word, let things, let proof):
      line(word.sentence(of: things, holds))
      proof.write(into: &lines, depth + 1)
    case .undetermined(let proof):
      line("this is undetermined")
      proof.write(into: &lines, depth + 1)
    case .repeated(let word, let things):
      line(word.sentence(of: things, holds) + ", as asked above")
    case .quantified(let quantified): quantified.write(into: &lines, depth)
    }
  }

  private static let comparisons = [
    "=": "", "!=": "other than ", "<": "below ", "<=": "at most ", ">": "above ",
    ">=": "at least ", "contains text": "with the text ", "starts with": "beginning with ",
    "ends with": "ending with ",
  ]

  private static func sentence(_ lhs: Term, _ comparison: String, _ rhs: Term, _ holds: Bool)
    -> String
  {
    guard lhs.value != nil else { return lhs.text + lhs.place }
    let wanted =
      rhs.name == nil && rhs.value != nil ? rhs.shown : "what it is compared with: \(rhs.text)"
    if holds, comparison == "=" { return lhs.text + lhs.place }
    let words = comparisons[comparison] ?? comparison
    return "\(lhs.text), \(holds ? "" : "not ")\(words)\(wanted)" + lhs.place
  }
}

extension Proof.Term {
  /// The value alone.
  fileprivate var shown: String { value?.description ?? "missing" }

  fileprivate var text: String { "\(name ?? "the value") is \(shown)" }

  fileprivate var place: String { source.map { " (\($0))" } ?? "" }
}

extension Proof.Word {
  fileprivate func sentence(of things: [String], _ holds: Bool) -> String {
    let first = things.first ?? ""
    let rest = things.dropFirst().joined(separator: ", ")
    switch form {
    case .adjective:
      return "\(first) is \(holds ? "" : "not ")\(text)" + (rest.isEmpty ? "" : " for \(rest)")
    case .noun: return "\(first) is \(holds ? "a" : "no") \(text)"
    case .verb: return (holds ? "" : "it is not so that ") + "\(first) \(text) \(rest)"
    }
  }
}

extension Proof.Fact {
  fileprivate var text: String {
    (since.map { " since \($0)" } ?? "") + (until.map { " until \($0)" } ?? "") + " (\(source))"
  }
}

extension Proof.Quantified {
  fileprivate func write(into lines: inout [String], _ depth: Int) {
    let indent = String(repeating: "  ", count: depth)
    let fits =
      switch (looked, fulfilling) {
      case (0, _): "there is no \(noun) to look at"
      case (1, _): "the one \(noun) looked at \(fulfilling == 1 ? "fits" : "does not fit")"
      case (_, 0): "none of \(looked) \(nouns) fits"
      default: "\(fulfilling) of \(looked) \(nouns) \(fulfilling == 1 ? "fits" : "fit")"
      }
    lines.append("\(indent)\(fits); \(needed)")
    for candidate in candidates {
      lines.append("\(indent)  \(Sanitizer.line(candidate.thing))")
      for proof in candidate.proofs { proof.write(into: &lines, depth + 2) }
    }
    if omitted > 0 { lines.append("\(indent)  \(omitted) more") }
  }

  /// What was asked.
  private var needed: String {
    switch wanted {
    case "some": "one is needed"
    case "no": "there should be none"
    case "every": "every one has to fit"
    case "only": "there has to be one, and every one has to fit"
    default: "the number has to be \(wanted)"
    }
  }
}
