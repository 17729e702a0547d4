// SPDX-License-Identifier: Apache-2.0

/// A further end of a record, as part of what makes two links different.
struct PartKey: Hashable, Comparable {
  let relation: RelationID
  let entity: Entity

  init(_ relation: RelationID, _ entity: Entity) {
    self.relation = relation
    self.entity = entity
  }

  static func < (lhs: PartKey, rhs: PartKey) -> Bool {
    (lhs.relation, lhs.entity) < (rhs.relation, rhs.entity)
  }
}

/// The tables made of a draft: rows sorted by their left ends, removed rows
/// left out, rows that say the same merged.
struct RebuiltLinks {
  /// One table, or two for a symmetric relation between two kinds.
  let tables: [LinkTable]
  /// The further ends of added rows.
  let parts: [LinkDraft.Part]
  private let baseLinks: [UInt32]?
  /// The link each row has become, or `gone`.
  private let links: [UInt32]
  /// The rows that were merged into an earlier one.
  private let merged: Set<UInt32>

  /// Makes the tables of a draft.
  ///
  /// - Parameters:
  ///   - draft: The rows, with the nodes' present numbers.
  ///   - leftCount: How many nodes the left kind has.
  ///   - rightCount: How many nodes the right kind has.
  ///   - isSymmetric: Whether each link is stored both ways round.
  ///   - parts: The further ends of a row's record.
  init(
    _ draft: LinkDraft,
    leftCount: Int,
    rightCount: Int,
    isSymmetric: Bool,
    parts: (UInt32) -> [PartKey]
  ) {
    self.parts = draft.parts
    baseLinks = draft.baseLinks
    var rows = LinkRows(draft)
    if isSymmetric, draft.key.left == draft.key.right { rows.addMirrored() }
    let sorted = rows.sorted(draft, nodeCount: leftCount, rightCount: rightCount, parts: parts)
    var tables = [sorted.table(draft, draft.key.left, draft.key.right, rightCount: rightCount)]
    if isSymmetric, draft.key.left != draft.key.right {
      let swapped = LinkRows(swapping: rows)
      let other = swapped.sorted(
        draft,
        nodeCount: rightCount,
        rightCount: leftCount,
        parts: parts
      )
      tables.append(
        other.table(draft, draft.key.right, draft.key.left, rightCount: leftCount)
      )
    }
    self.tables = tables
    links = sorted.links(rowCount: draft.count, unmirrored: rows.unmirroredCount)
    merged = sorted.merged
  }

  /// The new number of a link of the start, or `nil` if it is no more.
  func link(ofBase link: UInt32) -> UInt32? {
    var row = link
    if let baseLinks {
      var low = 0
      var high = baseLinks.count
      while low < high {
        let middle = (low + high) / 2
        if baseLinks[middle] < link { low = middle + 1 } else { high = middle }
      }
      guard low < baseLinks.count, baseLinks[low] == link else { return nil }
      row = UInt32(low)
    }
    let new = links[Int(row)]
    return new == GraphAssembly.gone ? nil : new
  }

  /// The number of the link that an added row has become, or `nil` if it was
  /// removed or said the same as another.
  func link(ofAdded row: UInt32) -> UInt32? {
    let new = links[Int(row)]
    return new == GraphAssembly.gone || merged.contains(row) ? nil : new
  }
}

/// The rows of a draft that are still there.
private struct LinkRows {
  private(set) var lefts: [NodeID]
  private(set) var rights: [NodeID]
  /// The row of the draft each one comes from; `nil` if it is the same.
  private(set) var origins: [UInt32]?
  /// How many stand the way round they were written; mirrored ones follow.
  private(set) var unmirroredCount: Int

  init(_ draft: LinkDraft) {
    if draft.removed.isEmpty {
      (lefts, rights, origins) = (draft.lefts, draft.rights, nil)
    } else {
      let kept = (0..<UInt32(draft.count)).filter { !draft.removed.contains($0) }
      lefts = kept.map { draft.lefts[Int($0)] }
      rights = kept.map { draft.rights[Int($0)] }
      origins = kept
    }
    unmirroredCount = lefts.count
  }

  init(swapping rows: LinkRows) {
    lefts = rows.rights
    rights = rows.lefts
    origins = rows.origins
    unmirroredCount = 0
  }

  /// Adds every row the other way round, unless it leads from a node to itself.
  mutating func addMirrored() {
    var origins = origins ?? Array(0..<UInt32(lefts.count))
    for row in 0..<lefts.count where lefts[row] != rights[row] {
      lefts.append(rights[row])
      rights.append(lefts[row])
      origins.append(origins[row])
    }
    self.origins = origins
  }

  func origin(_ row: UInt32) -> UInt32 { origins?[Int(row)] ?? row }

  /// Sorts the rows by their left ends and merges those that say the same.
  func sorted(
    _ draft: LinkDraft,
    nodeCount: Int,
    rightCount: Int,
    parts: (UInt32) -> [PartKey]
  ) -> SortedLinks {
    let (adjacency, order) = Adjacency.sorting(
      sources: lefts,
      targets: rights,
      sourceCount: nodeCount
    )
    var result = SortedLinks(rows: self, adjacency: adjacency, order: order)
    result.merge(draft, rightCount: rightCount, parts: parts)
    return result
  }
}

