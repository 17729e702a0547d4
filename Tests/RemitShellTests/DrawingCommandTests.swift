// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
@testable import RemitCommand
@testable import RemitShell
import Testing

/// `.graph`: the last answer drawn.
struct DrawingCommandTests {
  private static func session(
    width: Int?, model: String = smallModel
  ) throws -> (session: Session, output: RecordingSink, errors: RecordingSink) {
    var settings = ShellSettings()
    settings.isInteractive = true
    settings.terminalWidth = { width }
    return try makeSession(model: model, settings: settings)
  }

  private static func draw(
    _ question: String, width: Int? = nil, model: String = smallModel
  ) throws -> [String] {
    var (session, output, errors) = try session(width: width, model: model)
    _ = session.run(SourceText(question))
    let before = output.text.count
    #expect(ShellCommand.run(".graph", in: &session) == .success, "\(errors.text)")
    return output.text.dropFirst(before).split(separator: "\n").map(String.init)
  }

  private static let tied = """
    kind person (people)
      name: text
    kind control
      ref: text, key
      title: text
    relation person owns control as owner, dated
    relation person reports to person as - / manager
    relation person meets person, symmetric
    relation control is part of control
    add person "Ann Aaronson-Abernathy"
    add person "王秀英"
    add control A.5.1 with title "Policies for information security"
    add control A.5.2 with title "Roles and responsibilities"
    add control A.5
    A.5.1 is part of A.5
    A.5.2 is part of A.5
    "Ann Aaronson-Abernathy" owns A.5.1 since 2024-02-29 until 2027-01-01
    "Ann Aaronson-Abernathy" owns A.5.2
    "王秀英" owns A.5.2
    "王秀英" reports to "Ann Aaronson-Abernathy"
    "王秀英" meets "Ann Aaronson-Abernathy"
    """

  private static let question =
    "controls that are part of A.5 and owned by someone who meets someone or reports to someone"

