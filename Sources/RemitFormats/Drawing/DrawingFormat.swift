// SPDX-License-Identifier: Apache-2.0

public import Remit

/// A form a drawing can be written in.
public enum DrawingFormat: String, CaseIterable, Hashable, Sendable {
  /// GraphML, for programs that lay graphs out or count in them.
  case graphML = "graphml"
  /// DOT, for Graphviz.
  case dot
  /// A Mermaid flowchart, for Markdown.
  case mermaid

  /// The form a file's name asks for: by `.graphml`, `.dot` or `.gv`, `.mmd` or
  /// `.mermaid`.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "graphml": self = .graphML
    case "dot", "gv": self = .dot
    case "mmd", "mermaid": self = .mermaid
    default: return nil
    }
  }

  /// The most things of a drawing in this form: GraphML is for programs and has
  /// all of them, the others are to be looked at.
  public var mostThings: Int { self == .graphML ? .max : GraphDrawing.mostThings }

  /// Writes a drawing in this form, no more of it than ``mostThings``.
  ///
  /// - Parameter drawing: The drawing.
  /// - Returns: The text, which ends with a line break.
  public func render(_ drawing: GraphDrawing) -> String {
    let part = drawing.first(mostThings)
    return switch self {
    case .graphML: GraphMLWriter().render(part)
    case .dot: DOTWriter().render(part)
    case .mermaid: MermaidWriter().render(part)
    }
  }
}

extension GraphDrawing.Node {
  /// What it is called in a picture: `control A.5.4`, and on a second line its title.
  var lines: [String] {
    // What has no name is called by its kind already: `certificate of Ann, Law`.
    let name = label.hasPrefix(kind + " ") ? label : "\(kind) \(label)"
    return [isUnknown ? "unknown \(name)" : name] + (title.map { [$0] } ?? [])
  }
}

extension GraphDrawing.Edge {
  /// What stands beside it in a picture: `owns since 2024-01-01`.
  var text: String {
    relation + (from.map { " since \($0)" } ?? "") + (until.map { " until \($0)" } ?? "")
  }
}

extension GraphDrawing {
  /// The kinds of its things, in the order in which they are met.
  var kinds: [String] {
    var seen: Set<String> = []
    return nodes.map(\.kind).filter { seen.insert($0).inserted }
  }
}

/// The colours of kinds in pictures: light ones, below black text.
enum DrawingColors {
  private static let all = [
    "#dbe9f6", "#fde9d0", "#e3f2df", "#f3e2ef", "#fff6cc", "#dff0ef", "#eee6dc", "#e6e6f5",
  ]

  static func color(_ index: Int) -> String { all[index % all.count] }
}
