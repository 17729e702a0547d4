// SPDX-License-Identifier: Apache-2.0

/// The neighbours of every node as a row of bits, where there can be few.
///
/// Whether a node is joined to another is then one look instead of a search.
struct RowMatrix: Sendable {
  /// Beyond this many nodes at the far end a row would be longer than a search.
  static let mostColumns = 1024

  /// How many words a row takes.
  private let width: Int
  private let words: [UInt64]

  /// The bytes the rows of an adjacency would take, or `nil` if it has no
  /// matrix: rows too long, or far longer than what is in them.
  static func size(of adjacency: Adjacency, columns: Int) -> Int? {
    guard columns <= mostColumns else { return nil }
    let size = adjacency.nodeCount &* ((columns &+ 63) / 64) &* 8
    return size <= adjacency.targets.count &* 64 ? size : nil
  }

  init(_ adjacency: Adjacency, columns: Int) {
    let (offsets, targets) = (adjacency.offsets, adjacency.targets)
    let width = (columns + 63) / 64
    var words = [UInt64](repeating: 0, count: adjacency.nodeCount * width)
    for node in 0..<adjacency.nodeCount {
      let start = node &* width
      for place in Int(offsets[node])..<Int(offsets[node &+ 1]) {
        let target = Int(targets[place])
        words[start &+ target >> 6] |= 1 << UInt64(target & 63)
      }
    }
    self.width = width
    self.words = words
  }

  /// Reads from each of some rows, which lie in the cache then.
  ///
  /// No read waits for another, as it does where what is found in one row decides which
  /// comes next.
  ///
  /// - Returns: The bits that are set wherever it was read. They say little, but what
  ///   nobody looks at is not read.
  @inline(__always)
  func fetch(_ rows: [NodeID], from start: Int, to end: Int) -> UInt64 {
    guard width > 0 else { return 0 }
    var common = UInt64.max
    for place in start..<end { common &= words[Int(rows[place]) &* width] }
    return common
  }

  func contains(_ row: NodeID, _ column: NodeID) -> Bool {
    let word = words[Int(row) &* width &+ Int(column) >> 6]
    return word & (1 << UInt64(column & 63)) != 0
  }
}
