// SPDX-License-Identifier: Apache-2.0

extension SnapshotWriter {
  /// Writes a value.
  mutating func write(_ value: Value) {
    switch value {
    case .text(let text):
      write(0)
      write(text)
    case .number(let number):
      write(1)
      write(number.bitPattern)
    case .day(let day):
      write(2)
      write(Int(day.number))
    case .period(let period):
      write(3)
      write(Int(period.months))
      write(Int(period.days))
    case .flag(let flag):
      write(4)
      write(flag)
    case .choice(let choice, let rank):
      write(5)
      write(choice)
      write(rank)
    case .list(let values):
      write(6)
      write(values) { $0.write($1) }
    }
  }
}

extension SnapshotReader {
  /// Lists in lists that are read.
  private static let deepest = 8

  /// Reads a value.
  mutating func value(depth: Int = 0) throws(SnapshotError) -> Value {
    func narrow(_ number: Int) throws(SnapshotError) -> Int32 {
      guard let narrow = Int32(exactly: number) else {
        throw .damaged("a number in it is out of range")
      }
      return narrow
    }
    switch try count(upTo: 6) {
    case 0: return .text(try text())
    case 1: return .number(Double(bitPattern: try number()))
    case 2:
      let day = Day(number: try narrow(try integer()))
      guard day >= .earliest, day <= .latest else {
        throw .damaged("a number in it is out of range")
      }
      return .day(day)
    case 3:
      return .period(
        Period(months: try narrow(try integer()), days: try narrow(try integer())))
    case 4: return .flag(try flag())
    case 5: return .choice(try text(), rank: try count(upTo: Int(UInt16.max)))
    default:
      guard depth < SnapshotReader.deepest else { throw .damaged("a list in it is too deep") }
      return .list(
        try list { (reader) throws(SnapshotError) in try reader.value(depth: depth + 1) })
    }
  }
}
