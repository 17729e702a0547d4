// SPDX-License-Identifier: Apache-2.0
// Stands in for the loader of RemitFormats until that is there.

import Foundation
import Remit

struct FileLoader: Loader {
  var libraryFolders: [String]
  var allowedPaths: [String]

  func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
    guard let data = FileManager.default.contents(atPath: name) else {
      throw LoadError("there is no file '\(name)'")
    }
    return SourceText(bytes: Array(data), name: name)
  }

  func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
    throw LoadError("no tables yet")
  }
}
