// SPDX-License-Identifier: Apache-2.0

#include "reference.h"

#include <string.h>

#define BIT(set, i) ((set)[(i) >> 6] >> ((i) & 63) & 1)
#define SET(set, i) ((set)[(i) >> 6] |= (uint64_t)1 << ((i) & 63))
#define EACH(e, starts, v) for (uint32_t e = (starts)[v]; e < (starts)[(v) + 1]; e++)

uint64_t reference_sum(const uint64_t *words, size_t count) {
  uint64_t sum = 0;
  for (size_t i = 0; i < count; i++) sum += words[i];
  return sum;
}

uint64_t reference_copy(uint8_t *to, const uint8_t *from, size_t count) {
  memcpy(to, from, count);
  return count;
}

uint64_t reference_hash(const uint8_t *text, size_t count) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (size_t i = 0; i < count; i++) hash = (hash ^ text[i]) * 0x100000001b3u;
  return hash;
}

uint64_t reference_popcount(const uint64_t *words, size_t count) {
  uint64_t n = 0;
  for (size_t i = 0; i < count; i++) n += (uint64_t)__builtin_popcountll(words[i]);
  return n;
}

uint64_t reference_and(const uint64_t *a, const uint64_t *b, size_t count) {
  uint64_t n = 0;
  for (size_t i = 0; i < count; i++) n += (uint64_t)__builtin_popcountll(a[i] & b[i]);
  return n;
}

uint64_t reference_flags(const uint8_t *flags, size_t count) {
  uint64_t n = 0;
  for (size_t i = 0; i < count; i++) n += flags[i] != 0;
  return n;
}

void reference_build(const uint32_t *keys, const uint32_t *values, size_t links, size_t nodes, uint32_t *starts,
                     uint32_t *targets) {
  memset(starts, 0, (nodes + 1) * sizeof *starts);
  for (size_t e = 0; e < links; e++) starts[keys[e] + 1]++;
  for (size_t v = 0; v < nodes; v++) starts[v + 1] += starts[v];
  for (size_t e = 0; e < links; e++) targets[starts[keys[e]]++] = values[e];
  for (size_t v = nodes; v > 0; v--) starts[v] = starts[v - 1];
  starts[0] = 0;
}

uint64_t reference_empty_rows(const uint32_t *starts, size_t nodes) {
  uint64_t n = 0;
  for (size_t v = 0; v < nodes; v++) n += starts[v] == starts[v + 1];
  return n;
}

uint64_t reference_rows_with(const uint32_t *starts, const uint32_t *targets, size_t nodes, const uint64_t *set,
                             uint32_t least) {
  uint64_t n = 0;
  for (size_t v = 0; v < nodes; v++) {
    uint32_t found = 0;
    EACH(e, starts, v) {
      found += BIT(set, targets[e]);
      if (found == least) break;
    }
    n += found == least;
  }
  return n;
}

uint64_t reference_image(const uint32_t *starts, const uint32_t *targets, size_t nodes, const uint64_t *set,
                         uint64_t *image, size_t words) {
  memset(image, 0, words * sizeof *image);
  for (size_t w = 0; w <= nodes >> 6; w++)
    for (uint64_t rest = set[w]; rest; rest &= rest - 1) {
      size_t v = w << 6 | (size_t)__builtin_ctzll(rest);
      EACH(e, starts, v) SET(image, targets[e]);
    }
  return reference_popcount(image, words);
}

uint64_t reference_common(const uint32_t *starts_a, const uint32_t *targets_a, const uint32_t *starts_b,
                          const uint32_t *targets_b, size_t nodes) {
  uint64_t n = 0;
  for (size_t v = 0; v < nodes; v++) {
    uint32_t a = starts_a[v], b = starts_b[v];
    while (a < starts_a[v + 1] && b < starts_b[v + 1]) {
      uint32_t x = targets_a[a], y = targets_b[b];
      n += x == y;
      a += x <= y;
      b += y <= x;
    }
  }
  return n;
}

uint64_t reference_groups(const uint32_t *starts, const uint32_t *targets, size_t nodes, const uint16_t *codes,
                          uint32_t *counts, size_t groups) {
  memset(counts, 0, groups * sizeof *counts);
  for (size_t v = 0; v < nodes; v++)
    EACH(e, starts, v) {
      uint16_t code = codes[targets[e]];
      int again = 0;
      for (uint32_t f = starts[v]; f < e; f++) again |= codes[targets[f]] == code;
      counts[code] += !again;
    }
  uint64_t n = 0;
  for (size_t g = 0; g < groups; g++) n += counts[g] > 0;
  return n;
}

uint64_t reference_reach_few(const uint32_t *starts, const uint32_t *targets, size_t nodes, uint32_t from,
                             uint64_t *seen, uint32_t *queue) {
  memset(seen, 0, (nodes / 64 + 1) * sizeof *seen);
  size_t n = 0;
  EACH(e, starts, from)
    if (!BIT(seen, targets[e])) { SET(seen, targets[e]); queue[n++] = targets[e]; }
  for (size_t i = 0; i < n; i++)
    EACH(e, starts, queue[i])
      if (!BIT(seen, targets[e])) { SET(seen, targets[e]); queue[n++] = targets[e]; }
  return n;
}

uint64_t reference_reach_many(const uint32_t *starts, const uint32_t *targets, size_t nodes, uint32_t from,
                              uint64_t *seen, uint64_t *pending) {
  size_t words = nodes / 64 + 1;
  memset(seen, 0, words * sizeof *seen);
  EACH(e, starts, from) SET(seen, targets[e]);
  memcpy(pending, seen, words * sizeof *seen);
  for (int more = 1; more;) {
    more = 0;
    for (size_t w = 0; w < words; w++)
      while (pending[w]) {
        size_t u = w << 6 | (size_t)__builtin_ctzll(pending[w]);
        pending[w] &= pending[w] - 1;
        EACH(e, starts, u) {
          uint32_t v = targets[e];
          if (!BIT(seen, v)) {
            SET(seen, v);
            SET(pending, v);
            more |= v >> 6 < w;
          }
        }
      }
  }
  return reference_popcount(seen, words);
}

