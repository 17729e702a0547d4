// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit

/// The statements and commands a user wants at every prompt.
enum InitFile {
  /// Why it is not run, in a clause.
  struct Problem: Error {
    let message: String
  }

  /// Where it is: `$XDG_CONFIG_HOME/remit/init.remit`.
  static func path(_ environment: [String: String]) -> String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return folder + "/remit/init.remit"
    }
    return environment["HOME"].map { $0 + "/.config/remit/init.remit" }
  }

  /// Reads it.
  ///
  /// - Returns: `nil` when there is none; a problem when somebody else could
  ///   have written it.
  static func read(_ path: String) -> Result<SourceText?, Problem> {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return .success(nil) }
      return .failure(Problem(message: String(cString: strerror(errno))))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .failure(Problem(message: "it is not a file"))
    }
    guard status.st_uid == getuid() || status.st_uid == 0 else {
      return .failure(Problem(message: "it belongs to another user"))
    }
    guard status.st_mode & (S_IWGRP | S_IWOTH) == 0 else {
      return .failure(Problem(message: "others can write it"))
    }
    let limit = 1 << 20
    guard let data = try? FileHandle(fileDescriptor: descriptor).read(upToCount: limit + 1),
      data.count <= limit
    else { return .failure(Problem(message: "it is too large")) }
    return .success(SourceText(bytes: Array(data), name: path))
  }
}
