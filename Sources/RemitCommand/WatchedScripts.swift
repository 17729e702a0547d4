// SPDX-License-Identifier: Apache-2.0

import Foundation
import Remit
import RemitFormats
import RemitShell
import Synchronization

/// The paths of the files that were read.
final class FileRecord: Sendable {
  private let state = Mutex<Set<String>>([])

  /// Takes note of a file.
  func note(_ path: String) { state.withLock { _ = $0.insert(path) } }

  /// The paths so far.
  var paths: Set<String> { state.withLock { $0 } }
}

/// Opens what another loader opens, and takes note of it.
struct RecordingLoader: Loader {
  private let other: FileLoader
  private let record: FileRecord

  init(_ other: FileLoader, _ record: FileRecord) { (self.other, self.record) = (other, record) }

  func source(named name: String, from base: String?) throws(LoadError) -> SourceText {
    let source = try other.source(named: name, from: base)
    record.note(source.name ?? name)
    return source
  }

  func table(named name: String, from base: String?) throws(LoadError) -> DataTable {
    let table = try other.table(named: name, from: base)
    record.note(table.name)
    return table
  }

  func table(
    named name: String, sheet: String?, from base: String?
  ) throws(LoadError) -> DataTable {
    let table = try other.table(named: name, sheet: sheet, from: base)
    record.note(table.name)
    return table
  }

  func table(
    named name: String, encoding: TextEncoding, from base: String?
  ) throws(LoadError) -> DataTable {
    let table = try other.table(named: name, encoding: encoding, from: base)
    record.note(table.name)
    return table
  }

  func expect(tables names: [String], from base: String?) {
    other.expect(tables: names, from: base)
  }
}

/// The files of some scripts, which are read again when one of them changes.
final class WatchedScripts: ModelFiles {
  private let scripts: Scripts
  private let options: ModelOptions
  private let output: any TextSink
  private let errors: StandardStream
  private let record: FileRecord
  private var states: [String: FileState] = [:]

  /// What tells one state of a file from another.
  private struct FileState: Equatable {
    var seconds = 0
    var nanoseconds = 0
    var size: Int64 = -1
    var node: UInt64 = 0
  }

  /// Makes the files of some scripts.
  init(
    _ scripts: Scripts, _ options: ModelOptions, _ record: FileRecord, _ output: any TextSink,
    _ errors: StandardStream
  ) {
    (self.scripts, self.options, self.record) = (scripts, options, record)
    (self.output, self.errors) = (output, errors)
    states = current()
  }

  func waitForChange() -> Bool {
    while Signals.pause(milliseconds: 300) {
      guard current() != states else { continue }
      // What is being written is read when it is whole.
      var settled = current()
      repeat {
        settled = current()
        guard Signals.pause(milliseconds: 150) else { return false }
      } while current() != settled
      states = settled
      return true
    }
    return false
  }

  func read() -> Engine? {
    defer { states.merge(current().filter { states[$0.key] == nil }) { $1 } }
    do {
      var session = Session(
        engine: try scripts.engine(options, noting: record), settings: ShellSettings(),
        output: output, errors: errors)
      return scripts.load(into: &session) == .success ? session.engine : nil
    } catch {
      errors.write("error: \(error)\n")
      return nil
    }
  }

  /// How many files are watched.
  var count: Int { states.count }

  private func current() -> [String: FileState] {
    var states: [String: FileState] = [:]
    for path in record.paths {
      var status = stat()
      // One that is gone for the moment has changed.
      guard stat(path, &status) == 0 else {
        states[path] = FileState()
        continue
      }
      #if canImport(Darwin)
      let time = status.st_mtimespec
      #else
      let time = status.st_mtim
      #endif
      states[path] = FileState(
        seconds: time.tv_sec, nanoseconds: time.tv_nsec, size: Int64(status.st_size),
        node: UInt64(status.st_ino))
    }
    return states
  }
}
