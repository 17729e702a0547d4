// SPDX-License-Identifier: Apache-2.0

/// A column of texts: for each node the code of its text in a dictionary.
///
/// A column that names things also knows which nodes have a text.
struct TextColumn: Sendable {
  /// The code of a node without a text.
  static let missing = UInt32.max

  /// The code of each node, or ``missing``.
  private(set) var codes: [TextDictionary.Code] = []
  /// The texts, some of which may no longer be in use.
  private(set) var dictionary = TextDictionary()
  private var index: NodesByCode?

  /// Makes an empty column.
  ///
  /// - Parameter isIndexed: Whether ``nodes(of:)`` will be asked.
  init(isIndexed: Bool) { index = isIndexed ? NodesByCode() : nil }

  /// Makes a column of its parts.
  init(codes: [TextDictionary.Code], dictionary: TextDictionary, isIndexed: Bool) {
    self.codes = codes
    self.dictionary = dictionary
    guard isIndexed else { return }
    var index = NodesByCode()
    for (node, code) in codes.enumerated() where code != TextColumn.missing {
      index.insert(NodeID(truncatingIfNeeded: node), at: code)
    }
    self.index = index
  }

  /// Whether texts find their nodes.
  var isIndexed: Bool { index != nil }

  /// The column with its texts finding their nodes.
  ///
  /// - Complexity: O(*n*), or O(1) if they do.
  func indexed() -> TextColumn {
    isIndexed ? self : TextColumn(codes: codes, dictionary: dictionary, isIndexed: true)
  }

  /// The number of nodes.
  var count: Int { codes.count }

  /// The code of a node, also of one beyond the end.
  @inline(__always)
  func code(of node: NodeID) -> TextDictionary.Code {
    Int(node) < codes.count ? codes[Int(node)] : TextColumn.missing
  }

  /// The text of a node.
  func text(at node: Int) -> String? {
    let code = codes[node]
    return code == TextColumn.missing ? nil : dictionary[code]
  }

  /// The nodes that have a text, in ascending order.
  func nodes(of text: String) -> [NodeID] {
    guard let code = dictionary.code(of: text) else { return [] }
    return index?.nodes(of: code) ?? []
  }

  /// The nodes that have the text of a code, in ascending order.
  func nodes(of code: TextDictionary.Code) -> [NodeID] { index?.nodes(of: code) ?? [] }

  /// Calls a closure with the nodes that have a text, in any order, if texts find them.
  func forEachNode(named text: String, _ body: (NodeID) -> Void) {
    if let code = dictionary.code(of: text) { forEachNode(of: code, body) }
  }

  /// Calls a closure with the nodes that have the text of a code, in any order.
  func forEachNode(of code: TextDictionary.Code, _ body: (NodeID) -> Void) {
    index?.forEachNode(of: code, body)
  }

  /// Tells whether a node that has the text of a code passes a test.
  func hasNode(of code: TextDictionary.Code, where test: (NodeID) -> Bool) -> Bool {
    index?.hasNode(of: code, where: test) ?? false
  }

  /// The node that alone has the text of a code; `nil` if there are others,
  /// or none.
  func onlyNode(of code: TextDictionary.Code) -> NodeID? { index?.onlyNode(of: code) }

  /// Puts a text at a node, or takes it away.
  ///
  /// - Returns: `false` when the dictionary is full.
  mutating func set(_ text: String?, at node: Int) -> Bool {
    guard let text else {
      setCode(TextColumn.missing, at: node)
      return true
    }
    guard let code = dictionary.intern(text) else { return false }
    setCode(code, at: node)
    return true
  }

  /// The code of a text given as UTF-8; it is added if new.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isComposed: Whether it is known to be in composed form.
  /// - Returns: `nil` when the dictionary is full.
  mutating func intern(
    _ text: UnsafeBufferPointer<UInt8>, isComposed: Bool = false
  ) -> TextDictionary.Code? {
    isComposed || ComposedText.isComposed(text)
      ? dictionary.intern(composed: text)
      : dictionary.intern(String(decoding: text, as: UTF8.self))
  }

  /// Puts the text of a code at a node.
  mutating func setCode(_ code: TextDictionary.Code, at node: Int) {
    if node >= codes.count { grow(to: node + 1) }
    let old = codes[node]
    guard old != code else { return }
    codes[node] = code
    guard index != nil else { return }
    if old != TextColumn.missing { index?.remove(NodeID(node), from: old) }
    if code != TextColumn.missing { index?.insert(NodeID(node), at: code) }
  }

