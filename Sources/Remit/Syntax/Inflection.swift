// SPDX-License-Identifier: Apache-2.0

/// The forms of a declared English verb or noun.
///
/// Forms are made once, when a word is declared, and shown by `.schema`; a
/// declaration can give any of them itself. Queries never guess.
enum Inflection {
  /// The forms of a verb.
  struct Verb: Hashable, Sendable {
    /// `owns`
    var singular: String
    /// `own`
    var plural: String
    /// `owned`, as in `who owned it`
    var past: String
    /// `owned`, as in `who has owned it` and `controls owned by Ann`
    var participle: String
    /// `owned by`
    var passive: String
  }

  /// Makes the forms of a verb given in the third person, `owns`, `reports to`.
  static func verb(_ singular: String) -> Verb {
    let words = singular.split(separator: " ").map(String.init)
    let rest = words.dropFirst().map { " " + $0 }.joined()
    let base = baseForm(words.first ?? singular)
    let (past, participle) = pastForms(base)
    return Verb(
      singular: singular,
      plural: base + rest,
      past: past + rest,
      participle: participle + rest,
      passive: participle + rest + " by"
    )
  }

  /// The indefinite article: `an owner`, `a user`.
  static func article(before text: String) -> String {
    text.first.map("aeio".contains) == true || text.hasPrefix("unknown ") ? "an" : "a"
  }

  /// Makes the plural of a noun; of several words the last one changes.
  static func plural(_ singular: String) -> String {
    var words = singular.split(separator: " ").map(String.init)
    // In `person in charge` the noun is before the preposition.
    let place =
      words.firstIndex { ["of", "in", "for", "at", "on", "to"].contains($0) } ?? words.count
    guard place > 0, let noun = words[..<place].last else { return singular + "s" }
    words[place - 1] = irregularNouns[noun] ?? regularPlural(noun)
    return words.joined(separator: " ")
  }

  private static func regularPlural(_ noun: String) -> String {
    if noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) {
      return noun.dropLast() + "ies"
    }
    // Basis, hypothesis, diagnosis: Greek words keep their plural.
    if noun.hasSuffix("sis") { return noun.dropLast(2) + "es" }
    if ["s", "x", "z", "ch", "sh"].contains(where: noun.hasSuffix) { return noun + "es" }
    return noun + "s"
  }

  private static func baseForm(_ third: String) -> String {
    if let base = ["has": "have", "does": "do", "goes": "go", "undergoes": "undergo"][third] {
      return base
    }
    if third.hasSuffix("ies"), third.count > 4 { return third.dropLast(3) + "y" }
    if ["sses", "shes", "ches", "xes", "zzes"].contains(where: third.hasSuffix) {
      return String(third.dropLast(2))
    }
    return third.hasSuffix("s") ? String(third.dropLast()) : third
  }

  private static func pastForms(_ base: String) -> (past: String, participle: String) {
    if let forms = irregularVerbs[base] { return forms }
    for prefix in ["over", "under", "re", "out", "with", "up"] where base.hasPrefix(prefix) {
      if let forms = irregularVerbs[String(base.dropFirst(prefix.count))] {
        return (prefix + forms.past, prefix + forms.participle)
      }
    }
    let regular: String
    if base.hasSuffix("e") {
      regular = base + "d"
    } else if base.hasSuffix("y"), let before = base.dropLast().last, !"aeiou".contains(before) {
      regular = base.dropLast() + "ied"
    } else if doublesLastLetter(base), let last = base.last {
      regular = base + String(last) + "ed"
    } else {
      regular = base + "ed"
    }
    return (regular, regular)
  }

  /// Whether the last consonant is doubled: `plan`, `commit`, but not `own`.
  private static func doublesLastLetter(_ base: String) -> Bool {
    if stressedAtTheEnd.contains(base) { return true }
    let letters = Array(base)
    guard letters.count >= 3, letters.count <= 4, let last = letters.last,
      !"aeiouwxy".contains(last)
    else { return false }
    let vowels = letters.filter { "aeiou".contains($0) }.count
    return vowels == 1 && "aeiou".contains(letters[letters.count - 2])
  }

  private static let stressedAtTheEnd: Set<String> = [
    "admit", "commit", "control", "equip", "permit", "refer", "submit", "transfer", "transmit",
  ]

  private static let irregularNouns = [
    "person": "people", "child": "children", "staff": "staff", "man": "men", "woman": "women",
    "criterion": "criteria", "analysis": "analyses", "datum": "data", "medium": "media",
    "software": "software", "hardware": "hardware", "information": "information",
    "equipment": "equipment", "evidence": "evidence", "index": "indices", "leaf": "leaves",
  ]

  private static let irregularVerbs: [String: (past: String, participle: String)] = [
    "be": ("was", "been"), "bear": ("bore", "borne"), "begin": ("began", "begun"),
    "bind": ("bound", "bound"), "break": ("broke", "broken"),
    "bring": ("brought", "brought"), "build": ("built", "built"), "buy": ("bought", "bought"),
    "choose": ("chose", "chosen"), "come": ("came", "come"), "cut": ("cut", "cut"),
    "deal": ("dealt", "dealt"), "do": ("did", "done"), "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "fall": ("fell", "fallen"), "feed": ("fed", "fed"), "find": ("found", "found"),
    "forbid": ("forbade", "forbidden"), "get": ("got", "got"),
    "give": ("gave", "given"), "go": ("went", "gone"), "grow": ("grew", "grown"),
    "have": ("had", "had"), "hear": ("heard", "heard"), "hide": ("hid", "hidden"),
    "hold": ("held", "held"), "keep": ("kept", "kept"), "know": ("knew", "known"),
    "lead": ("led", "led"), "leave": ("left", "left"), "lend": ("lent", "lent"),
    "let": ("let", "let"), "lose": ("lost", "lost"), "make": ("made", "made"),
    "mean": ("meant", "meant"), "meet": ("met", "met"),
    "pay": ("paid", "paid"), "put": ("put", "put"),
    "read": ("read", "read"), "run": ("ran", "run"), "say": ("said", "said"),
    "see": ("saw", "seen"), "seek": ("sought", "sought"), "sell": ("sold", "sold"),
    "send": ("sent", "sent"),
    "set": ("set", "set"), "show": ("showed", "shown"), "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"), "stand": ("stood", "stood"), "take": ("took", "taken"),
    "teach": ("taught", "taught"), "tell": ("told", "told"), "think": ("thought", "thought"),
    "win": ("won", "won"), "write": ("wrote", "written"),
  ]
}
