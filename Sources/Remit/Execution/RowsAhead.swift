// SPDX-License-Identifier: Apache-2.0

/// Where the tests of many things will look: at the rows of their links, and at those of
/// what these lead to.
///
/// A test that goes from one row to the next waits for the memory of each of them, and the
/// next test begins when it is done. Read for 64 things first, the rows wait together.
///
/// - SeeAlso: S. Chen et al., "Improving hash join performance through prefetching" (2004),
///   whose groups these are.
struct RowsAhead {
  /// A link that leads from the things, and those that lead on from its ends.
  private struct Way {
    let source: KindID
    let first: Adjacency
    var next: [Adjacency] = []
  }

  /// Fewer links than that are in the cache after a few things.
  private static let fewLinks = 1 << 16

  /// Of 64 things so many have to be tested, or most of what is read is not needed.
  static let fewThings = 8

  /// More of them do not stay in the nearest caches until they are needed.
  private static let mostPlaces = 1024

  private var ways: [Way] = []

  /// Takes the links that lead on from others; `nil` if none of them is worth reading.
  ///
  /// - Parameters:
  ///   - own: The thing that is tested.
  ///   - links: The links that the test asks for.
  init?(of own: Operand, _ links: [AskedLink]) {
    for (place, link) in links.enumerated() {
      guard let (middle, isForward) = link.way(from: own) else { continue }
      for part in link.view.parts {
        guard let first = part.known(isForward: isForward) else { continue }
        let kind = part.target(isForward: isForward)
        var way = Way(source: part.source(isForward: isForward), first: first)
        for (other, next) in links.enumerated() where other != place {
          guard let (end, isForward) = next.way(from: middle), end != own
          else { continue }
          for part in next.view.parts
          where part.source(isForward: isForward) == kind && part.count > RowsAhead.fewLinks {
            if let rows = part.known(isForward: isForward) { way.next.append(rows) }
          }
        }
        if !way.next.isEmpty { ways.append(way) }
      }
    }
    if ways.isEmpty { return nil }
  }

  /// Reads where the rows of 64 things of one kind lead, and the first end of each row there.
  ///
  /// - Returns: A number that says nothing, but what nobody looks at is not read.
  func fetch(_ kind: KindID, from start: Int) -> NodeID {
    var sum: NodeID = 0
    for way in ways where way.source == kind {
      let (offsets, targets) = (way.first.offsets, way.first.targets)
      // Rows of neighbours in number lie one behind another.
      let places = Int(offsets[start])..<Int(offsets[min(start &+ 64, offsets.count &- 1)])
      guard places.count <= RowsAhead.mostPlaces else { continue }
      for next in way.next {
        let (rows, ends) = (next.offsets, next.targets)
        // No read of a pass depends on another.
        for place in places { sum &+= rows[Int(targets[place])] }
        for place in places {
          let row = Int(rows[Int(targets[place])])
          if row < ends.count { sum &+= ends[row] }
        }
      }
    }
    return sum
  }
}
