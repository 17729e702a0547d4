// SPDX-License-Identifier: Apache-2.0

/// What a check found.
public struct CheckResult: Sendable, Hashable {
  /// How bad it is when it fails.
  public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Worth knowing.
    case low
    /// To be mended in time.
    case medium
    /// To be mended soon.
    case high
    /// To be mended at once.
    case critical

    /// Orders by how bad it is.
    public static func < (lhs: Severity, rhs: Severity) -> Bool {
      (allCases.firstIndex(of: lhs) ?? 0) < (allCases.firstIndex(of: rhs) ?? 0)
    }
  }

  /// How it ended.
  public enum Outcome: String, Sendable, Hashable {
    /// It holds.
    case passed
    /// It does not.
    case failed
  }

  /// A row that does not count.
  public struct Exception: Sendable, Hashable {
    /// What state it is in.
    public enum State: String, Sendable, Hashable {
      /// It keeps a row from counting.
      case applied
      /// Its last day is past: the row counts again.
      case expired
      /// There is no such row.
      case unused
    }

    /// The thing that is excepted.
    public var thing: String
    /// Who answers for it.
    public var owner: String
    /// Why.
    public var reason: String
    /// The first day on which it no longer counts.
    public var until: Day?
    /// What state it is in.
    public var state: State
  }

  /// Its name, or its sentence where it has none.
  public var name: String
  /// The sentence that should hold.
  public var sentence: String
  /// How bad it is when it fails.
  public var severity: Severity
  /// The clauses and controls of a standard it is about.
  public var clauses: [String]
  /// How it ended.
  public var outcome: Outcome
  /// The things for which it does not hold, exceptions left out.
  public var offenders: QueryResult
  /// Whether the columns of the offenders are those of `showing`; else they are
  /// the key and the name.
  public var showsTerms = false
  /// How many things were looked at; `nil` for a sentence that is about none.
  public var lookedAt: Int?
  /// Whether it holds only because there was nothing to look at.
  public var isVacuous: Bool
  /// Of comparisons that do not hold, what is compared and what it is:
  /// `number of controls with no owner is 7`.
  public var found: [String] = []
  /// What should be known: how many hold only because data is missing.
  public var noData: [String]
  /// What should be known of the offenders: how many are undetermined, or are there
  /// only because data is missing.
  public var notes: [String] = []
  /// The exceptions, in the order in which they are written.
  public var exceptions: [Exception]
  /// Why the first offenders are such: of so many as ``Engine/proofsPerCheck`` says.
  public var proofs: [Proof] = []
  /// The files that what was looked at is from, where the engine
  /// ``Engine/namesSources``.
  public var sources: [String] = []
  /// Where the check was written: its file, if it has one, and its line.
  public var source: FactSource

  /// Offenders of a hundred looked at; `nil` where nothing was.
  public var share: Double? {
    guard let lookedAt, lookedAt > 0 else { return nil }
    return (Double(offenders.rowCount) * 1000 / Double(lookedAt)).rounded() / 10
  }
}

/// An answer beside the rows it should have.
public struct ExpectationResult: Sendable, Hashable {
  /// The question.
  public var question: String
  /// The columns of the answer.
  public var columns: [String]
  /// Rows that should be there and are not.
  public var missing: [[String]]
  /// Rows that are there and should not be.
  public var unexpected: [[String]]
  /// How many rows are as they should be.
  public var matched: Int
  /// Where it was written.
  public var source: FactSource

  /// Whether the answer is as it should be.
  public var isMet: Bool { missing.isEmpty && unexpected.isEmpty }
}
