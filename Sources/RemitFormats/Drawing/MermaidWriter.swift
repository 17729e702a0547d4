// SPDX-License-Identifier: Apache-2.0

import Remit

/// Writes a drawing as a Mermaid flowchart.
///
///     flowchart LR
///       n1["person Ann Li"]:::answer
///       n1 -->|"owns since 2024-01-01"| n2
///
/// - SeeAlso: Mermaid flowcharts, mermaid.js.org.
struct MermaidWriter {
  func render(_ drawing: GraphDrawing) -> String {
    var text = ""
    for comment in [drawing.title] + drawing.notes {
      text += "%% \(MermaidWriter.comment(comment))\n"
    }
    text += "flowchart LR\n"
    let kinds = drawing.kinds
    let places = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    for node in drawing.nodes {
      let label = node.lines.map(MermaidWriter.escaped).joined(separator: "<br/>")
      text += "  \(node.id)[\"\(label)\"]:::kind\((places[node.kind] ?? 0) + 1)\n"
    }
    for edge in drawing.edges {
      let arrow = edge.isSymmetric ? "---" : "-->"
      text += "  \(drawing.nodes[edge.source].id) \(arrow)"
      text += "|\"\(MermaidWriter.escaped(edge.text))\"| \(drawing.nodes[edge.target].id)\n"
    }
    for (place, kind) in kinds.enumerated() {
      text += "  %% kind\(place + 1): \(MermaidWriter.comment(kind))\n"
      text +=
        "  classDef kind\(place + 1) fill:\(DrawingColors.color(place)),stroke:#555,color:#000\n"
    }
    let answers = drawing.nodes.filter(\.isAnswer).map(\.id)
    if !answers.isEmpty, answers.count < drawing.nodes.count {
      text += "  classDef answer stroke-width:3px\n"
      text += "  class \(answers.joined(separator: ",")) answer\n"
    }
    return text
  }

  /// A text within quotes: all that Mermaid, HTML or Markdown would read is
  /// written by its number.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in Sanitizer.line(text).unicodeScalars {
      switch character {
      case "\"", "#", "<", ">", "&", "`", "\\", "|", "$", ";", ":", "*", "_", "[", "]", "{", "}":
        result += "#\(character.value);"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  /// A text in a comment, where braces would begin a directive.
  private static func comment(_ text: String) -> String {
    String(
      Sanitizer.line(text).map { character in
        switch character {
        case "{": "("
        case "}": ")"
        default: character
        }
      })
  }
}
