// SPDX-License-Identifier: Apache-2.0

import Remit

/// Draws a small graph as trees of lines: what was asked for stands at the left, and
/// below each thing what it is tied to.
///
///     A.5.4 Management responsibilities (control)
///     ├─ owned by Ann Li (person) since 2024-01-01
///     │  └─ reports to Bob Hall (person)
///     └─ part of A.5 Organisational controls (theme)
///
/// Each link is drawn once. A line is never wider than the terminal: what does not
/// fit is cut, marked by `…`.
struct TreeDrawing {
  let drawing: GraphDrawing
  /// The columns of the terminal, or `nil` for lines of any width.
  let width: Int?
  /// Whether kinds and dates may be dim.
  let colors: Bool

  private var lines: [String] = []
  /// The links at each thing, by their places.
  private var links: [[Int]] = []
  private var isDrawn: [Bool] = []
  private var isExpanded: [Bool] = []

  init(_ drawing: GraphDrawing, width: Int?, colors: Bool) {
    self.drawing = drawing
    self.width = width
    self.colors = colors
  }

  /// The lines of the drawing, in order.
  mutating func render() -> [String] {
    lines = []
    links = [[Int]](repeating: [], count: drawing.nodes.count)
    isDrawn = [Bool](repeating: false, count: drawing.edges.count)
    isExpanded = [Bool](repeating: false, count: drawing.nodes.count)
    for (place, edge) in drawing.edges.enumerated() {
      links[edge.source].append(place)
      if edge.target != edge.source { links[edge.target].append(place) }
    }
    // What hangs on nothing that was asked for begins a tree of its own.
    let order =
      drawing.nodes.indices.filter { drawing.nodes[$0].isAnswer }
      + drawing.nodes.indices.filter { !drawing.nodes[$0].isAnswer }
    for node in order where drawing.nodes[node].isAnswer || !isExpanded[node] && hasLinks(node) {
      add("", "", node, nil)
      expand(node, indent: "")
    }
    return lines
  }

  private func hasLinks(_ node: Int) -> Bool { links[node].contains { !isDrawn[$0] } }

  /// Draws the links of a thing that have not been drawn, and below them what
  /// they lead to.
  private mutating func expand(_ node: Int, indent: String) {
    isExpanded[node] = true
    // What leads to another thing that was asked for stands in its tree.
    let isRoot = indent.isEmpty
    let open = links[node].filter { place in
      let edge = drawing.edges[place]
      let other = edge.source == node ? edge.target : edge.source
      return !isDrawn[place] && (isRoot || !drawing.nodes[other].isAnswer)
    }
    for place in open { isDrawn[place] = true }
    for (number, place) in open.enumerated() {
      let edge = drawing.edges[place]
      let other = edge.source == node ? edge.target : edge.source
      let isLast = number == open.count - 1
      add(indent + (isLast ? "└─ " : "├─ "), word(edge, from: node) + " ", other, edge)
      guard !drawing.nodes[other].isAnswer, !isExpanded[other], indent.count < 3 * Self.deepest
      else { continue }
      expand(other, indent: indent + (isLast ? "   " : "│  "))
    }
  }

  /// The deepest things below one that was asked for.
  private static let deepest = 12

  /// The link as read from a thing: `owns`, from the other end `owned by`.
  private func word(_ edge: GraphDrawing.Edge, from node: Int) -> String {
    edge.source == node ? edge.relation : edge.backward ?? "← \(edge.relation)"
  }

  /// Adds a line: branch, link, the thing, and dimly its kind and the dates.
  private mutating func add(
    _ branch: String, _ word: String, _ place: Int, _ edge: GraphDrawing.Edge?
  ) {
    let node = drawing.nodes[place]
    let name = [node.label, node.title].compactMap { $0 }.joined(separator: " ")
    var aside = node.label.hasPrefix(node.kind + " ") ? "" : " (\(node.kind))"
    if node.isUnknown { aside = " (unknown \(node.kind))" }
    if let edge {
      aside += edge.from.map { " since \($0)" } ?? ""
      aside += edge.until.map { " until \($0)" } ?? ""
    }
    let start = branch + Sanitizer.line(word)
    let main = start + Sanitizer.line(name)
    aside = Sanitizer.line(aside)
    guard let width else {
      lines.append(main + AnsiStyle.dim(aside, if: colors))
      return
    }
    let room = width - DisplayWidth.of(main)
    if room >= DisplayWidth.of(aside) {
      lines.append(main + AnsiStyle.dim(aside, if: colors))
    } else if room > 1 {
      lines.append(main + AnsiStyle.dim(DisplayWidth.shorten(aside, to: room), if: colors))
    } else {
      lines.append(DisplayWidth.shorten(main + aside, to: max(width, 1)))
    }
  }
}
