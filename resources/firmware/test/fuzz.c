/*
 * Random, mutated and cut messages against the whole firmware, under sanitizers: `fuzz RUNS SEED`.
 * After every thousand the board must still answer.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board.h"
#include "command.h"
#include "crc32.h"
#include "hal_test.h"

static uint32_t state;
static uint32_t next(uint32_t n) {
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state % n;
}

static uint8_t message[400];
static uint16_t length;
static void add(uint8_t byte) {
  if (length < sizeof message) message[length++] = byte;
}
static void add_text(const char *text) {
  while (*text) add((uint8_t)*text++);
}

static void add_block(void) {
  static const char kinds[] = "NFWLBT";
  uint8_t data[220];
  uint16_t count = (uint16_t)next(next(8) ? 50 : 200);
  char head[16];
  data[0] = (uint8_t)kinds[next(6)];
  data[1] = next(20) ? 1 : 2;
  for (uint16_t i = 0; i < count; i++) data[2 + i] = (uint8_t)(next(3) ? next(9) : next(256));
  uint32_t check = crc32_of(data, count + 2) ^ (next(20) ? 0 : 1);
  for (uint8_t i = 0; i < 4; i++) data[2 + count + i] = (uint8_t)(check >> (8 * i));
  snprintf(head, sizeof head, "%u", count + 6u + (next(30) ? 0 : 3));
  char start[24];
  snprintf(start, sizeof start, "#%u%s", (unsigned)strlen(head), head);
  add_text(start);
  for (uint16_t i = 0; i < count + 6; i++) add(data[i]);
}

static void add_parameter(void) {
  static const char *const words[] = {"0", "1", "2", "16", "0.5", "1e-3", "-1", "9e99", "4294967295",
    "#HFF", "#B101", "ON", "OFF", "DISC", "IDE", "BERN", "RATE", "SYNC", "TARG", "CLAS", "TRAIN",
    "TEST", "CUT", "LEAR", "FREEZE", "EPOC", "REPL", "INF", "(@0)", "(@1,2)", "(@0:3)", "(@3)", "(@)",
    "\"name\"", "'x", "", "(@0:", "1.2.3", "255"};
  if (next(4) == 0) add_block();
  else add_text(words[next(sizeof words / sizeof *words)]);
}

static void add_header(void) {
  const char *c = commands[next(command_count)].header;
  for (; *c; c++)
    if (*c != '[' && *c != ']') add((uint8_t)*c);
  if (next(3) == 0) add('?');
}

static void make_message(void) {
  length = 0;
  if (next(16) == 0) {
    for (uint32_t i = next(300); i > 0; i--) add((uint8_t)next(256));
  } else {
    for (uint32_t parts = 1 + next(3); parts > 0; parts--) {
      if (next(2)) add(':');
      add_header();
      for (uint32_t p = next(4), first = 1; p > 0; p--, first = 0) {
        add(first ? ' ' : ',');
        add_parameter();
      }
      if (parts > 1) add(';');
    }
    if (next(8) == 0 && length > 0) message[next(length)] = (uint8_t)next(256);
    if (next(16) == 0) length = (uint16_t)next(length + 1u);
  }
  add('\n');
}

static void add_array(char kind, const uint8_t *bytes, uint8_t count) {
  uint8_t data[64];
  char head[8];
  data[0] = (uint8_t)kind;
  data[1] = 1;
  memcpy(data + 2, bytes, count);
  uint32_t check = crc32_of(data, count + 2u);
  for (uint8_t i = 0; i < 4; i++) data[2 + count + i] = (uint8_t)(check >> (8 * i));
  snprintf(head, sizeof head, "#2%02u", (count + 6u) % 100);
  add_text(head);
  for (uint8_t i = 0; i < count + 6; i++) add(data[i]);
}

/* A network that learns: what random messages alone would hardly make. */
static void make_ready(void) {
  static const uint8_t ends[] = {0, 1, 1, 2, 2, 3, 3, 0, 0, 4, 4, 5, 5, 2, 4, 3, 1, 5};
  static const uint8_t labels[] = {0, 1, 0, 1, 0, 1};
  length = 0;
  add_text("*RST;:NETW:DEF 6,");
  add_array('N', ends, sizeof ends);
  add_text(";:ROUT:SOUR (@0);GRO (@2);TARG (@1,4);:TASK:DEF ");
  if (next(2)) {
    add_text("TARG,3,1");
  } else {
    add_text("CLAS,4,2,2;LAB:DATA 0,");
    add_array('B', labels, sizeof labels);
  }
  if (next(2)) add_text(";:RULE IDE");
  add_text(";:TEL:STAT 1;INT 2;:INIT\n");
}

static void deliver(void) {
  for (uint16_t done = 0; done < length;) {
    uint16_t piece = length - done < 200 ? length - done : 200;
    line_put(message + done, piece);
    done += piece;
    board_turn();
    board_turn();
  }
  if (next(50) == 0) clock_add(1500);
  if (next(200) == 0) line_fault((uint8_t)(1 << next(3)));
  board_turn();
}

static void must_answer(void) {
  static uint8_t sent[65535];
  static const char ask[] = "\n*IDN?\n";
  clock_add(1500);
  board_turn();
  line_put("\nABOR\n", 6);
  for (uint8_t i = 0; i < 8; i++) board_turn();
  line_take(sent, sizeof sent);
  line_put(ask, sizeof ask - 1);
  for (uint8_t i = 0; i < 8; i++) board_turn();
  uint16_t count = line_take(sent, sizeof sent);
  if (count > 9 && memcmp(sent, "Desynclab", 9) == 0) return;
  fprintf(stderr, "no answer: %.*s\n", (int)count, sent);
  abort();
}

int main(int count, char **words) {
  uint32_t runs = count > 1 ? (uint32_t)strtoul(words[1], NULL, 10) : 100000;
  state = (count > 2 ? (uint32_t)strtoul(words[2], NULL, 10) : 1) * 2654435761u + 1;
  board_start();
  for (uint32_t i = 0; i < runs; i++) {
    if (i % 50 == 0) make_ready();
    else make_message();
    deliver();
    if (i % 1000 == 999) must_answer();
  }
  must_answer();
  printf("%u messages, none broke the board\n", runs);
  return 0;
}
