// SPDX-License-Identifier: Apache-2.0

/// Finds the things that names mean, or says why there is no such thing.
struct NameLookup {
  let graph: Graph
  let parameters: [String: Value]

  /// The most suggestions and candidates that are listed.
  private static let mostListed = 5

  func resolve(_ name: BoundName) -> Result<Entity, NameProblem> {
    var text = name.text
    if name.isParameter {
      guard let value = parameters[name.text] else {
        return .failure(
          Diagnostic(
            "unknown-parameter",
            "there is no value for the parameter '$\(name.text)'",
            at: name.range
          )
        )
      }
      text = value.description
    }
    let found = graph.find(text, kinds: name.kinds)
    if found.count == 1 { return .success(found[0]) }
    return .failure(found.isEmpty ? unknown(name, text) : ambiguous(name, text, found))
  }

  private func unknown(_ name: BoundName, _ text: String) -> Diagnostic {
    let kinds = name.kinds.map { graph.schema[$0].singular }.joined(separator: " or ")
    let near = graph.names(near: text, kinds: name.kinds, limit: 3)
    var help: [String] = []
    if !near.isEmpty {
      help.append("did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?")
    }
    let edits = name.isParameter ? [] : near.map { [edit(name, NameLookup.quoted($0))] }
    return Diagnostic(
      "unknown-name",
      "there is no \(kinds) called '\(text)'",
      at: name.range,
      help: help,
      edits: edits
    )
  }

  private func ambiguous(_ name: BoundName, _ text: String, _ found: [Entity]) -> Diagnostic {
    let written = NameLookup.quoted(text)
    var options: [String] = []
    for entity in found.prefix(NameLookup.mostListed) {
      let option = "\(graph.schema[entity.kind].singular) \(written)"
      if !options.contains(option) { options.append(option) }
    }
    // A kind before the name helps only where the things are of several kinds.
    let edits =
      name.isParameter || options.count < 2 ? [] : options.map { [edit(name, $0)] }
    if options.count < 2 {
      options = found.prefix(NameLookup.mostListed).map {
        "\(graph.schema[$0.kind].singular) \(NameLookup.quoted(graph.label(of: $0)))"
      }
    }
    return Diagnostic(
      "ambiguous-name",
      "'\(text)' is the name of \(found.count) things",
      at: name.range,
      help: ["it could be \(options.joined(separator: ", "))"],
      edits: edits
    )
  }

  private func edit(_ name: BoundName, _ replacement: String) -> Diagnostic.Edit {
    Diagnostic.Edit(range: name.range, replacement: replacement)
  }

  /// The name as it has to be written: in quotes unless it is one word with a
  /// capital or a digit.
  static func quoted(_ name: String) -> String {
    let isWord = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "." || $0 == "-" || $0 == "_"
    }
    let startsWell =
      name.unicodeScalars.first.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
      ?? false
    let endsWell =
      name.unicodeScalars.last.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
      ?? false
    let bearsMark = name.unicodeScalars.contains {
      $0.properties.isUppercase || ("0"..."9").contains($0)
    }
    let isNumber = name.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
    if isWord, startsWell, endsWell, bearsMark, !isNumber { return name }
    let escaped = name.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
    return "\"" + String(escaped) + "\""
  }
}

/// What is wrong with a name.
typealias NameProblem = Diagnostic

extension Diagnostic: Error {}
