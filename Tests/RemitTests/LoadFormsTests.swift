// SPDX-License-Identifier: Apache-2.0
import RemitFormats
import Testing

@testable import Remit

/// How a `load` says what its file means: forms of days, last days, sheets, and
/// texts that stand for nothing.
struct LoadFormsTests {
  /// Gives texts as files, read by their endings.
  private struct Files: Loader {
    var texts: [String: String]

    func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
      throw LoadError("there is no '\(name)'")
    }

    func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
      try table(named: name, sheet: nil, from: base)
    }

    func table(
      named name: String, sheet: String?, from base: String?
    ) throws(LoadError) -> DataTable {
      guard let text = texts[name] else { throw LoadError("there is no '\(name)'") }
      return try TableFile.read(Array(text.utf8), name: name, sheet: sheet)
    }
  }

  private static let declarations = """
    kind person (people)
      name: text
      start date, end date: date
    kind team
      name: text
    relation person belongs to team as member / team, dated
    """

  private func engine() throws -> Engine {
    var engine = Engine(
      today: try #require(Day("2026-06-30")),
      loader: Files(texts: [
        "de.csv":
          "Name;Eintritt;Austritt\nAnn;01.02.2020;30.06.2026\nBob;1.2.2021;\nEve;2022-03-04;tbd\n",
        "us.csv": "name,start date\nAnn,12/31/2020\nBob,01/02/2021\n",
        "bad.csv": "name,start date\nAnn,31.02.2020\nBob,01/02/2021\n",
        "late.csv": "name,end date\nAnn,9999-12-31\n",
        "teams.csv": "name\nIT\nAudit\n",
        "in.csv": "Who,What,From,Last day\nAnn,IT,1 Jan 2024,30 June 2026\nBob,N/A,,\n",
        "lists.csv": "name,team\nAnn,IT; TBD\nBob,n/a\nEve,tbd;Audit ; IT\n",
        "commas.csv": "name;Teams\nAnn;IT, Audit\nBob;IT\n",
        "work.csv": "Who,Team\nAnn,IT\nBob,IT\nEve,\nEve,Audit\n",
        "org.json": #"{"people": [{"name": "Ann"}], "teams": [{"name": "IT"}, {"name": "Audit"}]}"#,
      ]))
    try engine.run(LoadFormsTests.declarations)
    return engine
  }

  private func rows(_ question: String, after statements: String...) throws -> [String] {
    var engine = try engine()
    for statement in statements { try engine.run(statement) }
    guard case .answer(let result)? = try engine.run(question).last else { return [] }
    return result.rows.map { $0.map { $0?.description ?? "" }.joined(separator: " ") }
  }

  private func failure(_ statements: String...) throws -> String {
    var engine = try engine()
    var message = "no error"
    for statement in statements {
      do { try engine.run(statement) } catch {
        let first = error.diagnostics[0]
        message = ([first.id, first.message] + first.help).joined(separator: "\n")
      }
    }
    return message
  }

  @Test func `days are read in the form that is said, and as Remit writes them`() throws {
    #expect(
      try rows(
        "people, showing name, start date, end date",
        after: """
          load people from "de.csv" with name from "Name", start date from "Eintritt" as "DD.MM.YYYY",
            end date from the day after "Austritt" as "DD.MM.YYYY", leaving out "TBD"
          """)
        == ["Ann 2020-02-01 2026-07-01", "Bob 2021-02-01 ", "Eve 2022-03-04 "])
    #expect(
      try rows(
        "people, showing name, start date",
        after: "load people from \"us.csv\" with start date from \"start date\" as \"M/D/YYYY\"")
        == ["Ann 2020-12-31", "Bob 2021-01-02"])
  }

  @Test func `a link may end after its last day`() throws {
    #expect(
      try rows(
        "memberships, showing joiner, joined team, start date, end date",
        after: "relation person joins team as joiner / joined team, dated, recorded as membership",
        "load people from \"us.csv\" with start date from \"start date\" as \"MM/DD/YYYY\"",
        "load teams from \"teams.csv\"",
        """
        load joins from "in.csv" with joiner from "Who", joined team from "What",
          since from "From" as "D MMM YYYY", until from the day after "Last day" as "D MMMM YYYY"
          leaving out "n/a"
        """) == ["Ann IT 2024-01-01 2026-07-01"])
  }

  @Test func `texts that stand for nothing are left out, also of lists`() throws {
    #expect(
      try rows(
        "people, showing name, team", after: "load teams from \"teams.csv\"",
        "load people from \"lists.csv\" leaving out \"TBD\" and \"N/A\"")
        == ["Ann IT", "Bob ", "Eve Audit, IT"])
  }

  @Test func `the values of a cell may be separated otherwise`() throws {
    #expect(
      try rows(
        "people, showing name, team", after: "load teams from \"teams.csv\"",
        "load people from \"commas.csv\" with team from \"Teams\" separated by \",\"")
        == ["Ann Audit, IT", "Bob IT"])
  }

  @Test func `a name that stands in several rows may be one thing`() throws {
    #expect(
      try rows("teams", after: "load teams from \"work.csv\" with name from \"Team\", each once")
        == ["Audit", "IT"])
    #expect(try failure("load belongs to from \"work.csv\", each once").hasPrefix("once-of-links"))
  }

  @Test func `a list of a file is named as its sheet`() throws {
    #expect(
      try rows("teams", after: "load teams from \"org.json\" sheet \"teams\"") == ["Audit", "IT"])
  }

  @Test func `what is not in the form is told, and the form that fits is offered`() throws {
    #expect(
      try failure("load people from \"us.csv\"") == """
        data-problems
        nothing was loaded from 'us.csv': 2 problems
        us.csv:2, column 'start date': '12/31/2020' is no value for 'start date': date
        us.csv:3, column 'start date': '01/02/2021' is no value for 'start date': date
        to read these days, name the column with its form: from "start date" as "MM/DD/YYYY"
        """)
    #expect(
      try failure(
        "load people from \"bad.csv\" with start date from \"start date\" as \"DD.MM.YYYY\"")
          == """
          data-problems
          nothing was loaded from 'bad.csv': 2 problems
          bad.csv:2, column 'start date': '31.02.2020' is no day written as DD.MM.YYYY
          bad.csv:3, column 'start date': '01/02/2021' is no day written as DD.MM.YYYY
          """)
    #expect(
      try failure("load people from \"late.csv\" with end date from the day after \"end date\"")
        .contains("there is no day after '9999-12-31'"))
    #expect(
      try failure("load people from \"us.csv\" with start date from \"start date\" as \"DD.MM.YY\"")
        .hasPrefix("no-date-form\n'DD.MM.YY' does not say how days are written"))
  }

  @Test(arguments: [
    ("DD.MM.YYYY", "05.07.2025", "2025-07-05"), ("DD.MM.YYYY", "5.7.2025", "2025-07-05"),
    ("D MMM YYYY", "5 Jul 2025", "2025-07-05"), ("MMMM D, YYYY", "July 5, 2025", "2025-07-05"),
    ("YYYYMMDD", "20250705", "2025-07-05"),
    ("YYYY-MM-DDThh:mm:ssZ", "2025-07-05T09:08:07Z", "2025-07-05"),
    ("DD.MM.YYYY", "2025-07-05", "2025-07-05"), ("DD.MM.YYYY", "05.07.25", ""),
    ("DD.MM.YYYY", "05.13.2025", ""), ("DD.MM.YYYY", "05.07.2025 ", ""),
    ("D/M/YYYY", "29/2/2023", ""),
    ("D/M/YYYY", "١/2/2023", ""), ("D MMM YYYY", "5\u{A0}Jul\u{A0}2025", "2025-07-05"),
  ])
  func `forms of days`(form: String, text: String, day: String) throws {
    #expect((try #require(DateForm(form)).day(text)?.description ?? "") == day)
  }

  @Test(arguments: ["", "DD.MM", "DD.MM.YY", "DDD.MM.YYYY", "DD.MM.YYYY DD", "MM MMM YYYY D"])
  func `what is no form of days`(form: String) { #expect(DateForm(form) == nil) }
}
