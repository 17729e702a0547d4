// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
import RemitFormats
@testable import RemitShell
import RemitTestSupport
import Testing

/// A recorded session: what was typed and what was shown.
///
///     model: samples/acme            <- opened first; a folder or a file
///     today: 2026-06-30
///     width: 80
///
///     remit> controls with           <- typed
///       ...> no owner                <- typed
///     ┌───────┬ …                    <- shown
///     remit> vac⇥ ro⇥                <- typed, with Tab where `⇥` stands
///          → vacant roles            <- what came of it
///
/// Lines before the first prompt that are not settings are free text.
struct Transcript: CustomTestStringConvertible {
  let path: String
  let text: String

  var testDescription: String { (path as NSString).lastPathComponent }

  /// The folder of the package.
  static let packageFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// All transcripts, by name.
  static let all: [Transcript] = {
    let folder = packageFolder + "/Tests/Transcripts"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { $0.hasSuffix(".transcript") }.compactMap { name in
      let path = folder + "/" + name
      let text = try? String(contentsOfFile: path, encoding: .utf8)
      return text.map { Transcript(path: path, text: $0) }
    }
  }()

  private var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  private var firstTyped: Int { lines.firstIndex { $0.hasPrefix("remit>") } ?? lines.endIndex }

  /// What stands before the first prompt.
  private var head: String { lines[..<firstTyped].map { $0 + "\n" }.joined() }

  private func setting(_ name: String) -> String? {
    let line = lines[..<firstTyped].first { $0.hasPrefix(name + ":") }
    return line.map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
  }

  /// What was typed, line by line.
  private var typed: [String] {
    lines[firstTyped...].compactMap { line in
      for prompt in [Prompt.statement, .continuation] {
        let bare = prompt.rawValue.dropLast()
        if line == bare { return "" }
        if line.hasPrefix(prompt.rawValue) { return String(line.dropFirst(prompt.rawValue.count)) }
      }
      return nil
    }
  }

  /// A program around the shell whose editor changes nothing and whose files stay.
  private var host: ShellHost {
    struct Files: ModelFiles {
      func waitForChange() -> Bool { false }
      func read() -> Engine? { nil }
    }
    var host = ShellHost()
    let entries = typed
    host.history = { entries }
    host.edit = { .success($0) }
    host.paging = (isOn: { true }, set: { _ in })
    host.files = Files()
    return host
  }

  /// The engines of all transcripts, by model and day.
  private static let engines = Memo<[String?], Engine>()

  /// An engine that has read a model, if there is one.
  private static func engine(_ model: String?, today: Day) throws -> Engine {
    let engine = Engine(
      today: today,
      loader: FileLoader(folder: packageFolder, libraries: [packageFolder + "/samples"]))
    guard let model else { return engine }
    let sink = RecordingSink()
    var session = Session(
      engine: engine, settings: ShellSettings(), output: sink, errors: sink)
    let name = (model as NSString).lastPathComponent
    let file = model.hasSuffix(".remit") ? model : "\(model)/\(name).remit"
    #expect(session.read(file) == .success, "\(sink.text)")
    return session.engine
  }

  /// Types the transcript's lines into a shell.
  ///
  /// - Returns: The transcript as it is now.
  func replayed() throws -> String {
    let sink = RecordingSink()
    let (model, today) = (setting("model"), setting("today") ?? "2026-06-30")
    let engine = try Self.engines.value(of: [model, today]) {
      try Self.engine(model, today: try #require(Day(today)))
    }
    var settings = ShellSettings()
    settings.isInteractive = true
    let width = setting("width").flatMap(Int.init) ?? 80
    settings.terminalWidth = { width }
    var session = Session(engine: engine, settings: settings, output: sink, errors: sink)
    session.host = host
    var shell = Shell(session: session)
    var source = TranscriptSource(lines: typed, width: width, sink: sink)
    _ = shell.run(&source)
    // A path of the machine the tests run on is no part of what is recorded.
    // Nor is how fast it is.
    return head
      + sink.text.replacing(Self.packageFolder + "/", with: "")
      .replacing(/(?m)^[0-9]+\.[0-9]+ m?s: .*$/) { line in
        String(
          line.output.replacing(/[0-9]+\.[0-9]+( m?s)?/) {
            $0.output.1 == nil ? "#.###" : "#.### ms"
          })
      }
  }
}

/// Types a transcript's lines where a terminal would show them.
private struct TranscriptSource: LineSource {
  let lines: [String]
  let width: Int
  let sink: RecordingSink
  private var next = 0

  init(lines: [String], width: Int, sink: RecordingSink) {
    self.lines = lines
    self.width = width
    self.sink = sink
  }

  mutating func next(_ prompt: Prompt, in engine: Engine) -> InputLine {
    guard next < lines.count else { return .endOfFile }
    defer { next += 1 }
    let line = prompt.rawValue + lines[next]
    sink.write((lines[next].isEmpty ? String(line.dropLast()) : line) + "\n")
    return .line(pressingTabs(in: lines[next], engine))
  }

  /// Presses Tab wherever a line has `⇥`, and shows what is listed and what came of it.
  private func pressingTabs(in line: String, _ engine: Engine) -> String {
    guard line.contains("⇥") else { return line }
    let parts = line.split(separator: "⇥", omittingEmptySubsequences: false)
    var text = String(parts[0])
    for part in parts.dropFirst() {
      let list = Completer(engine: engine).completions(for: text)
      let before = text
      text = list.replacement
      if list.candidates.count == 1 {
        if !text.hasSuffix("/") { text += " " }
      } else if text == before {
        sink.write(list.listing(width: width))
      }
      // Who types on types no second blank, and takes one before a comma back.
      if text.hasSuffix(" "), let next = part.first, " ,:\"".contains(next) {
        if next != "\"" { text.removeLast() }
      }
      text += part
    }
    while text.last == " " { text.removeLast() }
    sink.write("     → \(text)\n")
    return text
  }
}
