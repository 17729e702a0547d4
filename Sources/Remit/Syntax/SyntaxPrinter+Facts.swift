// SPDX-License-Identifier: Apache-2.0

/// Facts, and what a question takes for granted.
extension SyntaxPrinter {
  func print(_ context: ContextSyntax) -> String {
    switch context {
    case .asOf(let date, _): "as of \(print(date))"
    case .since(let date, _): "since \(print(date))"
    case .suppose(let facts, _):
      "suppose \(facts.isEmpty ? "…" : facts.map(print).joined(separator: ", and "))"
    }
  }

  func print(_ fact: FactSyntax) -> String {
    switch fact {
    case .add(let kind, let name, let isUnknown, let settings, _):
      return join("add", isUnknown ? "unknown" : nil, kind.text, name.map(print), print(settings))
    case .remove(let thing, _): return "remove \(print(thing))"
    case .set(let word, let thing, let value, _):
      return "set \(word.text) of \(print(thing)) to \(print(value))"
    case .event(let thing, let word, let range):
      return join(addition(range), print(thing), word.text)
    case .link(let link):
      let ends = link.ends ? "no longer" : nil
      return join(
        addition(link.range),
        print(link.subject),
        link.isLink ? "is" : nil,
        ends,
        link.verb.text,
        link.objects.map(print).joined(separator: " and "),
        print(link.times),
        print(link.settings)
      )
    }
  }

  /// The `add` before a link, where it was written.
  private func addition(_ range: SourceRange) -> String? {
    spelling?.tokens(in: range).first?.keyword == .add ? "add" : nil
  }

  func print(_ thing: ThingSyntax) -> String {
    switch thing {
    case .name(let name): print(name)
    case .variable(let variable): variable.text
    case .subject(let text, _): text
    case .every(let noun, _): "every \(brackets ? inner(noun) : print(noun))"
    }
  }

  private func print(_ settings: [SettingSyntax]) -> String? {
    settings.isEmpty
      ? nil : "with " + settings.map(print).joined(separator: ", ")
  }

  private func print(_ setting: SettingSyntax) -> String {
    if setting.isFlag, case .term(.text(let answer)) = setting.value {
      return (answer.text == "no" ? "not " : "") + setting.word.text
    }
    return "\(setting.word.text) \(print(setting.value))"
  }

  func print(_ event: EventSyntax) -> String {
    "event \(print(event.subject)) \(event.word.text): "
      + event.effects.map(print).joined(separator: ", and ")
  }

  private func print(_ effect: EffectSyntax) -> String {
    switch effect {
    case .endLinks(let owner, let records, _):
      let owner = print(owner)
      let possessive = owner == "its" || owner == "their" ? owner : owner + "'s"
      return "end \(possessive) \(records?.text ?? "links")"
    case .fact(let fact): return print(fact)
    }
  }
}
