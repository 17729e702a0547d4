// SPDX-License-Identifier: Apache-2.0

extension Unicode.Scalar {
  /// Whether a reader cannot see what the character does: controls always,
  /// directional and zero-width marks outside quotes.
  func isDeceptive(quoted: Bool) -> Bool {
    switch properties.generalCategory {
    case .control: return true
    case .format: return !quoted
    case .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }
}
