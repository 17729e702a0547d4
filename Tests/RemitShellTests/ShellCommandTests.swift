// SPDX-License-Identifier: Apache-2.0

import Remit
import RemitFormats
import RemitLibrary
@testable import RemitShell
import RemitTestSupport
import Testing

struct ShellCommandTests {
  private func run(_ lines: String...) throws -> (output: String, errors: String) {
    var (session, output, errors) = try makeSession()
    for line in lines { _ = ShellCommand.run(line, in: &session) }
    return (output.text, errors.text)
  }

  @Test(arguments: [
    (".help", true), ("  .plan controls", true), (".", true), (". help", true), (".5", false),
    ("...", false), ("controls", false), ("", false),
  ])
  func `a line that begins with a dot and a letter is a command`(line: String, expected: Bool) {
    #expect(ShellCommand.isCommand(line) == expected)
  }

  @Test func `.help lists every command and explains each`() throws {
    let list = try run(".help").output
    let commands = try run(".help commands").output
    for command in ShellCommand.all {
      #expect(list.contains("." + command.name))
      #expect(commands.contains(command.summary))
      let text = try run(".help \(command.name)").output
      #expect(text.contains(command.summary) && text.contains(command.example))
      #expect(try run(".help .\(command.name)").output == text)
    }
  }

