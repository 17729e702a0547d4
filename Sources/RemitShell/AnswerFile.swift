// SPDX-License-Identifier: Apache-2.0

import Remit
public import RemitFormats

/// The file that answers go to after `.output FILE`.
///
/// It is replaced as a whole after each statement, so what reads it meanwhile finds
/// whole answers, and an end by force loses none that was given.
final class AnswerFile: TextSink {
  /// Its name, as it was given.
  let name: String
  /// The form answers have in it.
  let format: ResultFormat?
  private let writer: FileWriter
  private var text = ""
  private var isWritten = true

  /// Makes the file.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - format: The form of the answers; `nil` for the one that the ending asks for.
  ///   - replaces: Whether a file that is there is replaced.
  /// - Throws: ``LoadError`` when it may not or cannot be written.
  init(_ name: String, as format: ResultFormat?, replaces: Bool) throws(LoadError) {
    self.name = name
    self.format = format ?? FileWriter.format(of: name)
    writer = FileWriter(name, replaces: true)
    try FileWriter(name, replaces: replaces).write([], to: name)
  }

  func write(_ text: String) {
    self.text += text
    isWritten = text.isEmpty && isWritten
  }

  /// Puts what was written since the last time into the file.
  ///
  /// - Throws: ``LoadError`` when it cannot be written.
  func flush() throws(LoadError) {
    guard !isWritten else { return }
    try writer.write(Array(text.utf8), to: name)
    isWritten = true
  }
}

extension FileWriter {
  /// Makes a writer for one file that the user names.
  ///
  /// - Parameters:
  ///   - file: The file's name, relative to the working directory.
  ///   - replaces: Whether a file that is there is replaced.
  init(_ file: String, replaces: Bool) {
    let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    self.init(folder: ".", granted: [folder.isEmpty ? "/" : folder], replaces: replaces)
  }
}

extension Session {
  /// Makes answers go to a file from now on.
  ///
  /// - Parameters:
  ///   - file: Its name.
  ///   - format: The form of the answers; `nil` for the one that the ending asks for.
  ///   - replaces: Whether a file that is there is replaced.
  ///   - hint: How to have a file replaced.
  /// - Returns: The status; what went wrong has been printed.
  public mutating func redirect(
    to file: String, as format: ResultFormat? = nil, replaces: Bool, hint: String
  ) -> RunStatus {
    if format == nil, DrawingFormat(fileName: file) != nil {
      return fail(
        "'\(file)' would be a drawing, and of one answer: export QUESTION to \"\(file)\", or ask "
          + "at the prompt and then .graph \(file)")
    }
    do {
      answerFile = try AnswerFile(file, as: format, replaces: replaces)
      return settings.isInteractive
        ? show("Answers go to \(file) from now on; .output shows them here again.") : .success
    } catch {
      return fail(replaces ? error.message : "\(error.message); \(hint)", .data)
    }
  }

  /// Makes answers be shown again.
  mutating func endRedirection() -> RunStatus {
    guard let file = answerFile else { return show("Answers are shown here.") }
    let status = flushAnswers()
    answerFile = nil
    return max(status, show("The answers are in \(file.name)."))
  }

  /// Puts the answers so far into the file they go to, if there is one.
  func flushAnswers() -> RunStatus {
    do {
      try answerFile?.flush()
      return .success
    } catch {
      return fail(error.message, .data)
    }
  }
}
