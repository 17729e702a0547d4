// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
import Remit
public import RemitFormats
import RemitShell

/// `remit report`: writes what scripts find as a document.
struct ReportCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "report", _superCommandName: "remit",
    abstract: "Writes what scripts ask and check as one HTML page, or as Markdown.",
    discussion: """
        remit report samples/acme/ --output report.html
        remit report samples/acme/ audit.remit --output audit.md --as-of 2026-06-30
        remit report samples/acme/ iso27001/sheets --output sheets.html
        remit report samples/acme/ --person "Ann Li" --output ann.html

      A folder holds a model. A script is a document: its headings, texts,
      questions and checks stand in it in their order. A name without an ending is
      a document that comes with Remit: iso27001/report, iso27001/sheets.

      Of a folder alone the document is the file report.remit in it. Without that
      it is the report, what the checks in checks.remit find, and a sheet for each
      person. With --person it is the sheet of this one person, who may have left.

      Exit status: 0 written, 2 error in a script, 3 data could not be read or the
      file not written, 4 limit reached. What a check finds stands in the document
      and does not count here.
      """
  )

  @Argument(
    help: ArgumentHelp("Folders with a model, and scripts.", valueName: "file"),
    completion: .file())
  var paths: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, .html or .md; without it the output.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @Option(
    help: ArgumentHelp(
      "html or markdown. (default: by the file's name, else markdown)", valueName: "format"))
  var format: ReportFormat?

  @Option(
    help: ArgumentHelp(
      "Write what is expected of one person, by name or e-mail address.", valueName: "name"))
  var person: String?

  @Option(
    help: ArgumentHelp(
      "Of how many of those that a check finds it is told why.", valueName: "number"))
  var proofs = 3

  @OptionGroup
  var model: ModelOptions

  func run(_ output: StandardStream, _ errors: StandardStream) throws -> RunStatus {
    let format = try self.format ?? formatOfName()
    guard proofs >= 0 else { throw ValidationError("the number of proofs is less than none") }
    let isFile = paths.map {
      FileNames.isDirectory($0) || $0.split(separator: "/").last?.contains(".") == true
    }
    let scripts = Scripts(zip(paths, isFile).filter(\.1).map(\.0))
    var session = try scripts.session(model, output, errors)
    session.engine.namesSources = true
    session.engine.proofsPerCheck = proofs
    var writer = DocumentWriter(session, errors: errors)
    // A snapshot is no script: the engine begins with it.
    var files = scripts.files[...]
    for (path, isFile) in zip(paths, isFile) where !isFile || path != scripts.snapshot {
      let status =
        if isFile, let file = files.popFirst() {
          FileNames.isDirectory(path) ? writer.load(file) : writer.run(file: file)
        } else {
          writer.run(library: path)
        }
      guard status == .success else { return status }
    }
    if let person {
      let status = writer.runSheet(of: person)
      guard status == .success else { return status }
    } else if writer.isEmpty {
      let status = writer.runBuiltIn(beside: paths.filter(FileNames.isDirectory))
      guard status == .success else { return status }
    }
    return write(format.render(writer.report), output, errors)
  }

  private func formatOfName() throws -> ReportFormat {
    guard let output else { return .markdown }
    guard let format = ReportFormat(fileName: output) else {
      throw ValidationError(
        "the ending of '\(output)' tells no format: there are .html and .md, or use --format")
    }
    return format
  }

  private func write(
    _ text: String, _ output: StandardStream, _ errors: StandardStream
  ) -> RunStatus {
    guard let file = self.output else {
      output.write(text)
      return .success
    }
    do {
      let folder = FileNames.folder(of: file)
      try FileWriter(folder: ".", granted: [folder], replaces: true)
        .write(Array(text.utf8), to: file)
      return .success
    } catch {
      errors.write("error: \(Sanitizer.line(error.message))\n")
      return .data
    }
  }
}

extension ReportFormat: ExpressibleByArgument {}
