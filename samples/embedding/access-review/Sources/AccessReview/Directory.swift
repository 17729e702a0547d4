// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit

/// What the directory service of the company exports: the types of this program, which
/// know nothing of Remit but its `Day`.
struct Directory: Codable {
  /// Somebody with an account.
  struct Employee: Codable {
    var name: String
    var team: String
    var endDate: Day?
    /// The name of the manager.
    var manager: String?
  }

  /// A system that holds data.
  struct System: Codable {
    var name: String
    var sensitivity: Sensitivity
    /// The names of those who answer for it.
    var owner: [String]

    enum Sensitivity: String, Codable { case open, restricted, secret }
  }

  /// Somebody's right to use a system.
  struct Grant: Codable {
    var employee: String
    var system: String
    var since: Day
    var lastUse: Day?
  }

  var employees: [Employee]
  var systems: [System]
  var grants: [Grant]

  /// Reads an export.
  init(path: String) throws {
    self = try JSONDecoder().decode(
      Directory.self, from: try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}
