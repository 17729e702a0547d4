// SPDX-License-Identifier: Apache-2.0

public import Remit

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A file in memory, read by the system where and when it is looked at.
///
/// What it holds must not be changed in place while it is in use, which no writer of
/// this library does: a file is replaced by another of its name, and who has the old
/// one keeps it.
///
///     let engine = try Engine(snapshot: MappedFile("acme.snapshot"), today: today)
public final class MappedFile: SnapshotBytes, @unchecked Sendable {
  // The memory is never written to, and goes only when nobody holds the object.
  private let memory: UnsafeRawBufferPointer

  /// Maps a file.
  ///
  /// - Parameter path: The path of a regular file.
  /// - Throws: ``LoadError`` when it cannot be opened.
  public init(_ path: String) throws(LoadError) {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw LoadError(
        errno == ENOENT || errno == ENOTDIR
          ? "there is no file '\(path)'" : "'\(path)' may not be read")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw LoadError("'\(path)' is not a regular file")
    }
    let count = Int(status.st_size)
    guard count > 0 else {
      memory = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    // All of it is checked at once, so it is best fetched at once.
    #if os(Linux)
    let flags = MAP_PRIVATE | Int32(MAP_POPULATE)
    #else
    let flags = MAP_PRIVATE
    #endif
    guard let start = mmap(nil, count, PROT_READ, flags, descriptor, 0), start != MAP_FAILED
    else { throw LoadError("'\(path)' cannot be mapped into memory") }
    memory = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit {
    if let start = memory.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: start), memory.count)
    }
  }

  /// Calls a closure with all bytes.
  public func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R { body(memory) }
}

/// Files that hold a snapshot.
public enum SnapshotFile {
  /// Whether a file begins as snapshots do; what is no file does not.
  public static func isSnapshot(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return false
    }
    var start: [UInt8] = [0, 0, 0, 0]
    return read(descriptor, &start, start.count) == start.count && start == Engine.snapshotStart
  }
}
