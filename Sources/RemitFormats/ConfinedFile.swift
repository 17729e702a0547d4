// SPDX-License-Identifier: Apache-2.0

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A file below a folder that cannot be left: each folder on the way is opened
/// from the one before, and no symbolic link is followed.
struct ConfinedFile {
  /// Why it could not be read.
  enum Failure: Error, Equatable {
    case notFound
    case symbolicLink
    case notRegular
    case notPermitted
    case tooLarge(limit: Int)
    case exists
    case readOnly
    case severalNames
    case otherOwner
    case unreadable(code: Int32)
  }

  /// The folder, which may itself be reached over symbolic links.
  let root: FilePath
  /// The way from the folder to the file, without `..`.
  let path: FilePath

  /// Reads the whole file.
  ///
  /// - Parameter limit: The largest size in bytes.
  /// - Returns: The content, or why there is none.
  func read(limit: Int) -> Result<[UInt8], Failure> {
    let folder: Int32
    switch openFolder() {
    case .success(let opened): folder = opened
    case .failure(let failure): return .failure(failure)
    }
    // Without O_NONBLOCK, opening a named pipe would wait for a writer.
    let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    let code = errno
    let isLink = descriptor < 0 && ConfinedFile.isSymbolicLink(name, in: folder)
    close(folder)
    guard descriptor >= 0 else {
      return .failure(isLink ? .symbolicLink : ConfinedFile.failure(code))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(ConfinedFile.failure(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .failure(.notRegular) }
    guard Int(status.st_size) <= limit else { return .failure(.tooLarge(limit: limit)) }
    return ConfinedFile.readAll(descriptor, expected: Int(status.st_size), limit: limit)
  }

  /// The file's own name.
  var name: String { path.components.last ?? "" }

  /// Opens the folder the file lies in, each from the one before; the caller
  /// closes it.
  func openFolder() -> Result<Int32, Failure> {
    guard !path.components.isEmpty, !path.components.contains("..") else {
      return .failure(.notRegular)
    }
    var descriptor = open(root.description, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(ConfinedFile.failure(errno)) }
    for name in path.components.dropLast() {
      let next = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_DIRECTORY)
      let code = errno
      let isLink = next < 0 && ConfinedFile.isSymbolicLink(name, in: descriptor)
      close(descriptor)
      guard next >= 0 else {
        return .failure(isLink ? .symbolicLink : ConfinedFile.failure(code))
      }
      descriptor = next
    }
    return .success(descriptor)
  }

  private static func readAll(
    _ descriptor: Int32,
    expected: Int,
    limit: Int
  ) -> Result<[UInt8], Failure> {
    // There is room for one byte more, so that the end is met without more memory.
    var bytes: [UInt8] = []
    var room = expected + 1
    while true {
      var code: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        code = read(descriptor, UnsafeMutableRawBufferPointer(buffer), &count)
      }
      guard code == 0 else { return .failure(failure(code)) }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      guard bytes.count <= limit else { return .failure(.tooLarge(limit: limit)) }
      if part.count < room { return .success(bytes) }
      // It has grown since its size was asked for.
      room = 1 << 16
    }
  }

  /// Reads until a buffer is full or the file ends.
  ///
  /// - Returns: The number of the error, or 0.
  private static func read(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer, _ count: inout Int
  ) -> Int32 {
    while count < buffer.count {
      let read = read(descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      if read < 0, errno == EINTR { continue }
      guard read >= 0 else { return errno }
      guard read > 0 else { break }
      count += read
    }
    return 0
  }

  private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Darwin)
    Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
    Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
    Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  static func isSymbolicLink(_ name: String, in folder: Int32) -> Bool {
    var status = stat()
    return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0
      && status.st_mode & S_IFMT == S_IFLNK
  }

  /// What the system calls a reason to fail, in lower case: `no space left on device`.
  static func reason(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code) of the system"
  }

  static func failure(_ code: Int32) -> Failure {
    switch code {
    case ENOENT, ENOTDIR, ENAMETOOLONG: .notFound
    case ELOOP: .symbolicLink
    case EEXIST: .exists
    case EACCES, EPERM: .notPermitted
    case ENXIO, EISDIR: .notRegular
    default: .unreadable(code: code)
    }
  }
}