  /// Adds nodes without a text.
  mutating func grow(to count: Int) {
    guard count > codes.count else { return }
    if count == codes.count + 1 {
      codes.append(TextColumn.missing)
    } else {
      codes.append(
        contentsOf: repeatElement(TextColumn.missing, count: count - codes.count)
      )
    }
  }

  /// The places of the texts of some nodes in natural order, the same for texts
  /// that are equal in it; ``missing`` for nodes without one.
  func places(of nodes: [NodeID]) -> [UInt32] {
    let codes = nodes.map(code)
    var known = [UInt32](repeating: TextColumn.missing, count: dictionary.count)
    var distinct: [TextDictionary.Code] = []
    for code in codes where code != TextColumn.missing && known[Int(code)] == TextColumn.missing {
      known[Int(code)] = 0
      distinct.append(code)
    }
    distinct.sort { dictionary.order($0, $1) < 0 }
    var place: UInt32 = 0
    for (index, code) in distinct.enumerated() {
      if index > 0, dictionary.order(distinct[index - 1], code) != 0 { place += 1 }
      known[Int(code)] = place
    }
    return codes.map { $0 == TextColumn.missing ? $0 : known[Int($0)] }
  }

  /// The column of the rows given, in their order.
  func gathered(_ rows: [UInt32]) -> TextColumn {
    var result = self
    result.codes = rows.map { codes[Int($0)] }
    guard index != nil else { return result }
    var index = NodesByCode()
    for (node, code) in result.codes.enumerated() where code != TextColumn.missing {
      index.insert(NodeID(node), at: code)
    }
    result.index = index
    return result
  }
}

/// Which nodes have each code: the first one, and chains of the others.
///
/// The chains cost nothing while every text belongs to one node, as names do, and
/// the first ones nothing while each node has the code of its own number.
private struct NodesByCode: Sendable {
  private static let none = UInt32.max
  /// How many codes are those of their nodes' numbers, while `heads` is empty.
  private var sameCount: UInt32 = 0
  private var heads: [NodeID] = []
  /// The neighbours of a node in its chain; nodes at and beyond the count have none.
  private var next: [NodeID] = []
  private var previous: [NodeID] = []

  func nodes(of code: UInt32) -> [NodeID] {
    var found: [NodeID] = []
    forEachNode(of: code) { found.append($0) }
    if found.count > 1 { found.sort() }
    return found
  }

  func forEachNode(of code: UInt32, _ body: (NodeID) -> Void) {
    _ = hasNode(of: code) { node in
      body(node)
      return false
    }
  }

  func hasNode(of code: UInt32, where test: (NodeID) -> Bool) -> Bool {
    var node = head(of: code)
    while node != NodesByCode.none {
      if test(node) { return true }
      node = link(next, node)
    }
    return false
  }

  func onlyNode(of code: UInt32) -> NodeID? {
    let node = head(of: code)
    return node == NodesByCode.none || link(next, node) != NodesByCode.none ? nil : node
  }

  private func head(of code: UInt32) -> NodeID {
    if heads.isEmpty { return code < sameCount ? code : NodesByCode.none }
    return Int(code) < heads.count ? heads[Int(code)] : NodesByCode.none
  }

  mutating func insert(_ node: NodeID, at code: UInt32) {
    if heads.isEmpty {
      if node == code, code == sameCount {
        sameCount += 1
        return
      }
      heads = Array(0..<sameCount)
    }
    while heads.count <= Int(code) { heads.append(NodesByCode.none) }
    let head = heads[Int(code)]
    heads[Int(code)] = node
    guard head != NodesByCode.none else { return }
    let count = Int(max(node, head)) + 1
    while next.count < count {
      next.append(NodesByCode.none)
      previous.append(NodesByCode.none)
    }
    next[Int(node)] = head
    previous[Int(head)] = node
  }

  mutating func remove(_ node: NodeID, from code: UInt32) {
    if heads.isEmpty { heads = Array(0..<sameCount) }
    let (before, after) = (link(previous, node), link(next, node))
    if before == NodesByCode.none {
      heads[Int(code)] = after
    } else {
      next[Int(before)] = after
    }
    if after != NodesByCode.none { previous[Int(after)] = before }
    if Int(node) < next.count {
      next[Int(node)] = NodesByCode.none
      previous[Int(node)] = NodesByCode.none
    }
  }

  private func link(_ links: [NodeID], _ node: NodeID) -> NodeID {
    Int(node) < links.count ? links[Int(node)] : NodesByCode.none
  }
}
