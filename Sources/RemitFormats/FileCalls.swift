// SPDX-License-Identifier: Apache-2.0

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The calls of the system by which a file is replaced, so that a test can let
/// each of them fail. They return what the system does, and leave a reason in
/// `errno`.
struct FileCalls: Sendable {
  /// Opens a file in a folder for writing, with a mode if it makes one.
  var open: @Sendable (_ folder: Int32, _ name: String, _ flags: Int32, _ mode: mode_t) -> Int32
  var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int
  var changeOwner: @Sendable (_ descriptor: Int32, _ owner: uid_t, _ group: gid_t) -> Int32
  var changeMode: @Sendable (_ descriptor: Int32, _ mode: mode_t) -> Int32
  var synchronize: @Sendable (_ descriptor: Int32) -> Int32
  var close: @Sendable (_ descriptor: Int32) -> Int32
  var rename: @Sendable (_ folder: Int32, _ old: String, _ new: String) -> Int32
  var remove: @Sendable (_ folder: Int32, _ name: String) -> Int32

  /// Those of the system.
  static let system = FileCalls(
    open: { openat($0, $1, $2, $3) },
    write: { put($0, $1.baseAddress, $1.count) },
    changeOwner: { fchown($0, $1, $2) },
    changeMode: { fchmod($0, $1) },
    synchronize: { fsync($0) },
    close: { shut($0) },
    rename: { renameat($0, $1, $0, $2) },
    remove: { unlinkat($0, $1, 0) })

  private static func shut(_ descriptor: Int32) -> Int32 {
    #if canImport(Darwin)
    Darwin.close(descriptor)
    #elseif canImport(Musl)
    Musl.close(descriptor)
    #else
    Glibc.close(descriptor)
    #endif
  }

  private static func put(
    _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Darwin)
    Darwin.write(descriptor, bytes, count)
    #elseif canImport(Musl)
    Musl.write(descriptor, bytes, count)
    #else
    Glibc.write(descriptor, bytes, count)
    #endif
  }
}
