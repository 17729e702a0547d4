// SPDX-License-Identifier: Apache-2.0

/// What one piece of work takes, and what it is compared with.
struct Measurement {
  /// What is done: `closure, large`.
  let name: String
  /// How it is asked for.
  let detail: String
  /// What it is compared with.
  let reference: String
  var remit = Stopwatch()
  var byHand = Stopwatch()

  /// The shortest time to the shortest time by hand.
  var ratio: Double { remit.minimum / max(byHand.minimum, 0.0001) }

  /// Prints some measurements as a table.
  static func print(_ all: [Measurement]) {
    Swift.print(
      "| what | Remit µs | median | by hand µs | ratio | asked for by | by hand |")
    Swift.print("| --- | ---: | ---: | ---: | ---: | --- | --- |")
    for one in all {
      let numbers = [one.remit.minimum, one.remit.median, one.byHand.minimum, one.ratio]
      Swift.print(
        "| \(one.name) | \(numbers.map(threeDigits).joined(separator: " | "))"
          + " | \(one.detail) | \(one.reference) |")
    }
  }

  /// Prints what `compare` and a baseline need, a line each, with tabs between:
  /// name, shortest time, median, shortest time by hand, ratio.
  static func printLines(_ all: [Measurement]) {
    for one in all {
      let numbers = [one.remit.minimum, one.remit.median, one.byHand.minimum, one.ratio]
      Swift.print(([one.name] + numbers.map(threeDigits)).joined(separator: "\t"))
    }
  }
}

/// A number with three digits that count, and no exponent.
func threeDigits(_ number: Double) -> String {
  guard number.isFinite, number > 0 else { return "0" }
  if number >= 100 { return "\(Int(number.rounded()))" }
  var (scale, places) = (1.0, 0)
  while number * scale < 99.95, places < 6 { (scale, places) = (scale * 10, places + 1) }
  let digits = "\(Int((number * scale).rounded()))"
  guard places > 0 else { return digits }
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  return padded.dropLast(places) + "." + padded.suffix(places)
}
