// SPDX-License-Identifier: Apache-2.0

import Remit

/// The questions of an access review, asked of a directory.
struct Review {
  /// The words of the review. What follows from the data is defined once, here.
  private static let model = """
    kind employee
      name: text
      team: text
      end date: date
    kind system
      name: text
      sensitivity: levels open < restricted < secret
    relation employee reports to employee as report / manager
    relation employee owns system as owner
    relation employee uses system as user / used system, dated, recorded as grant
      last use: date

    define an employee is gone if their end date is on or before today
    define a grant is idle if its last use is more than 90 days ago
    define a grant is unused if its last use is unknown
    """

  /// What is looked for among the rights to use systems.
  enum Concern: String, CaseIterable {
    case gone = "Rights of people who are gone"
    case leaked = "Rights to secrets, with a leaked password"
    case idle = "Rights not used for 90 days"

    /// The question that finds it, among the people of one manager or among all.
    fileprivate func question(_ manager: String?) -> Question {
      let user = manager == nil ? "user" : "user who reports to $manager"
      let grants =
        switch self {
        case .gone: "grants with a gone \(user)"
        case .leaked: "grants with a secret used system and with a leaked \(user)"
        case .idle: "idle or unused grants with a \(user)"
        }
      // The text is made of what stands here; the manager is a value and never text.
      return Question(
        text: "\(grants) showing user, used system, last use",
        values: manager.map { ["manager": .text($0)] } ?? [:])
    }
  }

  /// One right that somebody should look at.
  struct Finding: Decodable {
    var user: String
    var usedSystem: String
    var lastUse: Day?
  }

  private let snapshot: Snapshot

  /// Puts a directory into a graph.
  ///
  /// - Parameters:
  ///   - directory: The export.
  ///   - today: The day of the review.
  ///   - leaked: The employees whose passwords have been seen on a list of stolen ones.
  /// - Throws: `QueryError` with each value that does not fit.
  init(_ directory: Directory, today: Day, leaked: Set<String>) throws {
    var engine = Engine(today: today)
    try engine.run(Review.model)
    try engine.add(directory.employees, as: "employee")
    try engine.add(directory.systems, as: "system")
    try engine.add(directory.grants, as: "uses")
    // What this program knows, and no file: asked like any adjective.
    try engine.provide("leaked", of: "employee") { leaked.contains($0.name) }
    snapshot = engine.frozen()
  }

  /// Finds the rights that somebody should look at.
  func findings(_ concern: Concern, manager: String?) async throws -> [Finding] {
    try await snapshot.answer(concern.question(manager)).decode(as: Finding.self)
  }

  /// Finds the systems that nobody answers for, with the reason.
  func systemsWithoutOwner() async throws -> [(name: String, reason: String)] {
    let question: Question =
      "systems with no owner, whose sensitivity is at least restricted, showing name"
    var found: [(String, String)] = []
    for try await row in snapshot.rows(of: question) {
      let name = try row.decode(as: String.self)
      let proof = try await snapshot.why(name, in: question)
      found.append((name, proof.reasons.joined(separator: "; ")))
    }
    return found
  }
}

extension Proof {
  /// What it comes down to.
  fileprivate var reasons: [String] { parts.isEmpty ? [sentence] : parts.flatMap(\.reasons) }
}
