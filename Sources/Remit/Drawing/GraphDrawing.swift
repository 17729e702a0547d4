// SPDX-License-Identifier: Apache-2.0

/// Things and what ties them, to be drawn: a piece of a graph, or all of it.
///
/// It is a plain value. How it looks in a file or on a screen is for others to say:
/// the writers of GraphML, DOT and Mermaid are in RemitFormats.
///
///     let drawing = try engine.drawing(of: "people who own a control")
///     drawing.nodes.map(\.label)  // ["Ann Li", "A.8.8", …]
public struct GraphDrawing: Sendable, Hashable {
  /// A thing.
  public struct Node: Sendable, Hashable {
    /// What it is called in the drawing: `n1`, `n2` and so on, each once.
    public var id: String
    /// Its key or name, as answers show it.
    public var label: String
    /// The word of its kind: `person`.
    public var kind: String
    /// What is shown beside its key: the title of a control.
    public var title: String?
    /// Whether it is what the question asks for, and not only tied to that.
    public var isAnswer: Bool
    /// Whether it is only named by others, and nothing defines it.
    public var isUnknown: Bool

    /// Makes a thing to be drawn.
    public init(
      id: String, label: String, kind: String, title: String? = nil, isAnswer: Bool = true,
      isUnknown: Bool = false
    ) {
      (self.id, self.label, self.kind, self.title) = (id, label, kind, title)
      (self.isAnswer, self.isUnknown) = (isAnswer, isUnknown)
    }
  }

  /// A link between two things.
  public struct Edge: Sendable, Hashable {
    /// The place in ``GraphDrawing/nodes`` of the thing it leads from.
    public var source: Int
    /// The place in ``GraphDrawing/nodes`` of the thing it leads to.
    public var target: Int
    /// The word of its relation: `owns`.
    public var relation: String
    /// The same as read from the other end: `owned by`; `nil` where no word says it.
    public var backward: String?
    /// The first day on which it holds, or the day on which it happened.
    public var from: Day?
    /// The first day on which it no longer holds.
    public var until: Day?
    /// Whether it leads both ways.
    public var isSymmetric: Bool

    /// Makes a link to be drawn.
    public init(
      source: Int, target: Int, relation: String, backward: String? = nil, from: Day? = nil,
      until: Day? = nil, isSymmetric: Bool = false
    ) {
      (self.source, self.target) = (source, target)
      (self.relation, self.backward) = (relation, backward)
      (self.from, self.until, self.isSymmetric) = (from, until, isSymmetric)
    }
  }

  /// What is drawn: the question, or what it is a drawing of.
  public var title: String
  /// The things: those asked for in the order of the answer, each with what it is
  /// tied to behind it.
  public var nodes: [Node]
  /// The links, in the order in which they were met.
  public var edges: [Edge]
  /// What should be known about it, such as that it is not all.
  public var notes: [String]

  /// Makes a drawing.
  ///
  /// - Parameters:
  ///   - title: What is drawn.
  ///   - nodes: The things.
  ///   - edges: The links, whose ends are places among the things.
  ///   - notes: What should be known about it.
  public init(title: String, nodes: [Node], edges: [Edge], notes: [String] = []) {
    (self.title, self.nodes, self.edges, self.notes) = (title, nodes, edges, notes)
  }

  /// The most things of a drawing that is to be looked at.
  public static let mostThings = 200

  /// The drawing with no more than so many things: the first, and the links among
  /// them. What is left out is said in a note.
  ///
  /// - Parameter count: The most things.
  /// - Returns: The drawing itself, if it is small enough.
  /// - Complexity: O(*things* + *links*).
  public func first(_ count: Int) -> GraphDrawing {
    guard nodes.count > max(0, count) else { return self }
    var part = self
    part.nodes = Array(nodes.prefix(max(0, count)))
    part.edges = edges.filter { $0.source < part.nodes.count && $0.target < part.nodes.count }
    part.notes.append(
      "drawn are the first \(part.nodes.count) of \(nodes.count) things, and "
        + "\(part.edges.count) of \(edges.count) links; a .graphml file has all of them")
    return part
  }
}
