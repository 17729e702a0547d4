// SPDX-License-Identifier: Apache-2.0

/// A path as text, with `.` and `..` worked out.
struct FilePath: Equatable, CustomStringConvertible {
  /// Whether it begins at the root of the file system.
  let isAbsolute: Bool
  /// The names from the beginning on.
  ///
  /// Only the first ones of a relative path can be `..`.
  let components: [String]

  /// Reads a path.
  init(_ text: String) {
    self.init(
      isAbsolute: text.hasPrefix("/"),
      components: text.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    )
  }

  private init(isAbsolute: Bool, components: [String]) {
    self.isAbsolute = isAbsolute
    var names: [String] = []
    for component in components where component != "." {
      if component != ".." {
        names.append(component)
      } else if let last = names.last, last != ".." {
        names.removeLast()
      } else if !isAbsolute {
        names.append(component)
      }
    }
    self.components = names
  }

  /// The folder the file lies in.
  var folder: FilePath {
    components.isEmpty || components.last == ".."
      ? appending(FilePath(".."))
      : FilePath(isAbsolute: isAbsolute, components: components.dropLast())
  }

  /// The path that another one leads to from here.
  func appending(_ other: FilePath) -> FilePath {
    other.isAbsolute
      ? other : FilePath(isAbsolute: isAbsolute, components: components + other.components)
  }

  /// The way to this path from a folder it lies in, or `nil` if it does not.
  func relative(to root: FilePath) -> FilePath? {
    guard isAbsolute == root.isAbsolute, components.starts(with: root.components) else {
      return nil
    }
    let rest = Array(components.dropFirst(root.components.count))
    guard rest.first != ".." else { return nil }
    return FilePath(isAbsolute: false, components: rest)
  }

  var description: String {
    let names = components.joined(separator: "/")
    return isAbsolute ? "/" + names : names.isEmpty ? "." : names
  }
}
