// SPDX-License-Identifier: Apache-2.0

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension ConfinedFile {
  /// Writes the whole file, or nothing.
  ///
  /// A new file beside it takes the content and then its place: what reads the
  /// file meanwhile finds the old content or the new. The mode of a file that
  /// is there stays; a new one can be read by all who may read the folder's
  /// files, as the process would make it.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - replacing: Whether a file that is there may be replaced.
  /// - Returns: Why it could not be written, if so; then nothing has changed.
  func write(_ bytes: [UInt8], replacing: Bool) -> Failure? {
    let folder: Int32
    switch openFolder() {
    case .success(let opened): folder = opened
    case .failure(let failure): return failure
    }
    defer { close(folder) }
    var status = stat()
    let isThere = fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0
    if isThere {
      if status.st_mode & S_IFMT == S_IFLNK { return .symbolicLink }
      guard status.st_mode & S_IFMT == S_IFREG else { return .notRegular }
      guard replacing else { return .exists }
    }
    let temporary = ".\(name).\(getpid()).tmp"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let descriptor = openat(folder, temporary, flags, 0o600)
    guard descriptor >= 0 else { return ConfinedFile.failure(errno) }
    var failure = ConfinedFile.writeAll(descriptor, bytes)
    let mode = isThere ? status.st_mode & 0o7777 : 0o666 & ~ConfinedFile.mask()
    if failure == nil, fchmod(descriptor, mode) != 0 { failure = ConfinedFile.failure(errno) }
    if failure == nil, fsync(descriptor) != 0 { failure = ConfinedFile.failure(errno) }
    if close(descriptor) != 0, failure == nil { failure = ConfinedFile.failure(errno) }
    if failure == nil, renameat(folder, temporary, folder, name) != 0 {
      failure = ConfinedFile.failure(errno)
    }
    if let failure {
      unlinkat(folder, temporary, 0)
      return failure
    }
    // The name has to last as the content does.
    _ = fsync(folder)
    return nil
  }

  private static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Failure? {
    var count = 0
    while count < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        put(descriptor, UnsafeRawBufferPointer(rebasing: buffer[count...]))
      }
      if written < 0 {
        if errno == EINTR { continue }
        return failure(errno)
      }
      count += written
    }
    return nil
  }

  private static func put(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
    Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
    Musl.write(descriptor, buffer.baseAddress, buffer.count)
    #else
    Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  /// The permissions the process takes from new files.
  private static func mask() -> mode_t {
    let mask = umask(0o077)
    umask(mask)
    return mask
  }
}
