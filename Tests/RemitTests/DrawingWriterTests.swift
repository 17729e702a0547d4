// SPDX-License-Identifier: Apache-2.0
import Foundation
import Remit
import RemitFormats
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Drawings as GraphML, DOT and Mermaid.
struct DrawingWriterTests {
  private static let awkward = [
    "a\"b", "style:\"a\"", "classDef x:#fff;", "a\\", "a\\\"b\\n", "<script>alert(1)</script>",
    "]]>", "a|b`c`", "\"; color=red",
    "x\"]:::evil", "a & b &amp; c", "-->", "%% no", "#quot;", "end", "{{a}}", "a\nb\tc\rd",
    "\u{1B}[31m", "\u{202E}evil", "漢字 🏳️‍🌈", "$$x$$", "*a* _b_", "", " ", ".quit", "--help",
    String(repeating: "é", count: 10_000), "a--b", "$(rm)", "\u{0}",
  ]

  private static let drawing: GraphDrawing = {
    let nodes = awkward.enumerated().map { place, text in
      GraphDrawing.Node(
        id: "n\(place + 1)", label: text, kind: place % 2 == 0 ? "kind \(text)" : "control",
        title: place % 3 == 0 ? text : nil, isAnswer: place % 5 == 0, isUnknown: place % 7 == 0)
    }
    let edges = awkward.enumerated().map { place, text in
      GraphDrawing.Edge(
        source: place, target: (place * 7 + 1) % awkward.count, relation: text,
        from: place % 2 == 0 ? Day("2024-02-29") : nil,
        until: place % 3 == 0 ? Day("2025-01-01") : nil, isSymmetric: place % 4 == 0)
    }
    return GraphDrawing(
      title: awkward.prefix(20).joined(), nodes: nodes, edges: edges, notes: ["a --> b {x}\n%%{"])
  }()

  @Test func `GraphML is XML with typed attributes, and keeps every text`() throws {
    let text = DrawingFormat.graphML.render(Self.drawing)
    let reader = GraphMLReader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.keys["from"] == "string" && reader.keys["answer"] == "boolean")
    #expect(reader.nodes.count == Self.awkward.count && reader.edges.count == Self.awkward.count)
    for (node, text) in zip(reader.nodes, Self.awkward)
    where text.unicodeScalars.allSatisfy({
      $0 == "\n" || $0 == "\t" || $0 == "\r" || $0.value >= 32
    }) {
      #expect(node["label"] == text)
    }
    #expect(reader.edges[0]["from"] == "2024-02-29" && reader.edges[1]["from"] == nil)
    #expect(reader.edges[0]["until"] == "2025-01-01" && reader.edges[0]["symmetric"] == "true")
    let ids = Set(reader.nodes.map { $0["@id"] ?? "" })
    #expect(ids.count == Self.awkward.count)
    #expect(reader.edges.allSatisfy { ids.contains($0["@source"] ?? "?") })
    #expect(reader.edges.allSatisfy { ids.contains($0["@target"] ?? "?") })
  }

  @Test func `Mermaid has nothing but lines of the five forms it is made of`() throws {
    let lines = DrawingFormat.mermaid.render(Self.drawing).split(separator: "\n")
    let quoted = ##""(?:[^"#<>&`\\|$;:*_\[\]{}\p{Cc}]|#\d+;|<br/>)*""##
    let forms = [
      #"%% [^{}\p{Cc}]*"#, "flowchart LR", #"  n\d+\["# + quoted + #"\]:::kind\d+"#,
      #"  n\d+ (?:-->|---)\|"# + quoted + #"\| n\d+"#,
      #"  %% kind\d+: [^{}\p{Cc}]*"#,
      #"  classDef (?:kind\d+ fill:#[0-9a-f]{6},stroke:#555,color:#000|answer stroke-width:3px)"#,
      #"  class n\d+(?:,n\d+)* answer"#,
    ]
    let pattern = try Regex("(?:" + forms.joined(separator: "|") + ")")
    for line in lines {
      #expect(line.wholeMatch(of: pattern) != nil, "\(line)")
    }
    #expect(lines.filter { $0.contains("]:::kind") }.count == Self.awkward.count)
  }

  @Test func `DOT has nothing but lines of the forms it is made of`() throws {
    let lines = DrawingFormat.dot.render(Self.drawing).split(separator: "\n")
    let quoted = ##""(?:[^"\\\p{Cc}]|\\["\\n])*""##
    let attribute = #"(?:\w+=(?:"# + quoted + #"|\w+))"#
    let list = #"\["# + attribute + "(?:, " + attribute + #")*\];"#
    let forms = [
      #"// \P{Cc}*"#, #"digraph remit \{"#, #"\}"#, #"  label="# + quoted + ";",
      #"  labelloc=t; rankdir=LR; fontname="Helvetica";"#, #"  (?:node|edge) "# + list,
      #"  "n\d+" "# + list, #"  "n\d+" -> "n\d+" "# + list,
    ]
    let pattern = try Regex("(?:" + forms.joined(separator: "|") + ")")
    for line in lines {
      #expect(line.wholeMatch(of: pattern) != nil, "\(line)")
    }
    #expect(
      lines.filter { $0.contains("\" -> \"n") && $0.hasPrefix("  \"n") }.count == Self.awkward.count
    )
  }

  @Test(arguments: [
    ("a.graphml", DrawingFormat.graphML), ("A.DOT", .dot), ("x/y.gv", .dot), ("a.mmd", .mermaid),
    ("a.mermaid", .mermaid), ("a.csv", nil), ("graphml", nil),
  ])
  func `the ending tells the format`(_ name: String, _ format: DrawingFormat?) {
    #expect(DrawingFormat(fileName: name) == format)
  }
}

/// Reads the nodes and edges of a GraphML file with their data.
private final class GraphMLReader: NSObject, XMLParserDelegate {
  var keys: [String: String] = [:]
  var nodes: [[String: String]] = []
  var edges: [[String: String]] = []
  private var current: [String: String] = [:]
  private var key: String?
  private var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    switch name {
    case "key": keys[attributes["id"] ?? ""] = attributes["attr.type"]
    case "node", "edge":
      current = Dictionary(uniqueKeysWithValues: attributes.map { ("@\($0)", $1) })
    case "data": (key, text) = (attributes["key"], "")
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch name {
    case "data": if let key { current[key] = text }
    case "node": nodes.append(current)
    case "edge": edges.append(current)
    default: break
    }
  }
}
