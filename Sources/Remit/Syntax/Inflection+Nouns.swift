// SPDX-License-Identifier: Apache-2.0

extension Inflection {
  /// The forms of a noun that was given in one of them: the singular is guessed
  /// from a plural such as `leavers`.
  static func noun(from given: String) -> (singular: String, plural: String) {
    guard given.hasSuffix("s"), !given.hasSuffix("ss"), given.count > 3 else {
      return (given, plural(given))
    }
    let singular =
      given.hasSuffix("ies") ? given.dropLast(3) + "y" : String(given.dropLast())
    return (singular, given)
  }
}
