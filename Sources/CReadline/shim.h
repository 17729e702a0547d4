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

// libedit has no names for the types of these.
typedef void remit_painter(void);
typedef int remit_reader(FILE *input);
typedef void remit_preparer(int meta);
typedef void remit_choices_painter(char **choices, int count, int widest);

/// Whether statements of several lines can be edited in one piece: with GNU readline,
/// on a terminal whose cursor can be moved.
static inline int remit_edits_several_lines(void) {
#if REMIT_GNU_READLINE
  return rl_get_termcap("up") != NULL;
#else
  return 0;
#endif
}

/// Shows the line by a function of ours.
static inline void remit_show_by(remit_painter *paint) {
#if REMIT_GNU_READLINE
  rl_variable_bind("enable-bracketed-paste", "on");
  // It would give Backspace back to readline before each line.
  rl_variable_bind("bind-tty-special-chars", "off");
  rl_redisplay_function = paint;
#endif
}

/// Takes what is typed from a function of ours, asks another whether there is more, and
/// has a third prepare the terminal.
static inline void remit_read_by(
  remit_reader *read, rl_hook_func_t *is_ready, remit_preparer *prepare
) {
#if REMIT_GNU_READLINE
  rl_prep_term_function = prepare;
  rl_getc_function = read;
  rl_input_available_hook = is_ready;
#endif
}

/// What stands before the line: the prompt, or what a search or an argument shows.
static inline const char *remit_shown_prompt(void) {
#if REMIT_GNU_READLINE
  return rl_display_prompt ? rl_display_prompt : rl_prompt;
#else
  return rl_prompt;
#endif
}

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
  // This is where libedit looks.
  rl_basic_word_break_characters = none;
}

/// Shows what Tab found by a function of ours.
static inline void remit_show_choices_by(remit_choices_painter *paint) {
#if REMIT_GNU_READLINE
  rl_completion_display_matches_hook = paint;
#else
  // libedit declares the arguments away.
  rl_completion_display_matches_hook = (VFunction *)paint;
#endif
}

/// Whether this is GNU readline, and no other in its place.
static inline int remit_is_gnu_readline(void) {
#if REMIT_GNU_READLINE
  return rl_gnu_readline_p != 0;
#else
  return 0;
#endif
}

/// Goes on to the next entry of the history.
static inline int remit_next_history(int count, int key) {
#if REMIT_GNU_READLINE
  return rl_get_next_history(count, key);
#else
  return 0;
#endif
}

/// Starts the line editor, which is to leave signals and what Tab found to us.
static inline void remit_initialize(void) {
  // libedit looks at this only when it starts.
  rl_catch_signals = 0;
  rl_initialize();
#if REMIT_GNU_READLINE
  rl_catch_sigwinch = 0;
  rl_sort_completion_matches = 0;
  rl_variable_bind("show-all-if-unmodified", "on");
#endif
}

/// What a function of readline does; libedit lacks most of them.
enum remit_function {
  REMIT_ENTER, REMIT_PREVIOUS, REMIT_NEXT, REMIT_LINE_START, REMIT_LINE_END, REMIT_RIGHT,
  REMIT_LEFT, REMIT_ERASE, REMIT_ERASE_AFTER, REMIT_CUT_AFTER, REMIT_CUT_BEFORE, REMIT_COMPLETE,
  REMIT_LIST, REMIT_CLEAR, REMIT_CLEAR_ALL, REMIT_PASTE
};

/// Binds the keys of one of readline's functions to one of ours, so that the keys
/// somebody has chosen for it, in any mode, keep what they are for.
static inline void remit_replace(enum remit_function standard, rl_command_func_t *ours) {
#if REMIT_GNU_READLINE
  rl_command_func_t *functions[] = {
    rl_newline, rl_get_previous_history, rl_get_next_history, rl_beg_of_line, rl_end_of_line,
    rl_forward_char, rl_backward_char, rl_rubout, rl_delete, rl_kill_line,
    rl_unix_line_discard, rl_complete, rl_possible_completions, rl_clear_screen,
    rl_clear_display, rl_bracketed_paste_begin
  };
  Keymap maps[] = {emacs_standard_keymap, vi_insertion_keymap, vi_movement_keymap};
  for (int map = 0; map < 3; map++) {
    char **keys = rl_invoking_keyseqs_in_map(functions[standard], maps[map]);
    for (int key = 0; keys && keys[key]; key++) {
      rl_bind_keyseq_in_map(keys[key], ours, maps[map]);
      free(keys[key]);
    }
    free(keys);
  }
#endif
}

/// Gives keys a meaning where something is typed.
static inline void remit_bind(const char *keys, rl_command_func_t *ours) {
#if REMIT_GNU_READLINE
  rl_bind_keyseq_in_map(keys, ours, emacs_standard_keymap);
  rl_bind_keyseq_in_map(keys, ours, vi_insertion_keymap);
#endif
}

/// Removes a part of the line into what Ctrl-Y brings back.
static inline void remit_cut(int from, int to) {
#if REMIT_GNU_READLINE
  rl_kill_text(from, to);
#endif
}

/// Puts a text in place of a part of the line, in one step that can be undone.
static inline void remit_change(int from, int to, const char *text) {
#if REMIT_GNU_READLINE
  rl_begin_undo_group();
  if (to > from) rl_delete_text(from, to);
  rl_point = from;
  if (text[0]) rl_insert_text(text);
  rl_end_undo_group();
#endif
}

/// Says that there is nothing to be done.
static inline int remit_ring(void) {
#if REMIT_GNU_READLINE
  return rl_ding();
#else
  return 0;
#endif
}

/// Whether the keys are those of vi, to which Escape alone means something.
static inline int remit_has_keys_of_vi(void) {
#if REMIT_GNU_READLINE
  return rl_editing_mode == 0;
#else
  return 0;
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
