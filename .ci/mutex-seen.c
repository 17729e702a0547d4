// SPDX-License-Identifier: Apache-2.0
// Tells the thread sanitizer what it does not see of the standard library's Mutex on Linux.
//
// A lock that is free is taken in the code of who asks, by atomic instructions that the sanitizer
// knows. One that is held is waited for in a library that is built without it: what was done
// before the lock was given up seems to happen at the same time as what is done after. To
// be loaded before that library.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

// There in a program with the sanitizer only.
extern void __tsan_acquire(void *address) __attribute__((weak));
extern void __tsan_release(void *address) __attribute__((weak));

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *self

// Synchronization._MutexHandle._lockSlow(UInt32) and _unlockSlow().
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

SWIFT void seen_lock(uint32_t owner, SELF) __asm__(LOCK);
SWIFT void seen_unlock(SELF) __asm__(UNLOCK);

SWIFT void seen_lock(uint32_t owner, SELF) {
  SWIFT void (*lock)(uint32_t, SELF) = (SWIFT void (*)(uint32_t, SELF))dlsym(RTLD_NEXT, LOCK);
  lock(owner, self);
  if (__tsan_acquire != NULL) __tsan_acquire(self);
}

SWIFT void seen_unlock(SELF) {
  SWIFT void (*unlock)(SELF) = (SWIFT void (*)(SELF))dlsym(RTLD_NEXT, UNLOCK);
  if (__tsan_release != NULL) __tsan_release(self);
  unlock(self);
}
