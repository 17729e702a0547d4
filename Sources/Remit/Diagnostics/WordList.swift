// SPDX-License-Identifier: Apache-2.0

extension [String] {
  /// The first of some words in a sentence, and whether there are more.
  func listed(most count: Int) -> String {
    prefix(count).joined(separator: ", ") + (self.count > count ? ", …" : "")
  }
}