uint64_t reference_valid(const int32_t *until, size_t links, int32_t day, uint64_t *set) {
  uint64_t n = 0;
  for (size_t w = 0; w < links / 64 + 1; w++) {
    uint64_t word = 0;
    size_t end = links - w * 64 < 64 ? links - w * 64 : 64;
    for (size_t i = 0; i < end; i++) word |= (uint64_t)(day < until[w * 64 + i]) << i;
    set[w] = word;
    n += (uint64_t)__builtin_popcountll(word);
  }
  return n;
}

uint64_t reference_rows_marked(const uint32_t *starts, size_t nodes, const uint64_t *set) {
  uint64_t n = 0;
  for (size_t v = 0; v < nodes; v++)
    EACH(e, starts, v)
      if (BIT(set, e)) {
        n++;
        break;
      }
  return n;
}

void reference_masks(const uint32_t *starts, const uint32_t *targets, const int32_t *until, size_t nodes, int32_t day,
                     uint64_t *masks) {
  memset(masks, 0, nodes * 4 * sizeof *masks);
  for (size_t v = 0; v < nodes; v++)
    EACH(e, starts, v) masks[v * 4 + (targets[e] >> 6)] |= (uint64_t)(day < until[e]) << (targets[e] & 63);
}

uint64_t reference_rows_over(const uint64_t *masks, size_t nodes, const uint64_t *set) {
  uint64_t n = 0;
  for (size_t v = 0; v < nodes; v++) {
    const uint64_t *row = masks + v * 4;
    n += !((set[0] & ~row[0]) | (set[1] & ~row[1]) | (set[2] & ~row[2]) | (set[3] & ~row[3]));
  }
  return n;
}

uint64_t reference_covered(const uint32_t *starts, const uint32_t *targets, size_t nodes, const uint32_t *need_starts,
                           const uint32_t *needs, const uint64_t *masks, uint32_t exactly) {
  uint64_t n = 0;
  for (size_t v = 0; v < nodes; v++) {
    uint32_t able = 0;
    EACH(e, starts, v) {
      const uint64_t *row = masks + (size_t)targets[e] * 4;
      int lacks = 0;
      EACH(k, need_starts, v) lacks |= !BIT(row, needs[k]);
      able += !lacks;
    }
    n += able == exactly;
  }
  return n;
}

static uint64_t name_hash(const uint8_t *text, size_t size) {
  uint64_t hash = 0xcbf29ce484222325;
  for (size_t i = 0; i < size; i++) hash = (hash ^ text[i]) * 0x100000001b3;
  return hash ^ hash >> 32;
}

static uint32_t name_start(const uint32_t *ends, size_t name) { return name ? ends[name - 1] : 0; }

void reference_enter(const uint8_t *bytes, const uint32_t *ends, size_t names, uint32_t *slots, size_t slot_count) {
  for (size_t name = 0; name < names; name++) {
    uint32_t start = name_start(ends, name);
    size_t slot = name_hash(bytes + start, ends[name] - start) & (slot_count - 1);
    while (slots[slot]) slot = (slot + 1) & (slot_count - 1);
    slots[slot] = (uint32_t)name + 1;
  }
}

uint64_t reference_look_up(const uint8_t *wanted, const uint32_t *wanted_ends, size_t count, const uint8_t *bytes,
                           const uint32_t *ends, const uint32_t *slots, size_t slot_count, const uint32_t *starts) {
  uint64_t n = 0;
  for (size_t one = 0; one < count; one++) {
    uint32_t from = name_start(wanted_ends, one), size = wanted_ends[one] - from;
    size_t slot = name_hash(wanted + from, size) & (slot_count - 1);
    for (; slots[slot]; slot = (slot + 1) & (slot_count - 1)) {
      uint32_t node = slots[slot] - 1, start = name_start(ends, node);
      if (ends[node] - start != size || memcmp(bytes + start, wanted + from, size)) continue;
      n += starts[node + 1] - starts[node];
      break;
    }
  }
  return n;
}

uint64_t reference_top(const uint32_t *numbers, size_t count, size_t wanted, uint32_t *places) {
  size_t n = 0;
  for (size_t i = 0; i < count; i++) {
    if (n == wanted && numbers[i] <= numbers[places[n - 1]]) continue;
    size_t at = n < wanted ? n++ : n - 1;
    for (; at > 0 && numbers[places[at - 1]] < numbers[i]; at--) places[at] = places[at - 1];
    places[at] = (uint32_t)i;
  }
  return n;
}

uint64_t reference_sort(const uint32_t *numbers, size_t count, uint64_t *pairs, uint64_t *scratch) {
  for (size_t i = 0; i < count; i++) pairs[i] = (uint64_t)numbers[i] << 32 | i;
  for (int shift = 32; shift < 64; shift += 8) {
    size_t at[257] = {0};
    for (size_t i = 0; i < count; i++) at[(pairs[i] >> shift & 255) + 1]++;
    if (at[(pairs[0] >> shift & 255) + 1] == count) continue;
    for (int b = 0; b < 256; b++) at[b + 1] += at[b];
    for (size_t i = 0; i < count; i++) scratch[at[pairs[i] >> shift & 255]++] = pairs[i];
    uint64_t *other = pairs;
    pairs = scratch;
    scratch = other;
  }
  return count;
}
