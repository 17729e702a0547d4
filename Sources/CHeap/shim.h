// SPDX-License-Identifier: Apache-2.0
#ifndef REMIT_CHEAP_H
#define REMIT_CHEAP_H

// What Swift has no word for: how the C library gets the memory that it hands out.
#include <stddef.h>

#if defined(__linux__)
#include <features.h>
#endif
#if defined(__GLIBC__)
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#endif

/// Lets the heap grow in pages of two megabytes, after its first bytes and as far as
/// `reserve`, where the system has such pages for who asks.
///
/// Nothing is touched, so nothing is taken; where so many addresses are refused, half of them will
/// do. To be called while there is one thread.
static inline void remit_heap_of_large_pages(size_t first, size_t reserve) {
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
  // One heap, that gives nothing back: its addresses keep the advice.
  if (!mallopt(M_MMAP_MAX, 0) || !mallopt(M_TRIM_THRESHOLD, -1)) return;
  if (!mallopt(M_ARENA_MAX, 1)) return;
  const uintptr_t page = 2 << 20;
  char *block = NULL;
  while (reserve > first + page && (block = malloc(reserve)) == NULL) reserve /= 2;
  if (block == NULL) return;
  uintptr_t start = ((uintptr_t)block + first + page - 1) / page * page;
  uintptr_t end = ((uintptr_t)block + reserve) / page * page;
  if (start < end) (void)madvise((void *)start, end - start, MADV_HUGEPAGE);
  free(block);
#endif
}

#endif
