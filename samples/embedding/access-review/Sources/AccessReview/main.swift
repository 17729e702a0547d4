// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit

/// Reviews an export of a directory; 1 if there is something to look at.
///
///     access-review directory.json --as-of 2026-06-30 [--manager NAME] [--leaked NAME]…
struct Arguments {
  var path: String?
  var today: Day?
  var manager: String?
  var leaked: Set<String> = []

  /// Reads the command line; `nil` if it has another form.
  init?(_ words: [String]) {
    var words = words[...]
    while let word = words.popFirst() {
      switch word {
      case "--as-of":
        guard let day = words.popFirst().flatMap({ Day($0) }) else { return nil }
        today = day
      case "--manager":
        guard let name = words.popFirst() else { return nil }
        manager = name
      case "--leaked":
        guard let name = words.popFirst() else { return nil }
        leaked.insert(name)
      default:
        guard path == nil, !word.hasPrefix("-") else { return nil }
        path = word
      }
    }
  }
}

guard let arguments = Arguments(Array(CommandLine.arguments.dropFirst())),
  let path = arguments.path, let today = arguments.today
else {
  print("usage: access-review FILE.json --as-of YYYY-MM-DD [--manager NAME] [--leaked NAME]…")
  exit(2)
}
do {
  let review = try Review(Directory(path: path), today: today, leaked: arguments.leaked)
  var count = 0
  for concern in Review.Concern.allCases {
    let findings = try await review.findings(concern, manager: arguments.manager)
    count += findings.count
    print("\(concern.rawValue): \(findings.count)")
    for finding in findings {
      let use = finding.lastUse.map { "last used on \($0)" } ?? "never used"
      print("  \(finding.user), \(finding.usedSystem), \(use)")
    }
  }
  let systems = try await review.systemsWithoutOwner()
  count += systems.count
  print("Systems that nobody answers for: \(systems.count)")
  for system in systems { print("  \(system.name): \(system.reason)") }
  exit(count > 0 ? 1 : 0)
} catch let error as QueryError {
  // What a person reads, with the place marked.
  FileHandle.standardError.write(Data(error.rendered.utf8))
  exit(3)
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(3)
}
