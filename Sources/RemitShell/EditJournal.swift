// SPDX-License-Identifier: Apache-2.0

package import Remit

/// A text that changed the model or the facts at the prompt, with what it
/// depended on: enough to make the same change again on another day.
package struct Edit: Sendable, Hashable {
  /// The statements.
  package var text: String
  /// The file they stood in, to which names in them are relative; `nil` at the prompt.
  package var file: String?
  /// The day that was today: `Ann no longer owns A.5.3` ends a link on it.
  package var today: Day
  /// The values of the parameters it mentions.
  package var parameters: [String: Value]
  /// Whether a statement behind the one that changed something had a mistake.
  package var hadMistake: Bool

  /// Makes an edit.
  package init(
    text: String, file: String?, today: Day, parameters: [String: Value], hadMistake: Bool
  ) {
    (self.text, self.file, self.today) = (text, file, today)
    (self.parameters, self.hadMistake) = (parameters, hadMistake)
  }
}

/// The edits of a session that ended before they were saved.
package struct UnsavedEdits: Sendable, Hashable {
  /// The edits since the folder was opened, the oldest first.
  package var edits: [Edit]
  /// How many of them, from the first, have been saved to ``savedFile``.
  package var savedCount: Int
  /// The file that has the first of them, if one has.
  package var savedFile: String?
  /// The day of the last one.
  package var day: Day
  /// Whether what followed them was cut short or damaged.
  package var isCut: Bool

  /// Makes a list of edits.
  package init(
    edits: [Edit], savedCount: Int = 0, savedFile: String? = nil, day: Day, isCut: Bool = false
  ) {
    (self.edits, self.savedCount, self.savedFile) = (edits, savedCount, savedFile)
    (self.day, self.isCut) = (day, isCut)
  }
}

/// Keeps the edits of a session while they are not saved, so that they outlast it
/// however it ends.
package protocol EditJournal: AnyObject {
  /// The edits of sessions that ended before they saved, those of the oldest first.
  var unsaved: [UnsavedEdits] { get }
  /// Takes note of an edit, which will not be lost once this returns.
  func note(_ edit: Edit)
  /// Takes note that the last edit was taken back.
  func noteUndo()
  /// Takes note that the model and the facts, with all edits, were saved to a file.
  func noteSave(to file: String)
  /// Makes the first of ``unsaved`` edits of this session.
  func takeOver()
  /// Forgets the first of ``unsaved``.
  func forget()
}
