// SPDX-License-Identifier: Apache-2.0

import Foundation
import RemitTestSupport
import Testing

/// `remit init` on the files of `Tests/Fixtures/firm`, which are as a small firm
/// keeps them: five separators and three forms of days, a name with a no-break
/// space and one that is misspelt.
struct InitCommandTests {
  /// A folder with the files of a firm.
  private func firm(except left: String? = nil) throws -> TemporaryFolder {
    var files: [String: String] = [:]
    for path in ProjectFiles.paths(below: "Tests/Fixtures/firm", suffix: "sv") {
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      if name != left { files["firm/\(name)"] = try ProjectFiles.text(path) }
    }
    return try TemporaryFolder(files)
  }

  private func text(of name: String, in folder: TemporaryFolder) throws -> String {
    try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
  }

  @Test func `a folder of files, one edit, and the checks answer`() throws {
    let folder = try firm()
    let first = try RemitProcess.run(["init", "firm", "--as-of", "2026-06-30"], in: folder)
    #expect(
      first.output == """
        HR list 2026.csv: 5 people
        asset inventory.csv: 5 assets, 1 column to look at
        risks.tsv: 3 risks
        vendors.csv: 2 organisations
        training matrix.csv: 3 links, person holds competence
        Wrote firm/firm.remit.
        Wrote firm/checks.remit.
        It does not load yet: mend what is listed above, in the files or in the script.

        """)
    #expect(first.errors.contains("'Eve Riuz'; did you mean 'Eve Ruiz'?"))
    #expect(first.status == 3)
    let inventory = "firm/asset inventory.csv"
    let text = try text(of: inventory, in: folder)
    try folder.write(inventory, text.replacing("Riuz", with: "Ruiz"))
    let checks = try RemitProcess.run(["check", "firm", "--as-of", "2026-06-30"], in: folder)
    #expect(checks.status == 1)
    #expect(checks.output.contains("FAIL  asset owners  (medium)\n      2 of 5, 40 %"))
    #expect(checks.output.contains("FAIL  risk owners  (medium)\n      1 of 3, 33.3 %"))
    #expect(checks.output.contains("FAIL  awareness"))
    // Nobody says in it how critical an asset is: that is told, and no owner missing is not passed over.
    #expect(checks.output.contains("FAIL  unknown criticality"))
    #expect(checks.output.contains("2 assets that would fail are not looked at"))
    #expect(checks.output.hasSuffix(" checks on 2026-06-30: 39 passed, 8 failed\n"))
  }

  @Test func `the script says what each column was taken for`() throws {
    let folder = try firm()
    _ = try RemitProcess.run(["init", "firm"], in: folder)
    let script = try text(of: "firm/firm.remit", in: folder)
    let golden = "Tests/Fixtures/firm/proposed.remit"
    if ProcessInfo.processInfo.environment["REMIT_UPDATE_SPECS"] == "1" {
      try ProjectFiles.write(script, to: golden)
    }
    #expect(try script == ProjectFiles.text(golden))
    let format = try RemitProcess.run(
      ["fmt", "--check", "--model", "firm", "firm/firm.remit", "--lenient"], in: folder)
    #expect(format.status == 0, "\(format.output)\(format.errors)")
    let checks = try RemitProcess.run(
      ["fmt", "--check", "--model", "firm", "firm/checks.remit", "--lenient"], in: folder)
    #expect(checks.status == 0, "\(checks.output)\(checks.errors)")
  }

  @Test func `a matrix is proposed with the roles and controls that it alone names`() throws {
    let staff = "Full name,E-mail\nEve Ruiz,eve@x.example\nDan Ode,dan@x.example\n"
    let matrix = """
      Control;Title;Eve Ruiz;CISO;IT;Notes
      Organisational;;;;;
      A.5.2;Roles;A;R, C;I;see 5.3
      A.8.1;Devices;Informed;AR;-;
      """
    let folder = try TemporaryFolder(["firm/hr.csv": staff, "firm/RACI.csv": matrix])
    let run = try RemitProcess.run(["init", "firm", "--as-of", "2026-06-30"], in: folder)
    #expect(
      run.output == """
        hr.csv: 2 people
        RACI.csv: 2 rows of a matrix, control by assignee, 2 to look at
        Wrote firm/firm.remit.
        Wrote firm/checks.remit.
        It loads. Next: 'remit check firm/', or 'remit firm/' to ask.

        """)
    let script = try text(of: "firm/firm.remit", in: folder)
    #expect(
      script.hasSuffix(
        """
        # RACI.csv: 3 rows.
        #   Taken for a matrix. A and AR: owns; R and AR: responsible for; C: consulted on; I and Informed: informed of.
        # ? nobody and nothing is called 'CISO'; taken for a role
        # ? nobody and nothing is called 'IT'; taken for a role
        #   Taken for titles between the rows: 'Organisational'.
        add role "CISO"
        add role "IT"
        load controls from "RACI.csv" with ref from "Control" leaving out "Organisational"
        # ? No column says 'applicable' of them: "yes" is taken for each. Change it where that is wrong.
        set applicable of every control to "yes"
        load owns where "A" or "AR", responsible for where "R" or "AR", consulted on where "C",
          informed of where "I" or "Informed" from "RACI.csv"
          with control from "Control", assignee from each heading without "Title", "Notes" leaving out "-"

        """))
    let answer = try RemitProcess.run(
      [
        "firm", "-c", "controls, showing ref, title, direct owner, direct responsible actor",
        "--format", "csv",
      ], in: folder)
    #expect(
      answer.output == """
        ref,title,direct owner,direct responsible actor
        A.5.2,Roles,Eve Ruiz,CISO
        A.8.1,Devices,CISO,CISO

        """)
  }

  @Test func `letters in two columns are no matrix without somebody who acts`() throws {
    let assets = "Asset,Owner,C,I\nCRM,Eve,C,I\nWiki,Eve,I,C\n"
    let folder = try TemporaryFolder(["firm/assets.csv": assets])
    let run = try RemitProcess.run(["init", "firm", "--as-of", "2026-06-30"], in: folder)
    #expect(run.output.hasPrefix("assets.csv: 2 assets"))
  }

  @Test func `a file in the letters of its country is loaded as such`() throws {
    let folder = try TemporaryFolder([:])
    let text = "Full name;E-mail;Start date\r\nJosé Núñez;jose@x.example;2026-01-05\r\n"
    let bytes = try #require(text.data(using: .windowsCP1252))
    try FileManager.default.createDirectory(
      atPath: folder.path + "/firm", withIntermediateDirectories: true)
    try bytes.write(to: URL(fileURLWithPath: folder.path + "/firm/staff list.csv"))
    let assets = "Ref\tAsset\tCriticality\r\nA1\tCafé\tcritical\r\n"
    try #require(assets.data(using: .utf16)).write(
      to: URL(fileURLWithPath: folder.path + "/firm/assets.txt"))
    try folder.write("firm/notes.txt", "What is still to be done\n")
    let run = try RemitProcess.run(["init", "firm"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("staff list.csv: 1 person, taken for windows-1252"))
    #expect(run.output.contains("assets.txt: 1 asset") && !run.output.contains("notes.txt"))
    let script = try self.text(of: "firm/firm.remit", in: folder)
    #expect(
      script.contains(
        "# ? It is not UTF-8 and was taken for windows-1252, in which it has 'José Núñez'"))
    #expect(script.contains("load people from \"staff list.csv\" in \"windows-1252\""))
    let names = try RemitProcess.run(["firm", "-c", "people"], in: folder)
    #expect(names.output == "name\nJosé Núñez\n")
    let others = try RemitProcess.run(["firm", "-c", "assets, showing name"], in: folder)
    #expect(others.output == "name\nCafé\n")
  }

  /// The five files of a clinic in France: titles above the headings, the parts of names
  /// apart, a sum below, values in French, three ways of writing letters.
  private func clinic() throws -> TemporaryFolder {
    let folder = try TemporaryFolder([:])
    try FileManager.default.createDirectory(
      atPath: folder.path + "/clinic", withIntermediateDirectories: true)
    for path in ProjectFiles.paths(below: "Tests/Fixtures/clinic", suffix: ".csv") {
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      let letters: String.Encoding =
        name == "Personnel.csv" ? .windowsCP1252 : name == "roles.csv" ? .utf16 : .utf8
      let text = try ProjectFiles.text(path).replacing("\n", with: "\r\n")
      try #require(text.data(using: letters)).write(
        to: URL(fileURLWithPath: folder.path + "/clinic/" + name))
    }
    return folder
  }

  @Test func `a column that could not be taken is named where the files are`() throws {
    let folder = try TemporaryFolder([
      "firm/hr.csv": "Name,E-mail\nAnn Li,a@x\nBob Ray,b@x\n",
      "firm/controls.csv": """
      Ref,Title,Owner
      A.5.1,Policies,Ann Li
      A.5.2,Roles,B. Ray
      A.5.3,Segregation,Carla Dias
      A.5.9,Inventory,Li Ann
      """,
    ])
    let run = try RemitProcess.run(["init", "firm", "--as-of", "2026-06-30"], in: folder)
    #expect(
      run.output.contains("controls.csv: 4 controls, 1 column to look at; not loaded: 'Owner'\n"),
      "\(run.output)")
  }

  @Test func `the files of another country take one edit each`() throws {
    let folder = try clinic()
    let run = try RemitProcess.run(["init", "clinic"], in: folder)
    #expect(
      run.output.hasPrefix(
        """
        Personnel.csv: 5 people, taken for windows-1252, 1 row to look at
        Inventaire actifs.csv: 5 assets, 3 columns to look at
        risques 2026.csv: 3 risks, 3 columns to look at
        roles.csv: 3 roles
        formations.csv: 3 links, person holds competence

        """), "\(run.output)")
    #expect(run.errors.contains("'M. Nguyen'"))
    let script = try text(of: "clinic/clinic.remit", in: folder)
    let golden = "Tests/Fixtures/clinic/proposed.remit"
    if ProcessInfo.processInfo.environment["REMIT_UPDATE_SPECS"] == "1" {
      try ProjectFiles.write(script, to: golden)
    }
    #expect(try script == ProjectFiles.text(golden))
    try folder.write(
      "clinic/clinic.remit",
      script
        .replacing(
          "owner from \"Propriétaire\",",
          with: "owner from \"Propriétaire\" as \"Minh Nguyen\" for \"M. Nguyen\","
        )
        .replacing(
          "owner from \"Propriétaire du risque\",",
          with:
            "owner from \"Propriétaire du risque\" as \"Hélène Lefèvre\" for \"Hélène Lefebvre\","))
    let checks = try RemitProcess.run(["check", "clinic", "--as-of", "2026-04-15"], in: folder)
    #expect(checks.status == 1, "\(checks.errors)")
    #expect(checks.output.contains("FAIL  no owner  (high, A.5.9, A.5.2)\n      2 of 3, 66.7 %"))
    let people = try RemitProcess.run(
      ["clinic", "--as-of", "2026-04-15", "-c", "people, showing name, end date, manager"],
      in: folder)
    #expect(
      people.output == """
        name\tend date\tmanager
        Chloé Morel\t\tHélène Lefèvre
        Hélène Lefèvre\t\t
        João Da Silva\t2026-04-01\tMinh Nguyen
        Minh Nguyen\t\tHélène Lefèvre
        Seán O'Brien\t\tHélène Lefèvre

        """)
  }

  @Test func `a sheet of a workbook is loaded by the command`() throws {
    let file = ProjectFiles.path("samples/acme/agency.xlsx")
    let script = """
      kind thing
        name: text
      load things from "\(file)" sheet "Staff" with name from "Full name" leaving out "TBD"
      number of things
      """
    let run = try RemitProcess.run(
      ["-c", script, "--allow-path", ProjectFiles.path("samples/acme")])
    #expect(run.output == "number\n3\n", "\(run.errors)")
  }

  @Test func `a script that is there is kept`() throws {
    let folder = try firm()
    try folder.write("firm/firm.remit", "remit 1\n")
    let run = try RemitProcess.run(["init", "firm"], in: folder)
    #expect(run.status == 3)
    #expect(run.errors.contains("'firm/firm.remit' is there already"))
    #expect(try text(of: "firm/firm.remit", in: folder) == "remit 1\n")
    let again = try RemitProcess.run(["init", "firm", "--overwrite"], in: folder)
    #expect(again.output.contains("Wrote firm/firm.remit."))
  }

  @Test func `what has no list is named, and nothing is made up`() throws {
    let folder = try firm(except: "HR list 2026.csv")
    let run = try RemitProcess.run(["init", "firm"], in: folder)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let script = try text(of: "firm/firm.remit", in: folder)
    #expect(script.contains("# ? 'Owner' is not loaded: it would name people or teams"))
    #expect(script.contains("review date from \"Last review\" without \"Owner\""))
    #expect(
      script.contains("load people from \"training matrix.csv\" with name from \"Name\", each once")
    )
  }

  @Test func `what is not a table is told and left out`() throws {
    let folder = try firm()
    try folder.write("firm/broken.json", "[1, 2")
    try folder.write("firm/notes.csv", "when,what\nnow,this\n")
    try folder.write("firm/empty.csv", "name\n")
    let run = try RemitProcess.run(["init", "firm"], in: folder)
    #expect(run.output.contains("broken.json: not loaded, "))
    #expect(run.output.contains("notes.csv: not loaded, its name and headings say neither"))
    #expect(run.output.contains("empty.csv: not loaded, it has no rows"))
    let nothing = try TemporaryFolder(["firm/a.txt": "x"])
    let none = try RemitProcess.run(["init", "firm", "--library", "none"], in: nothing)
    #expect(none.status == 3 || none.status == 2)
    #expect(try RemitProcess.run(["init", "nowhere"], in: nothing).status == 3)
  }
}
