// SPDX-License-Identifier: Apache-2.0

import CHeap

/// How the program gets its memory.
enum Heap {
  /// What small scripts use, which are not to clear two megabytes for a few bytes.
  private static let first = 8 << 20
  /// The addresses that are set aside, of which only what is used takes memory.
  private static let reserve = 4 << 30

  /// Makes what is loaded lie in large pages, where the system has them.
  ///
  /// A graph of a million things is filled page by page, and searched all over: with
  /// pages of 4 KiB the system clears a hundred thousand of them, and the processor
  /// looks most of them up again and again.
  static func useLargePages() { remit_heap_of_large_pages(first, reserve) }
}
