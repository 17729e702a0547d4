// SPDX-License-Identifier: Apache-2.0

import Synchronization

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
  /// file meanwhile finds the old content or the new, and so does whoever looks
  /// after the power has failed. The mode and the owner of a file that is there
  /// stay; a new one can be read by all who may read the folder's files, as the
  /// process would make it. A file with a second name is refused, for that would
  /// keep the old content.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - replacing: Whether a file that is there may be replaced.
  ///   - calls: The calls of the system.
  /// - Returns: Why it could not be written, if so; then nothing has changed.
  func write(_ bytes: [UInt8], replacing: Bool, calls: FileCalls = .system) -> Failure? {
    let folder: Int32
    switch openFolder() {
    case .success(let opened): folder = opened
    case .failure(let failure): return failure
    }
    defer { close(folder) }
    var status = stat()
    let isThere = fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0
    if isThere, let failure = ConfinedFile.refusal(status, replacing: replacing) {
      return failure
    }
    let temporary: String
    let descriptor: Int32
    switch ConfinedFile.openTemporary(in: folder, isPrivate: isThere, calls) {
    case .success(let opened): (temporary, descriptor) = opened
    case .failure(let failure): return failure
    }
    var failure = ConfinedFile.fill(descriptor, bytes, like: isThere ? status : nil, calls)
    // A reason to fail that only closing tells is one too, except that it was late.
    if calls.close(descriptor) != 0, failure == nil, errno != EINTR {
      failure = ConfinedFile.failure(errno)
    }
    if failure == nil, calls.rename(folder, temporary, name) != 0 {
      failure = ConfinedFile.failure(errno)
    }
    if let failure {
      _ = calls.remove(folder, temporary)
      return failure
    }
    // The name has to last as the content does. It has been changed by now: that
    // this could not be made sure of is nothing that could be taken back.
    _ = ConfinedFile.retried { calls.synchronize(folder) }
    ConfinedFile.removeLeftOvers(in: folder, calls)
    return nil
  }

  /// Why a file that is there is not to be replaced, if so.
  private static func refusal(_ status: stat, replacing: Bool) -> Failure? {
    if status.st_mode & S_IFMT == S_IFLNK { return .symbolicLink }
    guard status.st_mode & S_IFMT == S_IFREG else { return .notRegular }
    guard replacing else { return .exists }
    guard status.st_nlink < 2 else { return .severalNames }
    // Replacing needs no leave of the file, so it is asked for here.
    guard status.st_mode & 0o222 != 0 else { return .readOnly }
    return nil
  }

  /// Writes content, owner and mode, and waits until they are kept.
  private static func fill(
    _ descriptor: Int32, _ bytes: [UInt8], like status: stat?, _ calls: FileCalls
  ) -> Failure? {
    if let failure = writeAll(descriptor, bytes, calls) { return failure }
    if let status {
      var own = stat()
      guard fstat(descriptor, &own) == 0 else { return failure(errno) }
      if own.st_uid != status.st_uid || own.st_gid != status.st_gid,
        calls.changeOwner(descriptor, status.st_uid, status.st_gid) != 0
      {
        return .otherOwner
      }
      if calls.changeMode(descriptor, status.st_mode & 0o7777) != 0 { return failure(errno) }
    }
    return retried { calls.synchronize(descriptor) } != 0 ? failure(errno) : nil
  }

  private static func writeAll(
    _ descriptor: Int32, _ bytes: [UInt8], _ calls: FileCalls
  ) -> Failure? {
    var count = 0
    while count < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        calls.write(descriptor, UnsafeRawBufferPointer(rebasing: buffer[count...]))
      }
      if written < 0 {
        if errno == EINTR { continue }
        return failure(errno)
      }
      // Nothing written and no reason given would go on for ever.
      if written == 0 { return failure(EIO) }
      count += written
    }
    return nil
  }

  /// Calls again while a signal comes between.
  private static func retried(_ call: () -> Int32) -> Int32 {
    while true {
      let result = call()
      if result == 0 || errno != EINTR { return result }
    }
  }

  // MARK: Temporary files

  /// Tells the temporary files of this process apart.
  private static let number = Atomic<Int>(0)

  /// Makes a new file, in which nothing is yet.
  ///
  /// Its name says which process made it, and is short where the file's is not.
  /// Only the owner can read it while another file's mode is still to be set.
  private static func openTemporary(
    in folder: Int32, isPrivate: Bool, _ calls: FileCalls
  ) -> Result<(String, Int32), Failure> {
    var code = EEXIST
    for _ in 0..<100 {
      let place = number.wrappingAdd(1, ordering: .relaxed).newValue
      let name = "\(start)\(getpid())-\(place)\(end)"
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
      let descriptor = calls.open(folder, name, flags, isPrivate ? 0o600 : 0o666)
      if descriptor >= 0 { return .success((name, descriptor)) }
      code = errno
      guard code == EEXIST || code == EINTR else { break }
    }
    return .failure(code == EEXIST ? .unreadable(code: code) : failure(code))
  }

  private static let start = ".remit-"
  private static let end = ".tmp"

  /// Removes the temporary files of processes that were killed before they could.
  private static func removeLeftOvers(in folder: Int32, _ calls: FileCalls) {
    // The stream closes its own descriptor, and reads from the start.
    let copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else {
      if copy >= 0 { close(copy) }
      return
    }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(start), name.hasSuffix(end),
        let process = pid_t(name.dropFirst(start.count).prefix { $0 != "-" }), process > 0,
        process != getpid(), kill(process, 0) != 0, errno == ESRCH
      else { continue }
      _ = calls.remove(folder, name)
    }
  }
}
