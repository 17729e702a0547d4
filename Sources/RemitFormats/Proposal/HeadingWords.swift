// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What headings in registers are called, and the words of the model they mean.
enum HeadingWords {
  /// A heading in small letters, without what stands in brackets or is no letter.
  static func folded(_ heading: String) -> String {
    var text = ""
    var depth = 0
    for character in withoutAccents(heading.lowercased()) {
      switch character {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      case _ where depth > 0: break
      case "a"..."z", "0"..."9": text.append(character)
      case _ where character.isLetter: text.append(character)
      default: if text.last != " " { text.append(" ") }
      }
    }
    return text.split(separator: " ").joined(separator: " ")
  }

  /// Small letters without what stands above, below or across them.
  private static func withoutAccents(_ text: String) -> String {
    var plain = ""
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "ł": plain += "l"
      case "ø": plain += "o"
      case "ß": plain += "ss"
      case _ where scalar.properties.canonicalCombiningClass != .notReordered: break
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }

  /// Words of the model that a heading often means, best first.
  static func meanings(_ heading: String) -> [String] {
    meanings.filter { $0.headings.contains(heading) }.map(\.word)
      + (foreignWords[heading] ?? [])
  }

  /// The words of the model, with the headings that mean them.
  private static let meanings: [(word: String, headings: Set<String>)] = [
    (
      "name",
      [
        "full name", "employee", "employee name", "person", "display name", "title", "description",
        "asset", "system", "application", "risk", "vendor", "supplier", "company", "team", "group",
        "department name", "role", "course", "training", "competence", "skill", "certificate",
        "document", "policy", "control", "what", "name of employee", "staff",
      ]
    ),
    (
      "title",
      [
        "name", "document", "document name", "policy", "control", "control title", "control name",
        "description", "requirement", "finding", "action", "subject",
      ]
    ),
    (
      "ref",
      [
        "id", "no", "nr", "number", "reference", "ref no", "ref id", "code", "key", "asset id",
        "asset no", "asset tag", "tag", "risk id", "risk no", "control id", "control no", "control",
        "clause", "annex a", "document id", "doc id", "doc no", "document no",
      ]
    ),
    (
      "email",
      [
        "e mail", "mail", "e mail address", "email address", "mail address", "work email", "upn",
        "user principal name",
      ]
    ),
    (
      "user name",
      ["username", "login", "login name", "handle", "user id", "account name", "sam account name"]
    ),
    (
      "staff number",
      [
        "employee id", "employee no", "employee number", "personnel number", "staff id", "staff no",
        "id", "hr id",
      ]
    ),
    ("job title", ["title", "job", "position", "function", "role", "job title"]),
    (
      "department",
      ["dept", "division", "unit", "team", "org unit", "cost centre name", "abteilung"]
    ),
    (
      "start date",
      [
        "start", "started", "joined", "hired", "hire date", "date of hire", "employed since",
        "entry",
        "joining date", "entry date", "eintritt", "from", "since",
      ]
    ),
    (
      "end date",
      [
        "end", "ended", "left", "leaving date", "left on", "last day", "exit", "exit date",
        "termination date", "contract end", "austritt", "until", "to",
      ]
    ),
    ("employment", ["type", "employment type", "contract", "contract type", "status", "category"]),
    ("type", ["asset type", "category", "kind", "class", "document type", "risk type", "group"]),
    (
      "classification",
      [
        "class", "confidentiality", "information classification", "data classification",
        "security class", "protection level",
      ]
    ),
    ("criticality", ["critical", "importance", "business criticality", "priority", "impact"]),
    ("status", ["state", "implementation status", "progress", "implemented"]),
    ("applicable", ["applicability", "in scope", "applies", "y n", "yes no"]),
    (
      "justification",
      ["reason", "justification for inclusion", "justification for exclusion", "why"]
    ),
    (
      "review date",
      [
        "reviewed", "reviewed on", "last review", "last reviewed", "last review date",
        "date of review",
      ]
    ),
    ("review every", ["review interval", "review cycle", "review frequency"]),
    ("due date", ["due", "deadline", "target date", "due by", "planned for"]),
    ("effective date", ["effective", "valid from", "in force since", "published", "issued"]),
    ("inherent level", ["inherent", "inherent risk", "gross risk", "initial level", "risk level"]),
    (
      "residual level",
      ["residual", "residual risk", "net risk", "current level", "remaining risk"]
    ),
    ("response", ["treatment", "risk treatment", "option", "strategy"]),
    (
      "owner",
      [
        "owned by", "asset owner", "risk owner", "control owner", "document owner", "process owner",
        "responsible", "accountable", "business owner", "system owner", "owner name", "who",
      ]
    ),
    (
      "manager",
      [
        "reports to", "line manager", "supervisor", "boss", "manager email", "manager e mail",
        "manager name", "superior",
      ]
    ),
    ("location", ["site", "office", "building", "place", "based at", "workplace"]),
    (
      "person",
      [
        "employee", "employee name", "name", "full name", "who", "email", "e mail", "staff",
        "holder",
        "participant", "user", "member", "trainee",
      ]
    ),
    ("holder", ["employee", "person", "name", "who", "email", "e mail", "held by"]),
    (
      "competence",
      [
        "course", "training", "skill", "certificate", "certification", "qualification",
        "competency",
        "topic", "what",
      ]
    ),
    ("role", ["position", "function", "job role", "isms role"]),
    ("team", ["group", "squad", "department", "unit"]),
    ("member", ["employee", "person", "name", "who", "email", "e mail"]),
    ("leader", ["lead", "team lead", "head", "manager", "led by"]),
    ("level", ["grade", "proficiency", "score"]),
    (
      "since",
      [
        "from", "start", "start date", "valid from", "date", "obtained", "obtained on", "completed",
        "completed on", "date of training", "passed on", "issued", "appointed", "appointed on",
      ]
    ),
    (
      "until",
      [
        "to", "end", "end date", "valid until", "valid to", "expires", "expires on", "expiry",
        "expiry date", "valid till", "expiration", "expiration date",
      ]
    ),
    ("dependency", ["depends on", "dependencies", "needs", "runs on"]),
    ("threatens", ["asset", "assets", "affected asset", "affected assets", "asset at risk"]),
    ("treatment", ["controls", "mitigating controls", "measures", "treated by", "control"]),
    ("protects", ["assets", "protected assets"]),
    ("meets", ["requirement", "clause", "iso control", "annex a control"]),
    ("supplies", ["service", "product", "products", "services", "assets", "systems", "provides"]),
    ("author", ["written by", "created by", "prepared by"]),
    ("approver", ["approved by", "approval"]),
    ("user", ["account owner", "assigned to", "employee"]),
  ]

