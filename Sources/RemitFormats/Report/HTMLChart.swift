// SPDX-License-Identifier: Apache-2.0

import Remit

/// Bars beside the numbers they show, as inline SVG.
///
/// The numbers stand in the same row, so the bars are hidden from who does not see
/// them: nothing is in a bar that is not in the table too.
struct HTMLChart {
  /// How many colours can be told apart.
  static let mostColors = 6

  /// The number that takes the whole width.
  let greatest: Double

  /// One bar.
  func bar(_ number: Double) -> String {
    let width = share(number)
    return "\(HTMLChart.open)<rect class=\"c0\" width=\"\(width)\" height=\"10\"/></svg>"
  }

  /// Several bars, one behind the other.
  func stack(_ values: some Sequence<Value?>) -> String {
    var start = 0.0
    var parts = ""
    for (place, value) in values.enumerated() {
      guard case .number(let number)? = value, number > 0 else { continue }
      parts +=
        "<rect class=\"c\(place)\" x=\"\(share(start))\" width=\"\(share(number))\" height=\"10\"/>"
      start += number
    }
    return "\(HTMLChart.open)\(parts)</svg>"
  }

  /// The colour of a column, beside its heading.
  static func swatch(_ place: Int) -> String {
    "<svg class=\"swatch\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 10 10\">"
      + "<rect class=\"c\(place)\" width=\"10\" height=\"10\"/></svg>"
  }

  private static let open =
    "<svg class=\"bar\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 100 10\" "
    + "preserveAspectRatio=\"none\">"

  /// A number as a part of a hundred of the greatest.
  private func share(_ number: Double) -> String {
    greatest > 0 ? Value.number((number / greatest * 1000).rounded() / 10).description : "0"
  }
}
