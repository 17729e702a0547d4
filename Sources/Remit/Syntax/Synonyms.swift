// SPDX-License-Identifier: Apache-2.0

/// Words of other languages and tools, with the word of the model they mean.
enum Synonyms {
  /// Returns the declared or reserved word that a foreign word stands for.
  static func word(for foreign: String, in vocabulary: Vocabulary) -> String? {
    table[foreign.lowercased()]?.first {
      Keyword(word: $0) != nil || vocabulary.terms[$0] != nil
    }
  }

  private static let table: [String: [String]] = [
    "anything": ["something"], "somebody": ["someone"], "another": ["other"], "anyone": ["someone"],
    "anybody": ["someone"],
    "lacks": ["without"], "never": ["not"], "but": ["and"],
    "employees": ["people"], "employee": ["person"], "users": ["people"], "user": ["person"],
    "staff": ["people"], "persons": ["people"], "humans": ["people"],
    "servers": ["assets"], "server": ["asset"], "systems": ["assets"], "system": ["asset"],
    "applications": ["assets"], "devices": ["assets"],
    "groups": ["teams"], "group": ["team"], "departments": ["department"],
    "skills": ["competences"], "skill": ["competence"], "competencies": ["competences"],
    "competency": ["competence"], "qualifications": ["competences"],
    "vulnerabilities": ["risks"], "threats": ["risks"], "policies": ["documents"],
    "safeguards": ["controls"], "measures": ["controls"],
    "belonging": ["owned by", "of"], "lacking": ["without"], "missing": ["without"],
    "having": ["with"], "has": ["with"], "using": ["with"], "except": ["except"],
    "minus": ["except"],
    "count": ["number"], "sum": ["total"], "avg": ["average"], "mean": ["average"],
    "percentage": ["share"], "percent": ["share"], "proportion": ["share"],
    "things": ["everything"],
    "max": ["highest"], "min": ["lowest"], "order": ["sorted"], "limit": ["first"],
    "group by": ["per"], "null": ["unknown"], "none": ["no"],
    "return": ["showing"], "select": ["showing"], "match": ["which"],
  ]

  /// Words with which other tools change data, with those that begin such a statement.
  static let commands = [
    "delete": "remove", "erase": "remove", "drop": "remove", "destroy": "remove",
    "insert": "add", "create": "add", "new": "add", "register": "add",
    "update": "set", "change": "set", "modify": "set", "rename": "set name of",
    "import": "load",
  ]

  /// Words that compare, with what is said for them.
  static let comparatives = [
    "greater": "above", "higher": "above", "larger": "above", "bigger": "above",
    "over": "above", "exceeding": "above", "exceeds": "is above", "exceed": "is above",
    "lower": "below", "smaller": "below", "lesser": "below", "under": "below",
    "beneath": "below", "equal": "", "equals": "is", "equalling": "",
  ]

  /// Days that are said by today, with how many days they come after it.
  static let days: [String: Int32] = ["tomorrow": 1, "yesterday": -1]

  /// Words without which a question says the same.
  static let fillers: Set<String> = [
    "still", "already", "currently", "now", "yet", "also", "actually", "really", "just", "both",
  ]

  /// Words for what somebody may do, which a model says with words of its own.
  static let modals: Set<String> = [
    "can", "could", "may", "might", "must", "should", "shall", "will", "would",
  ]

  /// Words with which people ask for something, where the thing is said alone.
  static let requests: Set<String> = [
    "show", "list", "find", "get", "give", "display", "tell", "please",
  ]
}
