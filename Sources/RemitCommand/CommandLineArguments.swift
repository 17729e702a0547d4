// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
public import Remit
import RemitFormats
import RemitShell

/// What the command line says.
@dynamicMemberLookup
struct CommandLineArguments: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remit",
    abstract: "Tells who is responsible for what: people, roles, assets, controls.",
    usage: "remit [FILE|FOLDER ...] [-c STATEMENT] ... [OPTIONS]",
    discussion: """
        remit --demo                        opens a sample and says what to type
        remit firm/ -c 'controls with no competent owner'
        remit check firm/ checks.remit      makes checks; see remit test too

      remit init firm/ writes a script that loads the spreadsheets in that folder.
      Others: report, watch, snapshot, fmt, lint, explain, logic, reading (--help).

      A FILE is run; a FOLDER name/ opens name/name.remit, then the prompt, or the
      statements of a pipe, as do a FILE written by remit snapshot, and any with -i.
      -c runs its statements after either and ends. A file, or the text of a -c, is
      checked as a whole before its first line acts.

      --format json writes an object a line for each statement that gives output; its
      kind is answer, proof, check, expectation, text, heading or error.

      Exit status: 0 ran, 1 a check found rows, 2 error in a statement or in the
      usage, 3 data could not be read or output not written, 4 limit reached,
      130 interrupted. Several: the highest.
      """,
    version: LineEditorVersion.text
  )

  @Argument(
    help: ArgumentHelp("Scripts to run, or folders with a model to open.", valueName: "file"),
    completion: .file()
  )
  var paths: [String] = []

  @OptionGroup
  var options: ProgramOptions

  /// Whether a folder is opened.
  var opensFolder: Bool { paths.contains(where: FileNames.isDirectory) }

  /// An option, as if it were one of this type.
  subscript<Value>(dynamicMember option: KeyPath<ProgramOptions, Value>) -> Value {
    options[keyPath: option]
  }
}

/// The options of `remit` without a command.
struct ProgramOptions: ParsableArguments {
  @Option(
    name: .customShort("c"),
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Run a statement, then end; may be repeated.", valueName: "statement")
  )
  var statements: [String] = []

  @Flag(
    name: [.customShort("i"), .long],
    help: "Go on with the prompt, or the statements of a pipe.")
  var interactive = false

  @Option(
    help: ArgumentHelp(
      "How answers are written. (default: table on a terminal, else tsv)",
      valueName: "format"
    )
  )
  var format: ResultFormat?

  @Option(
    help: ArgumentHelp(
      "Write the answers to a file; its ending tells the format.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @OptionGroup
  var model: ModelOptions

  @Flag(help: "Open the invented company Acme, and say what to type.")
  var demo = false

  @Flag(help: "Let statements and commands reach no file or program.")
  var safe = false

  @Flag(help: "Go on after an error and report all.")
  var keepGoing = false

  @Flag(help: "Exit with 1 if a question has an answer.")
  var failIfAny = false

  @Flag(help: "Exit with 1 if a question has no answer.")
  var failIfNone = false

  @Flag(help: "Show how long each answer took, and on what.")
  var timer = false

  @Option(help: ArgumentHelp("Whether to use colours.", valueName: "when"))
  var color = ColorChoice.auto

  @Flag(help: "Neither read nor write the history.")
  var noHistory = false

  @Flag(help: "Do not keep what is changed at the prompt until it is saved.")
  var noJournal = false

  @Option(
    help: ArgumentHelp(
      "Print a completion script.", valueName: "shell"))
  var completions: ShellName?

  @Flag(help: "Print the page that 'man remit' shows.")
  var man = false

  @Flag(help: "Do not run the init file at the prompt.")
  var noInit = false
}

/// What every command can be told about the model.
struct ModelOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The day that is today, as 2026-06-30.", valueName: "date"))
  var asOf: Day?

  @Option(
    name: .customLong("param"),
    help: ArgumentHelp(
      "The value of $name: a date, a number or a text.",
      valueName: "name=value"
    )
  )
  var parameters: [Parameter] = []

  @Option(
    name: .customLong("allow-path"),
    help: ArgumentHelp("Let scripts read from this folder too.", valueName: "folder"),
    completion: .directory
  )
  var allowedPaths: [String] = []

  @Option(
    name: .customLong("allow-write"),
    help: ArgumentHelp("Let scripts export to this folder.", valueName: "folder"),
    completion: .directory
  )
  var writablePaths: [String] = []

  @Flag(help: "Keep undefined names in data files as unknown things.")
  var lenient = false

  @Flag(help: "Refuse undefined names in data files (the default).")
  var strict = false

  @Flag(name: .customLong("overwrite"), help: "Let exports and --output replace files.")
  var overwrites = false

  mutating func validate() throws {
    if strict, lenient { throw ValidationError("--strict and --lenient say the opposite") }
  }
}

/// When to write colours.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

/// A parameter from the command line, `owner=Ann`.
struct Parameter: ExpressibleByArgument {
  let name: String
  let value: Value

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
      return nil
    }
    name = String(argument[..<equals])
    let text = String(argument[argument.index(after: equals)...])
    let types: [ValueType] = [.date, .number]
    value = types.lazy.compactMap { $0.value(from: text) }.first ?? .text(text)
  }
}

extension Day: ExpressibleByArgument {
  /// Reads a day written as `2026-06-30`.
  public init?(argument: String) { self.init(argument) }
}

extension ResultFormat: ExpressibleByArgument {}
