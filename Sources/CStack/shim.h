// SPDX-License-Identifier: Apache-2.0
#ifndef REMIT_CSTACK_H
#define REMIT_CSTACK_H

#include <stddef.h>
#include <stdint.h>

// What Swift has no word for: where the stack of a thread ends. Where there are no
// threads of POSIX, the stack is taken for large enough.
#if defined(__linux__) || defined(__APPLE__)
#include <pthread.h>
#define REMIT_HAS_THREADS 1
#else
#define REMIT_HAS_THREADS 0
#endif

// Declared by the C library only for those who define _GNU_SOURCE, too late in a module.
#if defined(__linux__)
extern int pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);
#endif

/// What a thread is made for.
typedef void *remit_work(void *context);

/// The lowest address of this thread's stack; 0 where nobody can tell.
static inline uintptr_t remit_stack_end(void) {
#if defined(__APPLE__)
  pthread_t thread = pthread_self();
  return (uintptr_t)pthread_get_stackaddr_np(thread) - pthread_get_stacksize_np(thread);
#elif defined(__linux__)
  pthread_attr_t attributes;
  void *lowest = NULL;
  size_t size = 0;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return 0;
  if (pthread_attr_getstack(&attributes, &lowest, &size) != 0) lowest = NULL;
  pthread_attr_destroy(&attributes);
  return (uintptr_t)lowest;
#else
  return 0;
#endif
}

/// How much of its stack this thread has left, in bytes; 0 where nobody can tell.
static inline size_t remit_stack_left(void) {
#if REMIT_HAS_THREADS
  // Of the main thread it is read from a file, so it is asked once.
  static __thread uintptr_t end;
  if (end == 0) end = remit_stack_end();
  // A local variable may stand elsewhere in a build with a sanitizer.
  uintptr_t here = (uintptr_t)__builtin_frame_address(0);
  return end == 0 || here < end ? 0 : here - end;
#else
  return SIZE_MAX;
#endif
}

/// Does something on a thread made for it, with a stack of some bytes, and waits for it.
///
/// Returns whether there was a thread to be had.
static inline int remit_run_on_thread(size_t size, remit_work *work, void *context) {
#if REMIT_HAS_THREADS
  pthread_attr_t attributes;
  pthread_t thread;
  if (pthread_attr_init(&attributes) != 0) return 0;
  int status = pthread_attr_setstacksize(&attributes, size);
  if (status == 0) status = pthread_create(&thread, &attributes, work, context);
  pthread_attr_destroy(&attributes);
  return status == 0 && pthread_join(thread, NULL) == 0;
#else
  return 0;
#endif
}

#endif