  /// Words in the names of files that tell what their rows are.
  static func kinds(_ name: String) -> [String] {
    let words = Set(folded(name).split(separator: " ").map(String.init))
    return kinds.filter { !$0.words.isDisjoint(with: words) }.map(\.kind)
      + foreignKinds.filter { kind in words.contains { has(kind.words, $0) } }.map(\.kind)
  }

  private static let kinds: [(kind: String, words: Set<String>)] = [
    (
      "person",
      [
        "people", "person", "persons", "staff", "hr", "employee", "employees", "personnel", "users",
        "headcount", "mitarbeiter", "personal",
      ]
    ),
    (
      "asset",
      [
        "asset", "assets", "inventory", "cmdb", "systems", "applications", "apps", "devices",
        "hardware",
        "software",
      ]
    ),
    ("risk", ["risk", "risks", "riskregister", "risikoregister"]),
    ("control", ["control", "controls", "soa", "applicability", "annexa", "measures"]),
    (
      "organisation",
      [
        "supplier", "suppliers", "vendor", "vendors", "organisation", "organisations", "providers",
        "partners", "thirdparties",
      ]
    ),
    ("role", ["role", "roles", "raci"]),
    ("team", ["team", "teams", "groups", "departments", "units"]),
    ("document", ["document", "documents", "policies", "policy", "procedures"]),
    ("competence", ["competence", "competences", "competencies", "skills"]),
    ("training", ["trainings", "courses"]),
    ("location", ["location", "locations", "sites", "offices", "buildings"]),
    ("account", ["account", "accounts", "logins"]),
    ("incident", ["incident", "incidents"]),
    ("finding", ["finding", "findings", "nonconformities"]),
    ("action", ["action", "actions", "capa"]),
    ("objective", ["objective", "objectives", "goals"]),
    ("requirement", ["requirement", "requirements", "clauses", "obligations"]),
    ("area", ["area", "areas"]),
    ("activity", ["activity", "activities", "processes", "process", "task", "tasks"]),
    ("permission", ["permission", "permissions", "entitlements"]),
  ]

  /// Words in the names of files that tell which links their rows are.
  static func relations(_ name: String) -> [String] {
    let words = Set(folded(name).split(separator: " ").map(String.init))
    return relations.filter { !$0.words.isDisjoint(with: words) }.map(\.verb)
      + foreignRelations.filter { one in words.contains { has(one.words, $0) } }.map(\.verb)
  }

  private static let relations: [(verb: String, words: Set<String>)] = [
    (
      "holds",
      [
        "training", "trainings", "matrix", "certificates", "certifications", "qualifications",
        "appointments", "assignments", "competence", "skills", "roles",
      ]
    ),
    ("belongs to", ["members", "membership", "memberships", "teams"]),
    ("deputises for", ["deputies", "deputy", "stand", "substitutes"]),
    ("owns", ["owners", "ownership"]),
    ("completes", ["completions", "attendance", "awareness"]),
    ("requires", ["needs", "requirements", "required"]),
    ("acknowledges", ["acknowledgements", "readers", "acceptances"]),
  ]
}
