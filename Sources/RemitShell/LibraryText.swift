// SPDX-License-Identifier: Apache-2.0

import Remit
import RemitLibrary

/// What `.library` prints.
enum LibraryText {
  /// Lists the libraries that come with Remit, or gives the text of a part of one.
  ///
  /// - Parameter name: What a script would use, such as `iso27001`, or a file of a
  ///   library, such as `iso27001/requirements.csv`; empty for the list.
  /// - Returns: The text, each line ended by a line feed, or why there is none.
  static func text(of name: String) -> Result<String, ShellCommand.Problem> {
    let name = name.replacing("\"", with: "")
    if name.isEmpty { return .success(list) }
    let path = BuiltInLibrary.path(named: name) ?? name
    if let file = BuiltInLibrary.file(at: path) { return .success(file.text) }
    let names = BuiltInLibrary.all.flatMap(\.names)
    let hint =
      ShellCommand.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
      ?? "there is \(names.joined(separator: ", "))"
    return .failure(ShellCommand.Problem("no library '\(name)' comes with Remit; \(hint)"))
  }

  private static var list: String {
    let rows = BuiltInLibrary.all.flatMap { library in
      library.files.filter { $0.name.hasSuffix(".remit") }.map { file in
        let name = library.name(of: file)
        return (name, name == library.name ? library.summary : file.summary)
      }
    }
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, summary in
      name + String(repeating: " ", count: width - name.count + 2) + summary + "\n"
    }.joined()
  }
}
