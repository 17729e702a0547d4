// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
import RemitFormats
import RemitLibrary

/// The register that is asked about, as each sort of caller sees it.
struct Register: Sendable {
  /// What an auditor may ask about: everything.
  private let whole: Snapshot
  /// What anybody may.
  private let open: Snapshot

  /// Loads a folder with a script of its own name: `acme/acme.remit`.
  init(folder: String, today: Day) throws {
    let name = folder.split(separator: "/").last ?? ""
    let path = "\(folder)/\(name).remit"
    var engine = Engine(
      today: today, loader: LibraryLoader(FileLoader(folder: folder)), limits: .script)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try engine.run(SourceText(text, name: path)) { _ in }
    // From here on nobody opens a file, and every question is a stranger's.
    engine.loader = nil
    engine.limits = .untrusted
    whole = engine.frozen()
    open = whole.restricted { access in
      switch access {
      // There is nothing of that name, as far as a guest can tell.
      case .kind("incident"), .kind("finding"), .kind("risk"): .hidden
      case .attribute("staff number", of: "person"), .attribute("end date", of: "person"): .hidden
      // This is known, and not told.
      case .attribute("employment", of: "person"): .denied
      case .change, .use, .load, .export, .save: .denied
      default: .allowed
      }
    }
  }

  /// The snapshot for a caller.
  func snapshot(for role: Role) -> Snapshot { role == .auditor ? whole : open }
}

/// Who asks.
enum Role: Sendable {
  case auditor, guest

  /// The role that a bearer token stands for.
  init(token: String?, auditorToken: String?) {
    guard let auditorToken, !auditorToken.isEmpty, token == "Bearer \(auditorToken)" else {
      self = .guest
      return
    }
    self = .auditor
  }
}
