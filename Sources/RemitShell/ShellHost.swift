// SPDX-License-Identifier: Apache-2.0

public import Remit

/// What a session can ask of the program around it: none of it is there in a test
/// or a pipe unless that gives it.
public struct ShellHost {
  /// What was entered so far, the oldest first.
  public var history: () -> [String] = { [] }
  /// Lets the user change a text in an editor of their own.
  ///
  /// Returns the text as it is then, or the sentence that says why there is none.
  public var edit: ((String) -> Result<String, Failure>)?
  /// Makes a picture of a text in DOT, where a program for it is installed.
  public var draw: ((_ dot: String, _ format: PictureFormat) -> Result<[UInt8], Failure>)?
  /// Tells whether long answers go through a pager, and makes them; `nil` where there is none.
  public var paging: (isOn: () -> Bool, set: (Bool) -> Void)?
  /// Keeps what is changed while it is not saved.
  package var journal: (any EditJournal)?
  /// The files of the model, if they can be waited for.
  public var files: (any ModelFiles)?

  /// A program around it that can do nothing.
  public init() {}

  /// Why something could not be done, in a sentence.
  public struct Failure: Error {
    /// The sentence.
    public let sentence: String

    /// Makes a failure.
    public init(_ sentence: String) { self.sentence = sentence }
  }
}

/// A form of picture that Graphviz makes.
public enum PictureFormat: String, CaseIterable, Sendable {
  /// Scalable vector graphics, for pages.
  case svg
  /// Pixels, for slides and messages.
  case png
  /// A page to print.
  case pdf

  /// The form a file's name asks for by its ending.
  init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    self.init(rawValue: fileName[fileName.index(after: dot)...].lowercased())
  }
}

/// The files a model was read from, which others may change meanwhile.
public protocol ModelFiles {
  /// Waits until one of them is written anew.
  ///
  /// - Returns: Whether one was; `false` when Ctrl-C ended the waiting.
  func waitForChange() -> Bool

  /// Reads the model again.
  ///
  /// - Returns: The engine; `nil` after saying what is wrong with the files.
  func read() -> Engine?
}