  @Test func `.help fits a terminal of 80 columns and 24 lines`() throws {
    let lines = try run(".help").output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count < 24)
    #expect(lines.allSatisfy { $0.count <= 80 })
    let commands = try run(".help commands").output.split(separator: "\n")
    #expect(commands.allSatisfy { $0.count <= 80 })
  }

  @Test func `.help explains the words of the language`() throws {
    #expect(try run(".help every").output.contains("true if it holds for all of them"))
    #expect(try run(".help at least").output.contains("how many there must be"))
  }

  @Test func `a command may be shortened while it is clear`() throws {
    #expect(try run(".h every").output == run(".help every").output)
    #expect(try run(".t on").errors.contains("'.t' could be .tokens, .tree, .timer"))
  }

  @Test(arguments: [
    (".hepl", "did you mean '.help'?"), (".shema", "did you mean '.schema'?"),
    (".xyzzy", ".help lists the commands"), (".mode jason", "did you mean 'json'?"),
    (".mode quite-another", "there are table, line, tsv, csv, json, jsonl, markdown, html"),
    (".timer of", ".timer needs 'on' or 'off', such as: .timer off"),
    (".plan", ".plan needs a question, such as: .plan controls"),
    (".library iso2701", "no library 'iso2701' comes with Remit; did you mean 'iso27001'?"),
    (".library cobit", "there is iso27001, iso27001/"),
    (".limit 0", ".limit needs a number of rows or 'off', such as: .limit 100"),
    (".pager", "there is no pager here"), (".pager off", "there is no pager here"),
    (".edit", "there is no editor here"),
    (".watch controls", "there is no file to watch; 'remit FOLDER' opens"),
    (".chart", "draws the last answer, and there is none yet"),
    (".chart controls", "no numbers that could be drawn"), (".chart contrls", "contrls"),
    (".lesson 11", ".lesson needs a number, 1 to 10"), (".output !", ".output needs a file"),
    (".read", ".read needs a file"), (".read x.remit", "no file can be read here"),
  ])
  func `a mistaken command says what to do`(line: String, expected: String) throws {
    #expect(try run(line).errors.contains(expected))
  }

  @Test func `.mode changes how answers are written`() throws {
    var (session, output, _) = try makeSession()
    _ = ShellCommand.run(".mode csv", in: &session)
    #expect(session.settings.format == .csv)
    _ = ShellCommand.run(".mode", in: &session)
    #expect(output.text == "answers are written as csv\n")
  }

  @Test func `.library lists what comes with Remit, and shows the text of it`() throws {
    let list = try run(".library").output
    for library in BuiltInLibrary.all {
      for name in library.names { #expect(list.contains("\(name) ")) }
      for file in library.files {
        #expect(try run(".library \(library.name)/\(file.name)").output == file.text)
      }
      #expect(try run(".library \(library.name)").output == library.files[0].text)
    }
    #expect(list.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `the name behind 'use' is completed`() throws {
    let engine = try makeSession().0.engine
    let completer = Completer(engine: engine) { typed in
      ["iso-own.remit", "iso.csv", "isolated/"].filter { $0.hasPrefix(typed) }
    }
    let list = completer.completions(for: "use \"iso")
    #expect(list.head == "use ")
    let texts = list.candidates.map(\.text)
    #expect(texts.first == "\"iso27001\"")
    #expect(texts.contains("\"iso27001/model\""))
    #expect(texts.suffix(2) == ["\"iso-own.remit\"", "\"isolated/"])
    #expect(completer.completions(for: "use \"iso27001\"").candidates.isEmpty)
    #expect(completer.completions(for: "controls named \"iso").candidates.isEmpty)
    #expect(
      completer.completions(for: "load people from \"hr.csv\" in \"windows-125").candidates.map(
        \.text
      )
      .prefix(2) == ["\"windows-1250\"", "\"windows-1251\""])
    #expect(completer.completions(for: "people named \"x\" in \"win").candidates.isEmpty)
  }

  @Test func `one thing is described, and only one`() throws {
    func run(_ line: String) throws -> (output: String, errors: String) {
      let run = try RemitProcess.run(
        [ProjectFiles.path("Tests/Specs/models/small.remit"), "--as-of", "2026-06-30", "-c", line])
      return (run.output, run.errors)
    }
    let bob = try run(".describe Bob").output.split(separator: "\n").map(String.init)
    #expect(bob.prefix(3) == ["person Bob", "what\tis\tsince\tuntil", "kind\tperson\t\t"])
    for row in [
      "is\tactive\t\t", "owns, as read\trisk Theft\t\t", "holds\trole Auditor\t2025-01-01\t",
      "holds\tcompetence Risk Analysis (level 2)\t2023-01-01\t2025-01-01",
      "audits\tcontrol A.5.3 Segregation of duties\t2026-04-01\t", "report\tperson Dan\t\t",
    ] {
      #expect(bob.contains(row), "\(row)")
    }
    #expect(try run("as of 2020-06-30: people").output.isEmpty == false)
    #expect(!(try run(".describe as of 2020-06-30: Bob").output.contains("is\tactive")))
    for (line, id) in [
      (".describe people", "not-one-thing"), (".describe people named \"x\"", "not-one-thing"),
      (".describe number of people", "nothing-to-describe"), (".describe Bbo", "unknown-name"),
    ] {
      let found = try run(line)
      #expect(found.output.isEmpty && found.errors.contains("error[\(id)]"), "\(line)")
    }
  }

  @Test func `names are completed behind '.describe'`() throws {
    let engine = try makeSession().0.engine
    let list = Completer(engine: engine).completions(for: ".describe B")
    #expect(list.candidates.contains { $0.text == "Bob" }, "\(list.candidates.map(\.text))")
    #expect(list.head == ".describe ")
  }

  @Test func `'.describe' offers the kinds first, and the names of one behind it`() throws {
    let model = """
      kind person (people)
        name: text
      kind asset
        name: text
      add person "Bob"
      add person "Bea"
      add asset "Boat"
      """
    let completer = Completer(engine: try makeSession(model: model).0.engine)
    func texts(_ typed: String) -> [String] {
      completer.completions(for: typed).candidates.map(\.text)
    }
    #expect(texts(".describe ") == ["person", "asset"])
    #expect(texts(".describe b") == ["Bea", "Boat", "Bob"])
    #expect(texts(".describe asset ") == ["Boat"])
    #expect(texts(".describe person b") == ["Bea", "Bob"])
  }

  @Test func `a setting alone says what it is`() throws {
    var (session, output, _) = try makeSession()
    var isPaging = true
    session.host.paging = (isOn: { isPaging }, set: { isPaging = $0 })
    for line in [".pager", ".pager off", ".pager", ".timer", ".limit", ".output"] {
      _ = ShellCommand.run(line, in: &session)
    }
    #expect(
      output.text == """
        what is longer than the screen is shown page by page
        what is longer than the screen is shown all at once
        the time an answer took is not shown
        a table shows at most 40 rows
        Answers are shown here.

        """)
    #expect(ShellCommand.run(".pager of", in: &session) == .invalid)
  }

  @Test func `the clauses of named questions are completed`() throws {
    var engine = try makeSession().0.engine
    for clause in ["A.5.10", "A.5.2", "7.2"] {
      try engine.run("question \"About \(clause)?\": controls\n  clause \(clause)")
    }
    let completer = Completer(engine: engine)
    func texts(_ typed: String) -> [String] {
      completer.completions(for: typed).candidates.map(\.text)
    }
    #expect(texts(".ask A.") == ["A.5.2", "A.5.10"])
    #expect(texts(".questions ") == ["7.2", "A.5.2", "A.5.10"])
    #expect(texts(".library iso27001/che") == ["iso27001/checks"])
  }

  @Test(arguments: Stage.allCases)
  func `each stage of a question can be printed`(stage: Stage) throws {
    let seen = try run(".\(stage.rawValue) controls with no owner")
    #expect(!seen.output.isEmpty && seen.errors.isEmpty)
    guard stage != .tokens else { return }  // any word is a token
    #expect(try !run(".\(stage.rawValue) contrls").errors.isEmpty)
  }

  @Test func `control characters in a command are not obeyed`() throws {
    #expect(try run(".mode \u{1B}[2J").errors.contains("\\x1B[2J"))
  }
}
