// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The names of files, for completion after `.read`.
enum FileNames {
  /// Returns the paths that begin with a text, folders with a slash behind them.
  static func beginning(_ text: String) -> [String] {
    let folder = text.lastIndex(of: "/").map { String(text[...$0]) } ?? ""
    let start = text.dropFirst(folder.count)
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
    let fitting = (names ?? []).filter { name in
      name.hasPrefix(start) && (name.first != "." || start.first == ".")
    }
    return fitting.sorted().map { name in
      let path = folder + name
      return isDirectory(path) ? path + "/" : path
    }
  }

  /// A path as a shell takes it.
  static func inShell(_ path: String) -> String {
    path.wholeMatch(of: /[\w\/.+,:@-]+/) != nil
      ? path : "'\(path.replacing("'", with: "'\\''"))'"
  }

  /// The folder a file lies in.
  static func folder(of file: String) -> String {
    let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    return folder.isEmpty ? "/" : folder
  }

  /// Whether a path leads to something that is no folder.
  static func isFile(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path) && !isDirectory(path)
  }

  /// Whether a path leads to a folder.
  static func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }
}
