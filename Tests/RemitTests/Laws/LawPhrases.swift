// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport

/// Makes phrases that make sense over the small model: `who own a control with
/// no auditor, …`, several of them inside one another.
///
/// Sentences made from the grammar alone mostly speak of things that have
/// nothing to do with one another.
struct LawPhrases {
  var random: RandomSource

  /// What can be said of the things of a kind; `<control>` is an object.
  private static let posts: [String: [String]] = [
    "person": [
      "who own <control>", "who do not own <control>", "who owned <control>",
      "who own <asset>", "who own <risk>", "who directly own <control>", "who hold <role>",
      "who hold <competence>", "who have held <competence>", "who do not hold <competence>",
      "who held <competence> in 2024", "who report to <person>", "who report to+ <person>",
      "who report to* <person>", "who report to within 2 steps <person>", "with <report>",
      "who implement <control>", "who implement and audit <control>",
      "who audit <control>", "who audited <control> after 2026-03-01",
      "who audited <control> in the last 4 months", "who audited <asset>", "who manage <team>",
      "who requested <right>", "competent for <control>", "not competent for <control>",
      "whose department is \"Security\"", "whose department is not \"Security\"",
      "whose contract is external", "whose end date is unknown",
      "whose start date is before 2021-06-01", "who are active", "who are not contractors",
      "with a department", "without <control>", "with no manager", "reported to by <person>",
    ],
    "control": [
      "owned by <person>", "owned by <role>", "not owned by <person>", "with no owner",
      "with <owner>", "that <person> owns", "that <person> has audited", "audited by <person>",
      "with no auditor", "with <owner> who is not active", "implemented by <person>",
      "that are critical", "that are not critical", "that mitigate <risk>", "that cover <asset>",
      "that require <competence>", "that do not require <competence>", "whose title is known",
      "whose review date is before 2026-01-01", "whose review date is not before 2025-06-01",
      "with no review date", "that require only <competence>", "with <competent>",
      "audited by <person> since 2026-03-02", "whose title contains text \"o\"",
    ],
    "asset": [
      "owned by <person>", "with no owner", "whose classification is at least confidential",
      "whose classification is not public", "covered by <control>", "that <right> covers",
      "audited by <person>", "with <owner>",
    ],
    "risk": [
      "owned by <person>", "that are open", "that are not closed", "mitigated by <control>",
      "that <control> mitigates", "not mitigated by <control>", "covered by <control>",
      "with <owner>",
    ],
    "role": [
      "held by <person>", "that require <competence>", "that conflict with <role>",
      "that own <control>", "with no holder", "that <person> has held",
    ],
    "competence": [
      "held by <person>", "that <control> requires", "that <role> requires",
      "not held by <person>", "required by <control>",
    ],
    "right": [
      "that cover <asset>", "requested by <person>", "approved by <person>",
      "that <person> approved before 2025-02-02",
    ],
    "certificate": [
      "that are current", "whose level is above 2", "with no end date", "whose level is known",
      "whose start date is before 2023-06-01",
    ],
    "team": ["managed by <person>", "with <head>"],
  ]

  private static let words: [String: (String, String)] = [
    "person": ("person", "people"), "right": ("access right", "access rights"),
    "report": ("report", "reports"), "owner": ("owner", "owners"), "head": ("head", "heads"),
    "competent": ("competent owner", "competent owners"),
  ]

  private static let names: [String: [String]] = [
    "person": ["Alice", "Bob", "Carol", "Ann", "Dan"], "control": ["A.5.1", "A.5.3", "A.8.2"],
    "asset": ["asset \"Payroll\""], "risk": ["risk \"Fraud\"", "risk \"Outage\""],
    "role": ["role Auditor"], "competence": ["competence \"Law\""],
  ]

  static let kinds = posts.keys.sorted()

  static func plural(_ kind: String) -> String { words[kind]?.1 ?? kind + "s" }

  /// Something to be said of the things of a kind.
  mutating func post(_ kind: String, depth: Int) -> String {
    let kind = ["report", "owner", "head", "competent"].contains(kind) ? "person" : kind
    let all = LawPhrases.posts[kind] ?? []
    guard let template = random.pick(all), let slot = template.firstMatch(of: #/<(\w+)>/#) else {
      return all.first { !$0.contains("<") } ?? ""
    }
    let object = object(String(slot.1), depth: depth - 1, isAmongWords: template.hasPrefix("with"))
    return template.replacing(slot.0, with: object)
  }

  private mutating func object(_ kind: String, depth: Int, isAmongWords: Bool) -> String {
    if random.oneIn(4), let name = random.pick(LawPhrases.names[kind] ?? []), !isAmongWords {
      return name
    }
    let (one, many) = LawPhrases.words[kind] ?? (kind, kind + "s")
    let article = "aeiou".contains(one.prefix(1)) ? "an" : "a"
    let noun =
      switch random.below(9) {
      case 0, 1, 2: "\(article) \(one)"
      case 3: "no \(one)"
      case 4: "every \(one)"
      case 5: "at least 2 \(many)"
      case 6: "at most 1 \(one)"
      case 7: "exactly 1 \(one)"
      default: isAmongWords ? "\(article) \(one)" : "only \(many)"
      }
    guard depth > 0, !random.oneIn(3) else { return noun }
    let post = post(kind, depth: depth)
    // One thing is spoken of in the singular.
    let isSingular = !noun.hasSuffix(many) || one == many
    return "\(noun) \(isSingular ? LawPhrases.singular(post) : post)"
  }

  private static func singular(_ post: String) -> String {
    var words = post.split(separator: " ").map(String.init)
    guard words.count > 1, ["who", "that"].contains(words[0]) else { return post }
    let verbs = [
      "own": "owns", "do": "does", "hold": "holds", "have": "has", "report": "reports",
      "report+": "reports+", "implement": "implements", "audit": "audits", "manage": "manages",
      "are": "is", "mitigate": "mitigates", "cover": "covers", "require": "requires",
      "conflict": "conflicts",
    ]
    if words[1] == "directly" { words[2] = verbs[words[2]] ?? words[2] }
    if words[1] == "implement", words[2] == "and" { words[3] = "audits" }
    words[1] = verbs[words[1]] ?? words[1]
    return words.joined(separator: " ")
  }
}
