// SPDX-License-Identifier: Apache-2.0

public import RemitFormats

/// How answers are shown and errors treated.
public struct ShellSettings: Sendable {
  /// The form of an answer.
  public var format: ResultFormat = .table
  /// Whether a person types the statements: facts are confirmed, long answers cut.
  public var isInteractive = false
  /// The columns of the terminal now, or `nil` when the output is none.
  public var terminalWidth: @Sendable () -> Int? = { nil }
  /// Whether the output may have colours.
  public var colorsOutput = false
  /// Whether the errors may have colours.
  public var colorsErrors = false
  /// Whether each answer is followed by the time it took.
  public var showsTime = false
  /// Whether a script goes on after an error, to report all.
  public var keepsGoing = false
  /// Whether a query with rows is a finding.
  public var failsIfAny = false
  /// Whether a query without rows is a finding.
  public var failsIfNone = false

  /// Whether files are out of reach of what is typed or run.
  public var isSafe = false
  /// The most rows of a table at the prompt; `nil` for all of them.
  public var tableRows: Int? = 40

  /// Makes the settings of a script: a table of any width, no colours.
  public init() {}

  /// The most rows of a table.
  var rowLimit: Int? { isInteractive ? tableRows : nil }

  /// The settings for what is written into a file: as in a pipe.
  ///
  /// - Parameter format: The form the file's name asks for, if it does.
  /// - Returns: The settings.
  func forFile(_ format: ResultFormat?) -> ShellSettings {
    var settings = self
    settings.format = format ?? self.format
    settings.isInteractive = false
    settings.terminalWidth = { nil }
    settings.colorsOutput = false
    return settings
  }
}
