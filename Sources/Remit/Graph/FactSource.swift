// SPDX-License-Identifier: Apache-2.0

/// Where a fact came from: a line of a file, or the prompt or a program.
public struct FactSource: Hashable, Sendable {
  /// The file's name, or `nil` for the prompt and for programs.
  public let file: String?
  /// The line in the file, from 1, or 0 where there is no file.
  public let line: Int

  /// A fact given at the prompt or by a program.
  public static let prompt = FactSource()

  /// Makes the source of a fact read from a file.
  ///
  /// - Parameters:
  ///   - file: The file's name as it is shown.
  ///   - line: The line, from 1.
  public init(file: String, line: Int) {
    self.file = file
    self.line = max(0, line)
  }

  /// What a function of the host has told.
  public static let host = FactSource(file: "the host", line: 0)

  private init() {
    file = nil
    line = 0
  }
}

extension FactSource: CustomStringConvertible {
  /// The source as `owns.csv:12`, or `the prompt`, or `the host`.
  public var description: String {
    file.map { line > 0 ? "\($0):\(line)" : $0 } ?? "the prompt"
  }
}

/// Numbers for the sources of facts, so that each fact costs four bytes.
///
/// A file takes numbers in blocks of ``blockSize`` lines; number 0 is the
/// prompt.
struct FactSourceTable: Sendable {
  private struct Block: Hashable {
    let file: String
    let firstLine: Int
  }

  private static let blockSize = 4096
  private var blocks: [Block] = []
  private var numbers: [Block: UInt32] = [:]

  /// Makes a table without sources.
  init() {}

  /// Makes the table of some blocks, which are numbered in their order.
  init(_ blocks: [(file: String, firstLine: Int)]) {
    for block in blocks {
      let block = Block(file: block.file, firstLine: block.firstLine)
      let number = UInt32(self.blocks.count * FactSourceTable.blockSize + 1)
      self.blocks.append(block)
      numbers[block] = number
    }
  }

  /// The blocks in the order of their numbers.
  var allBlocks: [(file: String, firstLine: Int)] {
    blocks.map { (file: $0.file, firstLine: $0.firstLine) }
  }

  /// The number from which on none means anything.
  var limit: Int { blocks.count * FactSourceTable.blockSize + 1 }

  /// The number of a source.
  mutating func number(of source: FactSource) -> UInt32 {
    guard let file = source.file else { return 0 }
    let start = source.line - source.line % FactSourceTable.blockSize
    return number(ofBlock: Block(file: file, firstLine: start))
      .map { $0 + UInt32(source.line - start) } ?? 0
  }

  /// The numbers of lines of one file.
  mutating func numbers(file: String, lines: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(lines.count)
    var start = -1
    var base: UInt32?
    for line in lines {
      let blockStart = Int(line) - Int(line) % FactSourceTable.blockSize
      if blockStart != start {
        start = blockStart
        base = number(ofBlock: Block(file: file, firstLine: start))
      }
      result.append(base.map { $0 + UInt32(Int(line) - start) } ?? 0)
    }
    return result
  }

  /// The files that some numbers are of.
  func files(of numbers: some Sequence<UInt32>) -> Set<String> {
    var last = -1
    var places: Set<Int> = []
    for number in numbers where number > 0 {
      let place = Int(number - 1) / FactSourceTable.blockSize
      // Neighbours are mostly of one block.
      if place != last { places.insert(place) }
      last = place
    }
    return Set(places.map { blocks[$0].file })
  }

  /// The source with a number.
  func source(of number: UInt32) -> FactSource {
    guard number > 0 else { return .prompt }
    let place = Int(number - 1)
    let block = blocks[place / FactSourceTable.blockSize]
    return FactSource(
      file: block.file,
      line: block.firstLine + place % FactSourceTable.blockSize
    )
  }

  /// The number of a block's first line; `nil` when all numbers are given out.
  private mutating func number(ofBlock block: Block) -> UInt32? {
    if let number = numbers[block] { return number }
    guard blocks.count < (1 << 20) - 1 else { return nil }
    let number = UInt32(blocks.count * FactSourceTable.blockSize + 1)
    blocks.append(block)
    numbers[block] = number
    return number
  }
}
