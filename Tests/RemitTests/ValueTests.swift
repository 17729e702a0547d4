// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Remit

struct DayTests {
  @Test func `every day of the calendar reads back what it writes`() {
    for number in stride(from: Day.earliest.number, through: Day.latest.number, by: 1) {
      let day = Day(number: number)
      let (year, month, dayOfMonth) = day.components
      guard Day(year: year, month: month, day: dayOfMonth) == day else {
        Issue.record("\(number) does not survive \(year)-\(month)-\(dayOfMonth)")
        return
      }
    }
  }
}
