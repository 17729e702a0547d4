// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Remit
import RemitFormats
import RemitLibrary
import RemitShell

/// The scripts of a command line, and what they may read.
///
/// A script may read files of the working directory when it lies below it, else
/// those of its own folder. The folders beside its own are libraries: the model
/// `acme/acme.remit` finds `iso27001/iso27001.remit` by the name `iso27001`.
///
/// The first path may be a snapshot: then the engine begins as that says.
struct Scripts {
  /// The script of each path: itself, or the one of a folder's own name in it.
  let files: [String]
  /// The snapshot to begin with.
  let snapshot: String?
  /// The folders the scripts may read, the first for what is named at the prompt.
  private let folders: [String]
  /// The folders that hold the scripts' own.
  private let libraries: [String]

  /// Finds the scripts.
  ///
  /// - Parameter paths: Files and folders as they were written.
  init(_ paths: [String]) {
    let working = URL(fileURLWithPath: ".").standardizedFileURL.path
    var files: [String] = []
    var folders: [String] = []
    var libraries: [String] = []
    // What is named relative to the working directory is found from there only
    // if the first script lies below it too.
    var isRelative: Bool?
    snapshot = paths.first.flatMap { SnapshotFile.isSnapshot($0) ? $0 : nil }
    for path in snapshot == nil ? paths[...] : paths.dropFirst() {
      var file = URL(fileURLWithPath: path).standardizedFileURL
      if FileNames.isDirectory(path) {
        file.appendPathComponent(file.lastPathComponent + ".remit")
      }
      let folder = file.deletingLastPathComponent()
      let prefix = working.hasSuffix("/") ? working : working + "/"
      let isBelow = file.path.hasPrefix(prefix)
      let isShort = isBelow && isRelative ?? true
      isRelative = isRelative ?? isBelow
      files.append(isShort ? String(file.path.dropFirst(prefix.count)) : file.path)
      folders.append(isShort ? "." : isBelow ? working : folder.path)
      let library = folder.deletingLastPathComponent().path
      let isLibraryBelow = (library + "/").hasPrefix(prefix)
      let name = isLibraryBelow ? "./" + library.dropFirst(prefix.count) : library
      if !libraries.contains(name) { libraries.append(name) }
    }
    self.files = files
    self.folders = folders.isEmpty ? ["."] : folders
    self.libraries = libraries
  }

  /// Makes the engine's way to files.
  ///
  /// - Parameters:
  ///   - others: Further folders that may be read.
  ///   - record: Takes note of the files that are read.
  /// - Returns: A loader for all scripts, and for the libraries that are built in.
  func loader(granting others: [String], noting record: FileRecord? = nil) -> any Loader {
    let files = FileLoader(
      folder: folders[0], libraries: libraries, granted: folders.dropFirst() + others)
    guard let record else { return LibraryLoader(files) }
    return LibraryLoader(RecordingLoader(files, record))
  }

  /// Makes the session of a command that takes scripts; `adjust` sets what the
  /// command shows otherwise than others do.
  func session(
    _ options: ModelOptions, noting record: FileRecord? = nil, _ output: StandardStream,
    _ errors: StandardStream, adjust: (inout ShellSettings) -> Void = { _ in }
  ) throws -> Session {
    var settings = ShellSettings()
    settings.colorsErrors = Terminal.allowsColor(.auto, on: StandardStream.errors)
    adjust(&settings)
    var session = Session(
      engine: try engine(options, noting: record), settings: settings, output: output,
      errors: errors)
    session.interrupter = Signals.EvaluationInterrupter()
    return session
  }

  /// Reads the model and the facts of all scripts, up to the first mistake.
  func load(into session: inout Session) -> RunStatus {
    for file in files {
      guard let source = session.source(of: file) else { return .data }
      let status = session.load(source)
      guard status == .success else { return status }
    }
    return .success
  }

  /// Makes the engine of a run.
  ///
  /// - Parameters:
  ///   - options: What the command line says of the model.
  ///   - record: Takes note of the files that are read.
  /// - Returns: The engine.
  /// - Throws: `ValidationError` if a parameter is given twice, ``SnapshotFailure`` if
  ///   the snapshot cannot be opened.
  func engine(_ options: ModelOptions, noting record: FileRecord? = nil) throws -> Engine {
    let names = options.parameters.map(\.name)
    guard Set(names).count == names.count else {
      throw ValidationError("a parameter is given twice")
    }
    let today = options.asOf ?? Terminal.today()
    let parameters = Dictionary(
      uniqueKeysWithValues: options.parameters.map { ($0.name, $0.value) })
    let loader = loader(granting: options.allowedPaths, noting: record)
    var engine: Engine
    if let snapshot {
      engine = try SnapshotFailure.of(snapshot) {
        try Engine(
          snapshot: MappedFile(snapshot), today: today, parameters: parameters,
          loader: loader, limits: .script)
      }
    } else {
      engine = Engine(today: today, parameters: parameters, loader: loader, limits: .script)
    }
    engine.isLenient = options.lenient
    // They were written by whoever reads the messages.
    engine.showsParameterValues = true
    if let progress = StandardStream.progress {
      engine.onLoad = { progress.note(file: $0) }
    }
    engine.concurrently = { count, body in
      DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }
    if !options.writablePaths.isEmpty {
      engine.writer = FileWriter(
        folder: ".", granted: options.writablePaths, replaces: options.overwrites)
    }
    return engine
  }
}
