// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The files of the checkout the tests were built from.
package enum ProjectFiles {
  /// The folder of `Package.swift`.
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of a file on this machine, given its path from the root.
  package static func path(_ path: String) -> String {
    root.appending(path: path).path(percentEncoded: false)
  }

  /// Reads a file, given its path from the root.
  package static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The paths of the files below a folder that end so, sorted; none when the
  /// folder is not there.
  package static func paths(below folder: String, suffix: String) -> [String] {
    let base = root.appending(path: folder).path(percentEncoded: false)
    let files = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(suffix) }.sorted().map { "\(folder)/\($0)" }
  }

  package static func write(_ text: String, to path: String) throws {
    try text.write(to: root.appending(path: path), atomically: true, encoding: .utf8)
  }
}
