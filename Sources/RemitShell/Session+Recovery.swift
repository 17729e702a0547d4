// SPDX-License-Identifier: Apache-2.0

import Remit

/// Edits that a session before this one has not saved.
extension Session {
  /// What is said of such edits when the prompt opens; `nil` if there are none.
  public var recoveryNotice: String? {
    guard let unsaved = host.journal?.unsaved.first else { return nil }
    let new = unsaved.edits.count - unsaved.savedCount
    let count = new > 0 ? new : unsaved.edits.count
    var text = Session.edits(count)
    text += " of \(unsaved.day) \(count == 1 ? "was" : "were") not saved"
    if unsaved.savedCount > 0, let file = unsaved.savedFile {
      text += ", after \(unsaved.savedCount) that \(file) has"
    }
    text += ": .recover puts \(unsaved.edits.count == 1 ? "it" : "them") in, "
    text += "'.recover drop' forgets \(unsaved.edits.count == 1 ? "it" : "them")"
    if unsaved.isCut { text += "\nWhat was noted last was cut short, and is left out" }
    return Sanitizer.block(text)
  }

  private static func edits(_ count: Int) -> String { count == 1 ? "1 edit" : "\(count) edits" }

  /// Puts edits in that were not saved, or forgets them.
  ///
  /// - Parameter argument: Nothing, or `drop`.
  /// - Returns: The status; if an edit cannot be made any more, none is.
  mutating func recover(_ argument: String) -> RunStatus {
    guard argument.isEmpty || argument == "drop" else {
      return fail("there is '.recover', and '.recover drop'")
    }
    guard let journal = host.journal else {
      return fail("edits are kept for a folder that is opened at the prompt")
    }
    guard let unsaved = journal.unsaved.first else {
      return show("There are no edits that were not saved.")
    }
    let said: String
    if argument == "drop" {
      journal.forget()
      said = "Forgot \(Session.edits(unsaved.edits.count)) of \(unsaved.day)."
    } else {
      if let status = putIn(unsaved.edits) { return status }
      journal.takeOver()
      said = "Put in \(Session.edits(unsaved.edits.count)) of \(unsaved.day)."
    }
    return show([said, recoveryNotice].compactMap { $0 }.joined(separator: "\n"))
  }

  /// Makes edits again, each as it was made.
  ///
  /// - Returns: `nil` when all are made; else the status, after saying which cannot
  ///   be, and nothing has been changed.
  private mutating func putIn(_ edits: [Edit]) -> RunStatus? {
    let cancellation = Cancellation()
    interrupter?.willEvaluate(cancellation)
    defer { interrupter?.didEvaluate() }
    let before = (engine, past)
    for (place, edit) in edits.enumerated() {
      let (today, parameters) = (engine.today, engine.parameters)
      let source = SourceText(edit.text, name: edit.file)
      let start = engine
      engine.today = edit.today
      engine.parameters.merge(edit.parameters) { _, own in own }
      do {
        try engine.run(source, cancellation: cancellation, checksAhead: false) { _ in }
      } catch {
        guard edit.hadMistake, error.code != .cancelled, error.code != .limit else {
          (engine, past) = before
          printer.print(error)
          return fail(
            "edit \(place + 1) of \(edits.count) cannot be made any more, so none was; "
              + "'.recover drop' forgets them", RunStatus(error.code))
        }
      }
      engine.today = today
      // What the edit itself gave a value keeps it.
      for (name, value) in parameters where edit.parameters[name] != nil {
        engine.parameters[name] = value
      }
      remember(start, source)
    }
    return nil
  }
}
