// SPDX-License-Identifier: Apache-2.0

private import CStack

/// Room on the stack for what is nested as deep as a statement may be.
///
/// Reading, binding, planning and running follow the tree of a statement, and take up to
/// some kilobytes of stack for each of its levels. The threads that a program makes for
/// itself may have no more than half a megabyte, or less, and how much a host has used of
/// it nobody knows. Where less is left than the deepest statement could need, the work is
/// done on a thread of its own, while this one waits, as Clang does it
/// (`runWithSufficientStackSpace`).
enum DeepStack {
  #if DEBUG
  // With a sanitizer a level takes about 200 KiB.
  private static let bytesOfLevel = 256 << 10
  #else
  private static let bytesOfLevel = 32 << 10
  #endif
  /// What is needed however little is nested.
  private static let bytesOfWork = 128 << 10
  /// What the thread for deep work has: addresses, of which only what is used takes memory.
  private static let size = 128 << 20

  /// Runs work with enough of the stack.
  ///
  /// - Parameters:
  ///   - levels: How deep it may go, in levels of nesting.
  ///   - work: What is done, on this thread or another, before this returns.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  /// - Complexity: A look at the address of the stack; about 20 µs where a thread is made.
  // Inlined: what it returns, often an answer of many parts, would be copied otherwise.
  @inline(__always)
  static func run<Result, Failure: Error>(
    levels: Int, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let needed = bytesOfWork + max(0, levels) * bytesOfLevel
    guard remit_stack_left() < min(needed, size / 2) else { return try work() }
    return try runElsewhere(work)
  }

  /// Runs work on a thread of its own, or here if there is none to be had.
  @inline(never)
  private static func runElsewhere<Result, Failure: Error>(
    _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var result: Swift.Result<Result, Failure>?
    let isDone = onThreadOfItsOwn {
      do throws(Failure) {
        result = .success(try work())
      } catch {
        result = .failure(error)
      }
    }
    guard isDone, let result else { return try work() }
    return try result.get()
  }

  /// Runs work on a thread made for it, and waits for its end.
  ///
  /// - Returns: Whether there was a thread to be had.
  private static func onThreadOfItsOwn(_ work: () -> Void) -> Bool {
    withoutActuallyEscaping(work) { work in
      var work = work
      return withUnsafeMutablePointer(to: &work) { pointer in
        remit_run_on_thread(
          size,
          { context in
            context?.assumingMemoryBound(to: (() -> Void).self).pointee()
            return nil
          }, pointer) != 0
      }
    }
  }
}

extension Engine {
  /// How deep a text can be nested, in levels: one takes a character at least, and the
  /// definitions it uses may be nested themselves.
  func levels(of source: SourceText) -> Int { levels(bytes: source.bytes.count) }

  /// The same for a part of a text.
  func levels(of range: SourceRange) -> Int { levels(bytes: range.end - range.start) }

  private func levels(bytes: Int) -> Int { min(limits.depth, bytes) + model.deepestDefinition }
}
