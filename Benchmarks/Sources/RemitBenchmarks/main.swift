// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit

let usage = """
  usage: remit-bench [ROUNDS]                          the sample
         remit-bench shapes [LINKS]                    shapes that are easily slow
         remit-bench cancellation [LINKS [TIMES]]      how soon a question ends that is cancelled
         remit-bench stages [ROUNDS]                   from text to plan, next to C
         remit-bench operators [THOUSANDS [ROUNDS [NAME]]]
                                                       stages and operators, next to C
         remit-bench lines [THOUSANDS [ROUNDS]]        the same for programs
  """

/// The number an argument is, within a range.
func number(_ place: Int, _ range: ClosedRange<Int>, else standard: Int) -> Int {
  guard arguments.count > place else { return standard }
  guard let number = Int(arguments[place]), range.contains(number) else { fatalError(usage) }
  return number
}

let arguments = Array(CommandLine.arguments.dropFirst())
do {
  switch arguments.first {
  case "shapes": try Shape.run(number(1, 100...10_000_000, else: 1_000_000))
  case "cancellation":
    let links = number(1, 100...10_000_000, else: 1_000_000)
    guard try Cancellations.run(links: links, times: number(2, 1...10_000, else: 40)) else {
      exit(1)
    }
  case "stages": Measurement.print(try measureStages(rounds: number(1, 1...10_000, else: 100)))
  case "operators", "lines":
    let thousands = number(1, 1...1000, else: 100)
    let rounds = number(2, 1...10_000, else: 15)
    let found =
      arguments.count > 3
      ? try measureOperators(thousands: thousands, rounds: rounds, only: arguments[3])
      : try measureStages(rounds: rounds) + measureOperators(thousands: thousands, rounds: rounds)
    arguments.first == "lines" ? Measurement.printLines(found) : Measurement.print(found)
  default: try timeSample(number(0, 1...10_000, else: 20))
  }
} catch let error as QueryError {
  fatalError(error.diagnostics.first?.message ?? "\(error.code)")
}
