// SPDX-License-Identifier: Apache-2.0

import Remit

/// Text in HTML.
enum HTMLText {
  /// A text of data, in an element or an attribute in double quotes: what HTML would
  /// read as markup is escaped, and what a reader would not see, or see in another
  /// order, is shown as `\u{202E}`.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in Sanitizer.block(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The same with line breaks as they are, outside attributes.
  static func lines(_ text: String) -> String {
    escaped(text).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "<br>")
  }
}
