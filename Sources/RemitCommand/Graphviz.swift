// SPDX-License-Identifier: Apache-2.0

import Foundation
import RemitShell

/// The program that makes pictures of texts in DOT, if it is installed.
enum Graphviz {
  /// Where `dot` is, by the folders of `PATH`.
  static func program(_ environment: [String: String]) -> String? {
    (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/dot" }
      .first { $0.hasPrefix("/") && FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What makes a picture, or `nil` if nothing here does.
  static func drawing(
    _ environment: [String: String]
  ) -> (@Sendable (String, PictureFormat) -> Result<[UInt8], ShellHost.Failure>)? {
    guard let program = program(environment) else { return nil }
    return { picture(of: $0, as: $1, by: program) }
  }

  private static func picture(
    of dot: String, as format: PictureFormat, by program: String
  ) -> Result<[UInt8], ShellHost.Failure> {
    // Not through a pipe: writing to one that is closed would end this program.
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("remit-\(UUID().uuidString).dot").path
    let isWritten = FileManager.default.createFile(
      atPath: file, contents: Data(dot.utf8), attributes: [.posixPermissions: 0o600])
    guard isWritten else { return .failure(ShellHost.Failure("'\(file)' cannot be written")) }
    defer { try? FileManager.default.removeItem(atPath: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-T\(format.rawValue)", file]
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch {
      return .failure(
        ShellHost.Failure("'\(program)' cannot be run: \(error.localizedDescription)"))
    }
    let picture = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0, !picture.isEmpty else {
      return .failure(
        ShellHost.Failure(
          "'\(program)' made no picture: it ended with \(process.terminationStatus)"))
    }
    return .success(Array(picture))
  }
}
