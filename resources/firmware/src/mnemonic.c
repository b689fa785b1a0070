#include "mnemonic.h"

bool mnemonic_is_letter(uint8_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}
uint8_t mnemonic_upper(uint8_t c) { return c >= 'a' && c <= 'z' ? c - 32 : c; }

static bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
static bool in_word(char c) { return c && c != ':' && c != '|' && c != '[' && c != ']'; }

/* Characters of the text that match the word at the start of the pattern; 0 for none. */
static uint8_t match_word(flash_text pattern, const uint8_t *text, uint8_t length) {
  uint8_t used = 0;
  for (; in_word(*pattern) && !is_lower(*pattern); pattern++, used++)
    if (used == length || mnemonic_upper(text[used]) != (uint8_t)*pattern) return 0;
  uint8_t short_form = used;
  bool whole = true;
  for (; in_word(*pattern); pattern++, used++)
    if (used == length || mnemonic_upper(text[used]) != mnemonic_upper((uint8_t)*pattern)) {
      whole = false;
      break;
    }
  used = whole ? used : short_form;
  bool ends = used == length || text[used] == ':';
  return ends ? used : 0;
}

static flash_text after_word(flash_text pattern) {
  while (in_word(*pattern)) pattern++;
  return pattern;
}

int8_t mnemonic_choose(flash_text words, const uint8_t *text, uint8_t length) {
  for (int8_t i = 0;; i++) {
    if (match_word(words, text, length) == length) return i;
    words = after_word(words);
    if (*words++ != '|') return -1;
  }
}

bool mnemonic_is_header(flash_text pattern, const uint8_t *text, uint8_t length) {
  uint8_t at = 0;
  while (*pattern) {
    bool optional = *pattern == '[';
    if (optional) pattern++;
    bool colon = *pattern == ':';
    if (colon) pattern++;
    uint8_t used = 0;
    if (at < length && (!colon || text[at] == ':'))
      used = match_word(pattern, text + at + colon, length - at - colon);
    if (used > 0) at += used + colon;
    else if (!optional) return false;
    pattern = after_word(pattern);
    if (*pattern == ']') pattern++;
  }
  return at == length;
}
