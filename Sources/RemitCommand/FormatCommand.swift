// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Remit
import RemitFormats
import RemitShell

/// `remit fmt`: writes scripts in canonical form.
struct FormatCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", _superCommandName: "remit",
    abstract: "Writes scripts and models in canonical form.",
    discussion: """
        remit fmt checks.remit                     rewrites the file
        remit fmt --check samples/acme/ *.remit    shows what would change
        remit fmt --model samples/acme/ - < questions.remit

      The meaning stays, and so do comments. A file with a mistake is left as it is.

      Exit status: 0 done, or nothing to do; 1 with --check, a file would change;
      2 error in a file; 3 a file could not be read or written.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "Scripts, or folders with a model; - reads the standard input.", valueName: "file"),
    completion: .file()
  )
  var paths: [String]

  @Flag(help: "Change nothing, and show what would change.")
  var check = false

  @Option(
    name: .customLong("model"),
    help: ArgumentHelp("A model whose words the scripts take for granted.", valueName: "file"),
    completion: .file()
  )
  var models: [String] = []

  @OptionGroup
  var options: ModelOptions

  func run(_ output: StandardStream, _ errors: StandardStream) throws -> RunStatus {
    guard paths.filter({ $0 == "-" }).count < 2 else {
      throw ValidationError("'-' can be given once")
    }
    let models = Scripts(models)
    let scripts = Scripts(self.models + paths.filter { $0 != "-" })
    if let snapshot = scripts.snapshot, models.snapshot == nil {
      errors.write(SnapshotFailure.noScript(snapshot).text)
      return .data
    }
    let engine = try scripts.engine(options)
    var settings = ShellSettings()
    settings.terminalWidth = Terminal.width
    settings.colorsErrors = Terminal.allowsColor(.auto, on: StandardStream.errors)
    var session = Session(engine: engine, settings: settings, output: output, errors: errors)
    for file in models.files {
      guard let source = session.source(of: file) else { return .data }
      let status = session.declare(source)
      guard status == .success else { return status }
    }
    var status = RunStatus.success
    let written = paths.filter { $0 != "-" }
    for (path, file) in zip(written, scripts.files.dropFirst(models.files.count)) {
      guard let source = session.source(of: file) else {
        status = max(status, .data)
        continue
      }
      status = max(status, format(source, path, file, session, output, errors))
    }
    if status == .invalid, models.files.isEmpty {
      errors.write("help: '--model FOLDER/' gives the model whose words a script uses\n")
    }
    if paths.contains("-") {
      let limit = engine.limits.sourceBytes + 1
      let data = (try? FileHandle.standardInput.read(upToCount: limit)) ?? Data()
      status = max(
        status,
        format(
          SourceText(bytes: Array(data)), "standard input", nil, session, output, errors))
    }
    return status
  }

  /// Formats one text, called `path` on the command line.
  private func format(
    _ source: SourceText, _ path: String, _ file: String?, _ session: Session,
    _ output: StandardStream,
    _ errors: StandardStream
  ) -> RunStatus {
    let text: String
    switch session.formatted(source) {
    case .success(let formatted): text = formatted
    case .failure(let status): return status
    }
    let bytes = Array(text.utf8)
    let isSame = bytes == source.bytes
    if check {
      guard !isSame else { return .success }
      output.write("\(Sanitizer.line(path))\n")
      output.write(LineDifference.text(from: source.string, to: text))
      return .found
    }
    guard let file else {
      output.write(text)
      return .success
    }
    guard !isSame else { return .success }
    do {
      try FileWriter(folder: ".", granted: [FileNames.folder(of: file)], replaces: true)
        .write(bytes, to: file)
    } catch {
      errors.write("error: \(Sanitizer.line(error.message))\n")
      return .data
    }
    errors.write("formatted \(Sanitizer.line(path))\n")
    return .success
  }
}
