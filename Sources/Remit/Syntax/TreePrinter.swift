// SPDX-License-Identifier: Apache-2.0

/// Prints any tree of the engine, one node a line, without source ranges.
///
/// It goes by the fields of the nodes, so a new node needs no code here. Two
/// trees print alike exactly when they differ in nothing but places.
enum TreePrinter {
  /// Returns the tree as indented lines.
  ///
  /// - Parameter root: A value made of structs, enums, arrays and optionals.
  /// - Returns: The lines, joined by line breaks.
  static func print(_ root: Any) -> String {
    var lines: [String] = []
    print(root, label: nil, depth: 0, into: &lines)
    return lines.joined(separator: "\n")
  }

  private static func print(_ node: Any, label: String?, depth: Int, into lines: inout [String]) {
    let mirror = Mirror(reflecting: node)
    let prefix = String(repeating: "  ", count: depth) + (label.map { $0 + ": " } ?? "")
    switch mirror.displayStyle {
    case .optional:
      if let some = mirror.children.first {
        print(some.value, label: label, depth: depth, into: &lines)
      }
    case .collection:
      guard !mirror.children.isEmpty else { return }
      lines.append(prefix + "\(mirror.children.count) of")
      for child in mirror.children {
        print(child.value, label: nil, depth: depth + 1, into: &lines)
      }
    case .enum:
      guard let payload = mirror.children.first else {
        lines.append(prefix + "\(node)")
        return
      }
      lines.append(prefix + (payload.label ?? ""))
      let inner = Mirror(reflecting: payload.value)
      if payload.value is SourceRange { return }
      if inner.displayStyle == .tuple {
        for child in inner.children where !(child.value is SourceRange) {
          let label = child.label.flatMap { $0.hasPrefix(".") ? nil : $0 }
          print(child.value, label: label, depth: depth + 1, into: &lines)
        }
      } else {
        print(payload.value, label: nil, depth: depth + 1, into: &lines)
      }
    case .struct where !mirror.children.isEmpty && !(node is any CustomStringConvertible):
      if let word = node as? WordSyntax {
        lines.append(prefix + (word.text == word.base ? word.text : "\(word.text) (\(word.base))"))
        return
      }
      let type = "\(type(of: node))".replacing("Syntax", with: "")
      lines.append(prefix + type)
      for child in mirror.children
      where !(child.value is SourceRange) && !(child.value is SourceRange?) {
        if case Optional<Any>.none = child.value as Any? { continue }
        // A flag that is not set says nothing.
        if child.value as? Bool == false { continue }
        print(child.value, label: child.label, depth: depth + 1, into: &lines)
      }
    default: lines.append(prefix + "\(node)")
    }
  }
}
