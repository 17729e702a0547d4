// SPDX-License-Identifier: Apache-2.0

import Remit
import RemitFormats
@testable import RemitShell
import RemitTestSupport
import Testing

/// U7: nothing from data reaches a terminal that it would obey, in whatever form it is shown.
struct HostileTextTests {
  private static let hostile: [Unicode.Scalar] = [
    "\u{1B}", "\u{07}", "\u{08}", "\u{00}", "\u{7F}", "\u{85}", "\u{9B}", "\u{9D}", "\r",
    "\u{202E}", "\u{2066}", "\u{2069}", "\u{200F}", "\u{061C}", "\u{2028}", "\u{2029}", "\u{FEFF}",
    "\u{AD}", "\t", "\n", "\u{E0001}", "\u{E0041}",
  ]
  private static let harmless = Array("abc [2J]0;x é漢👩🏽 |<>&'=+".unicodeScalars)

  /// A text of harmless and hostile characters, with at least one of the latter.
  private static func text(_ random: inout RandomSource) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<(2 + random.below(12)) {
      text.append(contentsOf: random.pick(harmless).map { [$0] } ?? [])
      if random.oneIn(3) { text.append(contentsOf: random.pick(hostile).map { [$0] } ?? []) }
    }
    text.append(contentsOf: random.pick(hostile).map { [$0] } ?? [])
    text.append("z")
    return String(text)
  }

  /// What of a text a terminal would obey.
  private static func obeyed(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar != "\n"
      case .lineSeparator, .paragraphSeparator: true
      default: scalar.properties.isBidiControl || (0xE0000...0xE007F).contains(scalar.value)
      }
    }
  }

  /// Tables of hostile names and titles.
  private struct Tables: Loader {
    let rows: [(name: String, title: String)]

    func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
      throw LoadError("there is no '\(name)'")
    }

    func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
      func cell(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
      let lines =
        name == "people.csv"
        ? ["name"] + rows.map { cell($0.name) }
        : ["ref,title,weight,owner"]
          + rows.enumerated().map { "C\($0),\(cell($1.title)),\($0),\(cell($1.name))" }
      return try CSVReader.read(Array(lines.joined(separator: "\n").utf8), name: name)
    }
  }

  private static let model = """
    kind person (people)
      name: text
    kind control
      ref: text, key
      title: text
      weight: number
    relation person owns control as owner
    load people from "people.csv"
    load controls from "controls.csv"
    """

  private static let lines =
    [
      "people", "controls with an owner, showing ref, title, owner, weight", ".graph", ".chart",
      "number of controls per owner", ".chart", ".why 1", "why C0 in controls with an owner",
      "check: there is no control", "question \"Who?\": people", ".questions", ".ask Who",
      "print $hostile", "controls owned by $hostile", ".history", ".explain controls",
      "export people to \"people.csv\"", ".schema",
    ]
    + ResultFormat.allCases.flatMap {
      [".mode \($0.rawValue)", "controls with an owner", "people"]
    }

  @Test(arguments: 0..<40)
  func `U7: nothing hostile in data is obeyed, in any form`(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let rows = (0..<4).map { _ in (Self.text(&random), Self.text(&random)) }
    let (output, errors) = (RecordingSink(), RecordingSink())
    let engine = Engine(
      today: Day("2026-06-30") ?? .earliest, parameters: ["hostile": .text(Self.text(&random))],
      loader: Tables(rows: rows))
    var settings = ShellSettings()
    settings.isInteractive = true
    let width = random.pick([20, 40, 80, 200]) ?? 80
    settings.terminalWidth = { width }
    var session = Session(engine: engine, settings: settings, output: output, errors: errors)
    let history = rows.map(\.0)
    session.host.history = { history }
    let runner = ScriptRunner(allowsCommands: true, checksAhead: false)
    let loaded = session.run(SourceText(Self.model))
    // Some of it no table can have; what is said then is shown too.
    for line in Self.lines { _ = runner.run(SourceText(line), in: &session) }
    for (name, title) in rows {
      for line in [
        "controls owned by \"\(name)\"", "add person \"\(title)\"", ".help \(name)",
        ".read \(title)", ".mode \(name)", ".\(name)", "contrls \(title)", ".ask \(name)",
        ".library \(name)", ".output /no/such/folder/\(name)", ".why not \(title)",
      ] {
        _ = runner.run(SourceText(line), in: &session)
      }
    }
    let completer = Completer(engine: session.engine)
    for typed in ["controls owned by ", "controls owned by \"", "people named "] {
      output.write(completer.completions(for: typed).listing(width: width))
    }
    let shown = output.text + errors.text
    #expect(loaded == .data || output.text.contains("z"), "some of it is shown")
    // A tab between the cells of a line is none of the data's.
    #expect(Self.obeyed(in: shown.replacing("\t", with: "")).isEmpty, "\(shown.debugDescription)")
  }

  @Test func `U7: what goes to no terminal is as it is`() throws {
    let engine = Engine(
      today: Day("2026-06-30") ?? .earliest, loader: Tables(rows: [("E\u{9B}ve", "\u{202E}z")]))
    let output = RecordingSink()
    var settings = ShellSettings()
    settings.format = .csv
    var session = Session(engine: engine, settings: settings, output: output, errors: output)
    _ = session.run(SourceText(Self.model))
    _ = session.run(SourceText("people"))
    #expect(output.text == "name\nE\u{9B}ve\n")
  }
}
