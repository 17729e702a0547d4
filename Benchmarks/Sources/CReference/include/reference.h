// SPDX-License-Identifier: Apache-2.0

// The loops that operators of the engine are compared with: the same work on the same arrays, by hand. Each gives a
// count, so that no compiler leaves it out, and so that it can be compared with the answer.
//
// A graph is given as `starts` and `targets`: the links of node v are targets[starts[v]] to targets[starts[v + 1] - 1].
// A set is given as words of 64 bits.

#pragma once

#include <stddef.h>
#include <stdint.h>

// Reads words one after the other: how fast memory can be read.
uint64_t reference_sum(const uint64_t *words, size_t count);
// Copies bytes: how fast an answer could be written.
uint64_t reference_copy(uint8_t *to, const uint8_t *from, size_t count);
// One pass over a text, byte after byte.
uint64_t reference_hash(const uint8_t *text, size_t count);

uint64_t reference_popcount(const uint64_t *words, size_t count);
uint64_t reference_and(const uint64_t *a, const uint64_t *b, size_t count);
// How many bytes are not zero.
uint64_t reference_flags(const uint8_t *flags, size_t count);

// Puts links in the order of their keys: `starts` has one more place than there are keys.
void reference_build(const uint32_t *keys, const uint32_t *values, size_t links, size_t nodes, uint32_t *starts,
                     uint32_t *targets);
// Nodes without a link.
uint64_t reference_empty_rows(const uint32_t *starts, size_t nodes);
// Nodes with at least so many links to members of a set.
uint64_t reference_rows_with(const uint32_t *starts, const uint32_t *targets, size_t nodes, const uint64_t *set,
                             uint32_t least);
// Members of the set of all nodes that members of a set lead to, by marking them.
uint64_t reference_image(const uint32_t *starts, const uint32_t *targets, size_t nodes, const uint64_t *set,
                         uint64_t *image, size_t words);
// Pairs that two relations from the same nodes have in common; targets of a node ascend.
uint64_t reference_common(const uint32_t *starts_a, const uint32_t *targets_a, const uint32_t *starts_b,
                          const uint32_t *targets_b, size_t nodes);
// Counts the nodes by the codes of what they lead to, each node once for each code.
uint64_t reference_groups(const uint32_t *starts, const uint32_t *targets, size_t nodes, const uint16_t *codes,
                          uint32_t *counts, size_t groups);

// What is reached from a node: by a queue, which suits few nodes, and by passes over a set, which suits many.
uint64_t reference_reach_few(const uint32_t *starts, const uint32_t *targets, size_t nodes, uint32_t from,
                             uint64_t *seen, uint32_t *queue);
uint64_t reference_reach_many(const uint32_t *starts, const uint32_t *targets, size_t nodes, uint32_t from,
                              uint64_t *seen, uint64_t *pending);

// Which links hold on a day, as a set of links.
uint64_t reference_valid(const int32_t *until, size_t links, int32_t day, uint64_t *set);
// Nodes with a link in a set of links.
uint64_t reference_rows_marked(const uint32_t *starts, size_t nodes, const uint64_t *set);
// A row of four words for each node: the targets, below 256, of its links that hold on a day.
void reference_masks(const uint32_t *starts, const uint32_t *targets, const int32_t *until, size_t nodes, int32_t day,
                     uint64_t *masks);
// Nodes whose row has all members of a set.
uint64_t reference_rows_over(const uint64_t *masks, size_t nodes, const uint64_t *set);
// Nodes of which as many links as `exactly` lead to one whose mask has all that the node needs.
uint64_t reference_covered(const uint32_t *starts, const uint32_t *targets, size_t nodes, const uint32_t *need_starts,
                           const uint32_t *needs, const uint64_t *masks, uint32_t exactly);

// Puts names, whose bytes lie one after another, into a table of slots, a power of two and never full.
void reference_enter(const uint8_t *bytes, const uint32_t *ends, size_t names, uint32_t *slots, size_t slot_count);
// The links of the nodes that some names are of, each looked up by its bytes.
uint64_t reference_look_up(const uint8_t *wanted, const uint32_t *wanted_ends, size_t count, const uint8_t *bytes,
                           const uint32_t *ends, const uint32_t *slots, size_t slot_count, const uint32_t *starts);

// The places of the highest numbers, and of all numbers in ascending order.
uint64_t reference_top(const uint32_t *numbers, size_t count, size_t wanted, uint32_t *places);
uint64_t reference_sort(const uint32_t *numbers, size_t count, uint64_t *pairs, uint64_t *scratch);
