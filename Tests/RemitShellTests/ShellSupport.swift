// SPDX-License-Identifier: Apache-2.0

import Remit
import RemitShell

/// Keeps what is written.
final class RecordingSink: TextSink {
  private(set) var text = ""
  func write(_ text: String) { self.text += text }
}

/// Types prepared lines, then ends.
struct ScriptedSource: LineSource {
  var lines: [InputLine]
  private(set) var prompts: [Prompt] = []
  private(set) var remembered: [String] = []
  private var next = 0

  init(_ lines: [InputLine]) { self.lines = lines }

  mutating func next(_ prompt: Prompt, in engine: Engine) -> InputLine {
    prompts.append(prompt)
    defer { next += 1 }
    return next < lines.count ? lines[next] : .endOfFile
  }

  mutating func remember(_ statement: String) { remembered.append(statement) }
}

/// A small model in which questions can be asked without any file.
let smallModel = """
  kind person (people)
    name: text
  kind control
    ref: text, key
    title: text
  relation person owns control as owner
  add person Ann
  add person Bob
  add control A.5.1 with title "Policies"
  add control A.5.2 with title "Roles"
  add Ann owns A.5.1
  """

/// A session over the small model that writes to sinks a test can read.
func makeSession(
  model: String = smallModel,
  settings: ShellSettings = ShellSettings()
) throws -> (session: Session, output: RecordingSink, errors: RecordingSink) {
  let output = RecordingSink()
  let errors = RecordingSink()
  let today = Day("2026-06-30") ?? .earliest
  var engine = Engine(today: today)
  _ = try engine.run(model)
  return (
    Session(engine: engine, settings: settings, output: output, errors: errors), output, errors
  )
}
