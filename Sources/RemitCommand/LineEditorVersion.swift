// SPDX-License-Identifier: Apache-2.0

#if Readline
@preconcurrency import CReadline
#endif

/// What `--version` prints.
enum LineEditorVersion {
  /// The version of Remit.
  static let remit = "0.1.0"

  /// Both versions, and what the line editor means for the licence.
  static var text: String { "remit \(remit)\n\(lineEditor)" }

  private static var lineEditor: String {
    #if Readline
    let version = rl_library_version.map { String(cString: $0) } ?? ""
    guard remit_is_gnu_readline() != 0 else { return "line editor: libedit (\(version))" }
    return """
      line editor: GNU readline \(version). Remit is licensed under Apache-2.0; this \
      program, being linked with GNU readline, is under GPL-3.0-or-later.
      """
    #else
    return "line editor: none; built without the trait Readline"
    #endif
  }
}
