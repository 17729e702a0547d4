// SPDX-License-Identifier: Apache-2.0

#if Readline
@preconcurrency import CReadline
import Foundation
import Remit
import RemitShell

extension ReadlineSource {
  /// Makes Tab complete the whole statement.
  ///
  /// readline completes the word before the cursor. Without characters that
  /// break words the word is everything up to the cursor, so a name of several
  /// words can be put in, and what is quoted is ours to know.
  static func setUpCompletion() {
    remit_break_no_words()
    rl_attempted_completion_function = { _, _, end in
      // Otherwise readline would offer file names where there is nothing.
      rl_attempted_completion_over = 1
      return LineEditor.complete(upTo: Int(end))
    }
    remit_show_choices_by { _, _, _ in LineEditor.showCompletions() }
  }
}

extension LineEditor {
  /// Returns the array readline wants: the text as it becomes, then each choice.
  ///
  /// It is readline's to free, array and strings.
  static func complete(upTo end: Int) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    guard let engine else { return nil }
    let typed = String(decoding: text.utf8.prefix(end), as: UTF8.self)
    let list = Completer(engine: engine, fileNames: FileNames.beginning).completions(for: typed)
    completions = list
    guard let first = list.candidates.first else { return nil }
    if first.text.hasSuffix("/") { rl_completion_append_character = 0 }
    let choices = list.candidates.count == 1 ? [] : list.candidates.map { list.head + $0.text }
    let strings = [list.replacement] + choices
    let size = (strings.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
    guard let memory = malloc(size) else { return nil }
    let array = memory.bindMemory(
      to: UnsafeMutablePointer<CChar>?.self,
      capacity: strings.count + 1
    )
    for (index, string) in strings.enumerated() { array[index] = strdup(string) }
    array[strings.count] = nil
    return array
  }

  /// Tab: puts in what can only follow, or lists what can; once more, explains it.
  static func pressTab(_ count: Int32, _ key: Int32) -> Int32 {
    guard let engine else { return 0 }
    let (text, point) = (bytes, Int(rl_point))
    let typed = String(decoding: text[..<point], as: UTF8.self)
    let completer = Completer(engine: engine, fileNames: FileNames.beginning)
    if let listed, listed.text == typed, listed.isList, let list = completions {
      self.listed = (typed, false)
      let explanation = completer.explanation(of: list, width: screenSize.width)
      if !explanation.isEmpty {
        showBelow(explanation)
        return 0
      }
    }
    let list = completer.completions(for: typed)
    completions = list
    listed = nil
    let (change, cursor) = list.change(before: String(decoding: text[point...], as: UTF8.self))
    let old = String(decoding: text[change.range], as: UTF8.self)
    if old != change.replacement {
      _ = self.change(change)
      rl_point = Int32(min(cursor, Int(rl_end)))
    } else if cursor != point {
      rl_point = Int32(min(cursor, Int(rl_end)))
    } else if list.candidates.isEmpty {
      listed = (typed, true)
      return remit_ring()
    } else {
      listed = (typed, true)
      showCompletions()
    }
    return 0
  }

  /// Lists what can follow, below the statement.
  static func listCompletions(_ count: Int32, _ key: Int32) -> Int32 {
    guard let engine else { return 0 }
    let typed = String(decoding: bytes[..<Int(rl_point)], as: UTF8.self)
    completions = Completer(engine: engine, fileNames: FileNames.beginning)
      .completions(for: typed)
    showCompletions()
    return 0
  }

  /// Lists what the last Tab found, below the statement.
  static func showCompletions() {
    guard let completions else { return }
    let size = screenSize
    if isPainting {
      return showBelow(
        completions.listing(width: size.width, height: size.height, isStyled: usesColor))
    }
    let point = rl_point
    rl_point = rl_end
    rl_redisplay()
    show("\n" + completions.listing(width: size.width, height: size.height))
    rl_point = point
    rl_forced_update_display()
  }
}
#endif
