// SPDX-License-Identifier: Apache-2.0

/// Finds all nodes of a sort in a syntax tree.
///
/// It goes by the fields of the nodes, as ``TreePrinter`` does, so that a new
/// node needs no code here.
enum TreeSearch {
  /// The nodes of a type, each before those inside it.
  ///
  /// - Complexity: O(*n*) in the nodes of the tree.
  static func nodes<Node>(of type: Node.Type, in root: Any) -> [Node] {
    var found: [Node] = []
    visit(root) { if let node = $0 as? Node { found.append(node) } }
    return found
  }

  private static func visit(_ node: Any, _ note: (Any) -> Void) {
    // Texts and places have no nodes inside.
    if node is SourceRange || node is String || node is Int || node is Bool { return }
    note(node)
    for child in Mirror(reflecting: node).children { visit(child.value, note) }
  }
}
