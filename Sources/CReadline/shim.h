// SPDX-License-Identifier: Apache-2.0
#include <stdio.h>
#include <stdlib.h>
#include <readline/readline.h>
#include <readline/history.h>

// What GNU readline has beyond BSD libedit, which calls itself version 4.2.
// Each wrapper does nothing where it cannot do what its name says.
#if defined(RL_READLINE_VERSION) && RL_READLINE_VERSION >= 0x0700
#define REMIT_GNU_READLINE 1
#else
#define REMIT_GNU_READLINE 0
#endif

/// Whether statements of several lines can be edited in one piece.
static inline int remit_edits_several_lines(void) { return REMIT_GNU_READLINE; }

/// Leaves a search or a key's argument half-way.
static inline void remit_leave_search(void) {
#if REMIT_GNU_READLINE
  rl_callback_sigcleanup();
#endif
}

/// Forgets the line and how it was changed.
static inline void remit_forget_line(void) {
#if REMIT_GNU_READLINE
  rl_free_line_state();
#endif
}

/// Whether the editor goes to a new line itself at the end of the input.
static inline int remit_ends_line_at_end_of_input(void) {
#if REMIT_GNU_READLINE && RL_READLINE_VERSION >= 0x0801
  const char *paste = rl_variable_value("enable-bracketed-paste");
  return paste && paste[0] == 'o' && paste[1] == 'n';
#else
  return 0;
#endif
}

/// Makes everything before the cursor one word for completion.
static inline void remit_break_no_words(void) {
  static char none[] = "";
  rl_completer_word_break_characters = none;
}

/// Makes the settings libedit has no names for.
static inline void remit_configure(void) {
#if REMIT_GNU_READLINE
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_sort_completion_matches = 0;
  rl_variable_bind("enable-bracketed-paste", "on");
  rl_variable_bind("show-all-if-unmodified", "on");
#endif
}

/// Gives Enter and the arrow keys other meanings.
static inline void remit_bind_keys(
    rl_command_func_t *enter, rl_command_func_t *up, rl_command_func_t *down) {
#if REMIT_GNU_READLINE
  rl_bind_key('\r', enter);
  rl_bind_key('\n', enter);
  rl_bind_keyseq("\\e[A", up);
  rl_bind_keyseq("\\eOA", up);
  rl_bind_keyseq("\\e[B", down);
  rl_bind_keyseq("\\eOB", down);
#endif
}

/// Accepts the line, as Enter does by default.
static inline int remit_accept_line(int count, int key) { return rl_newline(count, key); }

/// Forgets an entry of the history, counted from 0.
static inline void remit_forget_history(int index) {
  HIST_ENTRY *entry = remove_history(index);
#if REMIT_GNU_READLINE
  if (entry) free_history_entry(entry);
#endif
}
