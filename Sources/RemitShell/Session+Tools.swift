// SPDX-License-Identifier: Apache-2.0

public import Remit

/// What the tools that read scripts without running them need.
extension Session {
  /// Takes over the words of a model, without its facts.
  ///
  /// - Returns: Whether that went well; else what is wrong has been printed.
  public mutating func declare(_ source: SourceText) -> RunStatus {
    do {
      try engine.declareWords(of: source)
      return .success
    } catch {
      printer.print(error)
      return RunStatus(error.code)
    }
  }

  /// A script in canonical form.
  ///
  /// - Returns: The text; else the status, and what is wrong has been printed.
  public func formatted(_ source: SourceText) -> Formatted {
    do {
      return .success(try engine.formatted(source))
    } catch {
      printer.print(error)
      return .failure(RunStatus(error.code))
    }
  }

  /// What came of formatting.
  public enum Formatted {
    /// The canonical form.
    case success(String)
    /// It has a mistake.
    case failure(RunStatus)
  }
}
