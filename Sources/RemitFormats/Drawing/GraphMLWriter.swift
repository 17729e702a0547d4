// SPDX-License-Identifier: Apache-2.0

import Remit

/// Writes a drawing as GraphML, with typed attributes.
///
///     <node id="n1">
///       <data key="label">A.5.4</data>
///       <data key="kind">control</data>
///     </node>
///
/// - SeeAlso: The GraphML file format, graphml.graphdrawing.org.
struct GraphMLWriter {
  /// The attributes: what they belong to, their name, and their type.
  private static let keys: [(id: String, of: String, name: String, type: String)] = [
    ("label", "node", "label", "string"), ("kind", "node", "kind", "string"),
    ("title", "node", "title", "string"), ("answer", "node", "answer", "boolean"),
    ("unknown", "node", "unknown", "boolean"), ("relation", "edge", "label", "string"),
    ("from", "edge", "from", "string"), ("until", "edge", "until", "string"),
    ("symmetric", "edge", "symmetric", "boolean"),
  ]

  func render(_ drawing: GraphDrawing) -> String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
      http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
        <desc>\(XMLText.escaped(([drawing.title] + drawing.notes).joined(separator: "; ")))</desc>

      """
    for key in GraphMLWriter.keys {
      text += "  <key id=\"\(key.id)\" for=\"\(key.of)\" attr.name=\"\(key.name)\""
      text += " attr.type=\"\(key.type)\"/>\n"
    }
    text += "  <graph id=\"G\" edgedefault=\"directed\">\n"
    for node in drawing.nodes {
      text += "    <node id=\"\(XMLText.escaped(node.id))\">\n"
      text += data("label", node.label) + data("kind", node.kind)
      if let title = node.title { text += data("title", title) }
      text += data("answer", "\(node.isAnswer)")
      if node.isUnknown { text += data("unknown", "true") }
      text += "    </node>\n"
    }
    for (place, edge) in drawing.edges.enumerated() {
      let ends = [edge.source, edge.target].map { XMLText.escaped(drawing.nodes[$0].id) }
      text += "    <edge id=\"e\(place + 1)\" source=\"\(ends[0])\" target=\"\(ends[1])\""
      text += ">\n"
      text += data("relation", edge.relation)
      // Programs there are refuse graphs with edges of both sorts.
      if edge.isSymmetric { text += data("symmetric", "true") }
      if let from = edge.from { text += data("from", "\(from)") }
      if let until = edge.until { text += data("until", "\(until)") }
      text += "    </edge>\n"
    }
    return text + "  </graph>\n</graphml>\n"
  }

  private func data(_ key: String, _ value: String) -> String {
    "      <data key=\"\(key)\">\(XMLText.escaped(value))</data>\n"
  }
}
