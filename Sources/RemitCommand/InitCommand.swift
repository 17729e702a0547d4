// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Remit
import RemitFormats
import RemitShell

/// `remit init`: proposes the script that loads the files of a folder.
struct InitCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "init", _superCommandName: "remit",
    abstract: "Looks at the files of a folder and writes a script that loads them.",
    discussion: """
        remit init firm/          writes firm/firm.remit and firm/checks.remit
        remit check firm/         makes the checks
        remit report firm/ --output report.html
        remit firm/               ask anything else

      Looks at every CSV, Excel, JSON and YAML file in the folder: at its name, its headings
      and its cells. The script says for each column what it was taken for and why; lines with
      '?' want a look. Nothing else is written, and a script that is there is not replaced without
      --overwrite.

      Exit status: 0 written and it loads, 3 written but its data have problems, which are
      listed, or nothing could be read or written.
      """
  )

  @Argument(help: ArgumentHelp("The folder.", valueName: "folder"), completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp("The library whose model the files fill.", valueName: "name"))
  var library = "iso27001"

  @OptionGroup
  var options: ModelOptions

  func run(_ output: StandardStream, _ errors: StandardStream) throws -> RunStatus {
    guard FileNames.isDirectory(folder) else {
      errors.write("error: '\(Sanitizer.line(folder))' is not a folder\n")
      return .data
    }
    let scripts = Scripts([folder])
    var session = try scripts.session(options, output, errors)
    let model = SourceText("use \"\(library)\"")
    guard session.declare(model) == .success else { return .data }
    let files = files()
    guard !files.isEmpty else {
      errors.write(
        "error: '\(Sanitizer.line(folder))' has no CSV, Excel, JSON or YAML file\n")
      return .data
    }
    let proposal = Proposal(files, model: session.engine)
    let path = scripts.files[0]
    let title = path.split(separator: "/").last.map { String($0.dropLast(6)) } ?? ""
    let draft = SourceText(proposal.script(title: title, library: library))
    guard case .success(let script) = session.formatted(draft) else { return .data }
    guard write(script, to: path, errors) else { return .data }
    for line in proposal.summary { output.write("\(Sanitizer.line(line))\n") }
    output.write("Wrote \(Sanitizer.line(path)).\n")
    let checks = FileNames.folder(of: path) + "/checks.remit"
    if options.overwrites || !FileManager.default.fileExists(atPath: checks) {
      guard write(proposal.checks(library: library + "/checks"), to: checks, errors) else {
        return .data
      }
      output.write("Wrote \(Sanitizer.line(checks)).\n")
    }
    var trial = try scripts.session(options, output, errors)
    let status = scripts.load(into: &trial)
    guard status == .success else {
      output.write(
        "It does not load yet: mend what is listed above, in the files or in the script.\n")
      return status
    }
    let name = Sanitizer.line(folder.hasSuffix("/") ? folder : folder + "/")
    output.write("It loads. Next: 'remit check \(name)', or 'remit \(name)' to ask.\n")
    return status
  }

  private func write(_ script: String, to path: String, _ errors: StandardStream) -> Bool {
    do throws(LoadError) {
      try FileWriter(
        folder: ".", granted: [FileNames.folder(of: path)], replaces: options.overwrites
      ).write(Array(script.utf8), to: path)
      return true
    } catch {
      errors.write("error: \(Sanitizer.line(error.message))\n")
      errors.write("help: '--overwrite' replaces it\n")
      return false
    }
  }

  /// The files of the folder, each sheet by itself.
  private func files() -> [Proposal.File] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let loader = FileLoader(folder: folder)
    let wanted = names.filter { name in
      guard !name.hasPrefix("."), !name.hasPrefix("~") else { return false }
      let ending = TableFile.ending(of: name)
      // Excel saves "Unicode Text" as .txt; other texts are no tables.
      return TableFile.endings.contains(ending) || ending == "txt" && loader.isTable(name)
    }
    return wanted.sorted().flatMap { name -> [Proposal.File] in
      do throws(LoadError) {
        let sheets = try loader.sheets(of: name)
        return (sheets.isEmpty ? [nil] : sheets.map(Optional.some)).map { sheet in
          let content = Result { () throws(LoadError) in
            try loader.table(named: name, sheet: sheet, from: nil)
          }
          if case .failure(let error) = content, let encoding = error.encoding {
            return Proposal.File(
              name: name, encoding: encoding,
              content: Result { () throws(LoadError) in
                try loader.table(named: name, encoding: encoding, from: nil)
              })
          }
          return Proposal.File(name: name, sheet: sheet, content: content)
        }
      } catch {
        return [Proposal.File(name: name, content: .failure(error))]
      }
    }
  }
}
