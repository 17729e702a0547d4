// SPDX-License-Identifier: Apache-2.0

extension Day: Codable {
  /// Reads a day that is written as `2026-06-30`.
  ///
  /// - Throws: `DecodingError` when it is written otherwise, or there is no such day.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath,
          debugDescription: "a day is written as 2026-06-30, and not as this"))
    }
    self = day
  }

  /// Writes the day as `2026-06-30`.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