  @Test func `what is asked for stands left, and below it what it is tied to`() throws {
    let lines = try Self.draw(Self.question, model: Self.tied)
    #expect(
      lines == [
        "A.5.1 Policies for information security (control)",
        "├─ part of A.5 (control)",
        "└─ owned by Ann Aaronson-Abernathy (person) since 2024-02-29 until 2027-01-01",
        "   ├─ meets 王秀英 (person)",
        "   └─ reported to by 王秀英 (person)",
        "A.5.2 Roles and responsibilities (control)",
        "├─ part of A.5 (control)",
        "├─ owned by Ann Aaronson-Abernathy (person)",
        "└─ owned by 王秀英 (person)",
        "5 things, 7 links",
      ])
  }

  @Test(arguments: [1, 2, 5, 20, 40, 80, 200])
  func `no line is wider than the terminal`(_ width: Int) throws {
    let lines = try Self.draw(Self.question, width: width, model: Self.tied)
    let whole = try Self.draw(Self.question, model: Self.tied)
    #expect(lines.count == whole.count)
    for (line, all) in zip(lines.dropLast(), whole) {
      #expect(DisplayWidth.of(line) <= width, "\(line)")
      let isCut = DisplayWidth.of(all) > width
      #expect(line == all || isCut && line.hasSuffix("…"), "\(line)")
    }
  }

  @Test func `each link is drawn once, also round in a circle`() throws {
    let model = """
      kind person (people)
        name: text
      relation person reports to person as - / manager
      add person Ann
      add person Bob
      add person Cid
      Ann reports to Bob
      Bob reports to Cid
      Cid reports to Ann
      Ann reports to Ann
      """
    let one = try Self.draw("Ann, showing their manager's manager's manager's name", model: model)
    #expect(
      one == [
        "Ann (person)", "├─ reports to Ann (person)", "├─ reports to Bob (person)",
        "│  └─ reports to Cid (person)", "└─ reported to by Cid (person)", "3 things, 4 links",
      ])
    let all = try Self.draw("people who report to someone", model: model).dropLast()
    #expect(
      all == [
        "Ann (person)", "├─ reports to Ann (person)", "├─ reports to Bob (person)",
        "└─ reported to by Cid (person)", "Bob (person)", "└─ reports to Cid (person)",
        "Cid (person)",
      ])
  }

  @Test func `names cannot move the cursor`() {
    let evil = "a\u{1B}[2J\u{202E}\u{9B}\r\nb"
    let nodes = ["n1", "n2"].map {
      GraphDrawing.Node(id: $0, label: evil, kind: evil, title: evil, isAnswer: $0 == "n1")
    }
    let edges = [GraphDrawing.Edge(source: 0, target: 1, relation: evil, backward: evil)]
    var tree = TreeDrawing(
      GraphDrawing(title: evil, nodes: nodes, edges: edges), width: 500, colors: false)
    let lines = tree.render()
    #expect(lines.count == 2)
    for line in lines {
      #expect(Sanitizer.line(line) == line)
      #expect(line.contains("\\x1B[2J"))
    }
  }

  @Test func `more than a screen can show is named and not drawn`() throws {
    let model =
      "kind person (people)\n  name: text\n"
      + "relation person is near person\nadd person P0\n"
      + (1...200).map { "add person P\($0)\nP0 is near P\($0)\n" }.joined()
    #expect(
      try Self.draw("people who are near someone", model: model).joined(separator: "\n")
        == "201 things are too many to draw here; .graph FILE.graphml writes all of them, "
        + ".graph FILE.mmd the first 200")
  }

  @Test func `without an answer, or for an unknown ending, it says what to do`() throws {
    var (session, output, errors) = try Self.session(width: nil)
    #expect(ShellCommand.run(".graph", in: &session) == .invalid)
    #expect(errors.text.contains("ask a question, then .graph"))
    _ = session.run(SourceText("people who own a control"))
    #expect(ShellCommand.run(".graph a.gif", in: &session) == .invalid)
    #expect(errors.text.contains("there are .svg, .png, .pdf, .dot, .mmd and .graphml"))
    #expect(ShellCommand.run(".graph my.svg", in: &session) == .invalid)
    #expect(errors.text.contains(".svg is drawn by Graphviz"))
    #expect(ShellCommand.run(".graph my.PNG", in: &session) == .invalid)
    #expect(errors.text.contains(".png is drawn by Graphviz"))
    #expect(errors.text.hasSuffix("write: .graph my.dot\n"))
    _ = session.run(SourceText("people who own every control"))
    #expect(ShellCommand.run(".graph", in: &session) == .success)
    #expect(output.text.hasSuffix("There is nothing to draw.\n"))
  }

  @Test func `a picture is made by the program that is installed, if one is`() throws {
    let folder = try TemporaryFolder([
      "good/dot": "#!/bin/sh\necho \"$1\" && cat \"$2\"\n",
      "bad/dot": "#!/bin/sh\nexit 3\n", "none/dot": "#!/bin/sh\n",
    ])
    for name in ["good", "bad"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/\(name)/dot")
    }
    func draw(_ path: String) -> Result<[UInt8], ShellHost.Failure>? {
      Graphviz.drawing(["PATH": path])?(String(repeating: "digraph {}\n", count: 20_000), .pdf)
    }
    #expect(draw("/nowhere:\(folder.path)/none") == nil)
    let path = "/nowhere:\(folder.path)/good:/usr/bin:/bin"
    let picture = try #require(try draw(path)?.get())
    #expect(picture.starts(with: Array("-Tpdf\ndigraph {}\n".utf8)))
    #expect(picture.count == 6 + 11 * 20_000)
    #expect {
      try draw("\(folder.path)/bad:/usr/bin")?.get()
    } throws: { error in
      (error as? ShellHost.Failure)?.sentence.hasSuffix("made no picture: it ended with 3") == true
    }
  }

  @Test func `a file is written, and replaced only with a mark`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("remit-drawing-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var (session, output, errors) = try Self.session(width: nil)
    _ = session.run(SourceText("people who own a control"))
    #expect(ShellCommand.run(".graph \(folder)/a.mmd", in: &session) == .success)
    #expect(output.text.hasSuffix("Drew 2 things, 1 link in \(folder)/a.mmd.\n"))
    let text = try String(contentsOfFile: folder + "/a.mmd", encoding: .utf8)
    #expect(text.hasPrefix("%% people who own a control\nflowchart LR\n"))
    #expect(ShellCommand.run(".graph \(folder)/a.mmd", in: &session) == .data)
    #expect(errors.text.contains("a.mmd! replaces a file"))
    #expect(ShellCommand.run(".graph \(folder)/a.mmd!", in: &session) == .success)
    session.host.draw = { dot, format in .success(Array("\(format) \(dot)".utf8)) }
    for ending in ["svg", "png", "pdf"] {
      #expect(ShellCommand.run(".graph \(folder)/a.\(ending)", in: &session) == .success)
      let drawn = try String(contentsOfFile: "\(folder)/a.\(ending)", encoding: .utf8)
      #expect(drawn.hasPrefix("\(ending) digraph remit {\n"))
    }
    session.host.draw = { _, _ in .failure(ShellHost.Failure("no picture today")) }
    #expect(ShellCommand.run(".graph \(folder)/b.svg", in: &session) == .data)
    #expect(errors.text.hasSuffix("no picture today\n"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/b.svg"))
  }
}
