// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Remit
import RemitFormats
import RemitShell

/// `remit snapshot`: writes a model and its facts so that they open at once.
struct SnapshotCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", _superCommandName: "remit",
    abstract: "Writes a model and its facts to a file that opens at once.",
    discussion: """
        remit snapshot samples/acme/ --output acme.snapshot
        remit acme.snapshot -c 'controls with no competent owner'

      The file holds what the scripts have declared, loaded and stated. It is checked
      when it is opened, and one that is damaged, or of another version of the format,
      is refused: write it anew from the scripts.

      Exit status: 0 written, 2 error in a script, 3 data could not be read or the file
      not written.
      """
  )

  @Argument(
    help: ArgumentHelp("Scripts, or folders with a model.", valueName: "file"),
    completion: .file())
  var paths: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; its name ends in .snapshot.", valueName: "file"),
    completion: .file()
  )
  var output: String

  @OptionGroup
  var model: ModelOptions

  func run(_ output: StandardStream, _ errors: StandardStream) throws -> RunStatus {
    let scripts = Scripts(paths)
    var session = try scripts.session(model, output, errors)
    let status = scripts.load(into: &session)
    guard status == .success else { return status }
    return session.save(self.output, replaces: model.overwrites, asSnapshot: true)
  }
}

/// Why a snapshot that the command line names was not opened.
struct SnapshotFailure: Error {
  /// What is printed.
  let text: String

  /// Says that a snapshot has no statements.
  static func noScript(_ path: String) -> SnapshotFailure {
    SnapshotFailure(
      text: "error: '\(Sanitizer.line(path))' is a snapshot, which has no text to be formatted\n")
  }

  /// Opens a snapshot, or says why it cannot be.
  static func of(
    _ path: String, _ open: () throws -> Engine
  ) throws(SnapshotFailure) -> Engine {
    let name = Sanitizer.line(path)
    do {
      return try open()
    } catch let error as SnapshotError {
      throw SnapshotFailure(
        text: "error[\(error.id)]: '\(name)' is not opened: \(error.message)\n"
          + "    = help: \(error.help)\n")
    } catch let error as LoadError {
      throw SnapshotFailure(text: "error: \(Sanitizer.line(error.message))\n")
    } catch {
      throw SnapshotFailure(text: "error: '\(name)' is not opened: \(error)\n")
    }
  }
}