/// Rows in forward order.
private struct SortedLinks {
  private let rows: LinkRows
  private var adjacency: Adjacency
  /// The place in `rows` of each link.
  private var order: [UInt32]
  /// The rows of the draft that were merged into an earlier one.
  private(set) var merged: Set<UInt32> = []
  /// The places in `rows` that were merged, with the place of the earlier one.
  private var keptPlaces: [UInt32: UInt32] = [:]

  init(rows: LinkRows, adjacency: Adjacency, order: [UInt32]) {
    self.rows = rows
    self.adjacency = adjacency
    self.order = order
  }

  private struct Key: Hashable {
    let right: NodeID
    let from: Int32
    let until: Int32
    let values: [Value?]
    let parts: [PartKey]
  }

  /// Merges links that have the same ends, days, attributes and parts.
  mutating func merge(_ draft: LinkDraft, rightCount: Int, parts: (UInt32) -> [PartKey]) {
    let crowded = nodesWithRepetitions(rightCount: rightCount)
    guard !crowded.isEmpty else { return }
    let columns = draft.attributes.sorted { $0.key.index < $1.key.index }.map(\.value)
    var isMerged = NodeSet(capacity: order.count)
    for node in crowded {
      var seen: [Key: UInt32] = [:]
      let repeated = repeatedNeighbors(of: node)
      for link in adjacency.range(of: node) where repeated.contains(adjacency.targets[link]) {
        let place = order[link]
        let row = rows.origin(place)
        let key = Key(
          right: adjacency.targets[link],
          from: draft.start(of: row),
          until: draft.end(of: row),
          values: columns.map { $0.value(at: Int(row)) },
          parts: parts(row)
        )
        if let earlier = seen[key] {
          keptPlaces[place] = earlier
          merged.insert(row)
          isMerged.insert(UInt32(link))
        } else {
          seen[key] = place
        }
      }
    }
    if !isMerged.isEmpty { drop(isMerged) }
  }

  /// Leaves out some links.
  private mutating func drop(_ links: NodeSet) {
    var offsets = adjacency.offsets
    var targets: [NodeID] = []
    var kept: [UInt32] = []
    targets.reserveCapacity(order.count)
    kept.reserveCapacity(order.count)
    for node in 0..<adjacency.nodeCount {
      for link in adjacency.range(of: NodeID(node)) where !links.contains(UInt32(link)) {
        targets.append(adjacency.targets[link])
        kept.append(order[link])
      }
      offsets[node + 1] = UInt32(kept.count)
    }
    adjacency = Adjacency(offsets: offsets, targets: targets)
    order = kept
  }

  /// The left nodes that have more than one link to the same right node.
  private func nodesWithRepetitions(rightCount: Int) -> [NodeID] {
    let (offsets, targets) = (adjacency.offsets, adjacency.targets)
    var lastLeft = [UInt32](repeating: 0, count: rightCount)
    var found: [NodeID] = []
    for node in 0..<adjacency.nodeCount {
      let stamp = UInt32(truncatingIfNeeded: node &+ 1)
      var isRepeated = false
      for link in Int(offsets[node])..<Int(offsets[node + 1]) {
        let right = Int(targets[link])
        if lastLeft[right] == stamp { isRepeated = true }
        lastLeft[right] = stamp
      }
      if isRepeated { found.append(NodeID(node)) }
    }
    return found
  }

  /// The right nodes to which a left node has more than one link.
  private func repeatedNeighbors(of node: NodeID) -> Set<NodeID> {
    var seen: Set<NodeID> = []
    var repeated: Set<NodeID> = []
    for right in adjacency.neighbors(of: node) where !seen.insert(right).inserted {
      repeated.insert(right)
    }
    return repeated
  }

  /// The table of the links.
  func table(_ draft: LinkDraft, _ left: KindID, _ right: KindID, rightCount: Int) -> LinkTable {
    let origins = rows.origins == nil ? order : order.map(rows.origin)
    // Rows that were sorted already are not copied.
    let isSame = origins.count == draft.count && origins.indices.allSatisfy { origins[$0] == $0 }
    func gathered<T>(_ column: [T], _ missing: T) -> [T] {
      isSame && column.count == draft.count
        ? column : SortedLinks.gathered(column, origins, missing)
    }
    return LinkTable(
      relation: draft.key.relation,
      left: left,
      right: right,
      forward: adjacency,
      rightCount: rightCount,
      from: draft.from.map { gathered($0, .min) },
      until: draft.until.map { gathered($0, .max) },
      attributes: draft.attributes.mapValues { column in
        var column = column
        column.grow(to: draft.count)
        return isSame ? column : column.gathered(origins)
      },
      sources: draft.sources.isEmpty ? [] : gathered(draft.sources, 0)
    )
  }

  /// The values of the rows given, in their order; `missing` beyond the column.
  private static func gathered<T>(_ column: [T], _ rows: [UInt32], _ missing: T) -> [T] {
    var result = [T](repeating: missing, count: rows.count)
    for (place, row) in rows.enumerated() where Int(row) < column.count {
      result[place] = column[Int(row)]
    }
    return result
  }

  /// The link each row of the draft has become, or `gone`.
  func links(rowCount: Int, unmirrored: Int) -> [UInt32] {
    var links = [UInt32](repeating: GraphAssembly.gone, count: rowCount)
    for (link, place) in order.enumerated() where Int(place) < unmirrored {
      links[Int(rows.origin(place))] = UInt32(truncatingIfNeeded: link)
    }
    for (place, earlier) in keptPlaces where Int(place) < unmirrored {
      links[Int(rows.origin(place))] = links[Int(rows.origin(earlier))]
    }
    return links
  }
}
