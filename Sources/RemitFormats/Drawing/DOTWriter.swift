// SPDX-License-Identifier: Apache-2.0

import Remit

/// Writes a drawing as DOT, the language of Graphviz.
///
///     n1 [label="person Ann Li", fillcolor="#dbe9f6", penwidth=2];
///     n1 -> n2 [label="owns since 2024-01-01"];
///
/// - SeeAlso: The DOT language, graphviz.org.
struct DOTWriter {
  func render(_ drawing: GraphDrawing) -> String {
    var text = ""
    for note in drawing.notes { text += "// \(Sanitizer.line(note))\n" }
    text += """
      digraph remit {
        label=\(DOTWriter.quoted([drawing.title]));
        labelloc=t; rankdir=LR; fontname="Helvetica";
        node [shape=box, style="rounded,filled", fontname="Helvetica"];
        edge [fontname="Helvetica", fontsize=10];

      """
    let kinds = Dictionary(
      uniqueKeysWithValues: drawing.kinds.enumerated().map { ($1, $0) })
    for node in drawing.nodes {
      var attributes = "label=\(DOTWriter.quoted(node.lines))"
      attributes += ", fillcolor=\"\(DrawingColors.color(kinds[node.kind] ?? 0))\""
      if node.isAnswer { attributes += ", penwidth=2" }
      if node.isUnknown { attributes += ", style=\"rounded,filled,dashed\"" }
      text += "  \(DOTWriter.quoted([node.id])) [\(attributes)];\n"
    }
    for edge in drawing.edges {
      let ends = [edge.source, edge.target].map { DOTWriter.quoted([drawing.nodes[$0].id]) }
      let direction = edge.isSymmetric ? ", dir=none" : ""
      text += "  \(ends[0]) -> \(ends[1])"
      text += " [label=\(DOTWriter.quoted([edge.text]))\(direction)];\n"
    }
    return text + "}\n"
  }

  /// Lines as a quoted text: a backslash begins an escape there, and `&` the name
  /// of a character.
  static func quoted(_ lines: [String]) -> String {
    let escaped = lines.map { line in
      var text = ""
      for character in Sanitizer.line(line).unicodeScalars {
        switch character {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "&": text += "&amp;"
        default: text.unicodeScalars.append(character)
        }
      }
      return text
    }
    return "\"\(escaped.joined(separator: "\\n"))\""
  }
}
