/* The rig back-end on mocked registers with parts behind them: it sets, drives, reads and learns. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "backend.h"
#include "board.h"
#include "crc32.h"
#include "hal_test.h"
#include "learner.h"
#include "network.h"
#include "parts.h"

static int failures;
#define CHECK(holds) \
  do { \
    if (holds) break; \
    failures++; \
    fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #holds); \
  } while (0)

static char answer[2048];
static const char *ask(const char *message) {
  line_put(message, (uint16_t)strlen(message));
  for (int i = 0; i < 4; i++) board_turn();
  answer[line_take((uint8_t *)answer, sizeof answer - 1)] = 0;
  return answer;
}

static void ask_block(const char *head, char kind, const void *payload, uint8_t count) {
  uint8_t message[255];
  int at = snprintf((char *)message, 100, "%s#3%03u", head, count + 6u);
  uint8_t *data = message + at;
  data[0] = (uint8_t)kind;
  data[1] = 1;
  memcpy(data + 2, payload, count);
  uint32_t check = crc32_of(data, count + 2u);
  for (uint8_t i = 0; i < 4; i++) data[2 + count + i] = (uint8_t)(check >> (8 * i));
  data[6 + count] = '\n';
  line_put(message, (uint16_t)(at + count + 7));
  board_turn();
  CHECK(strcmp(ask("SYST:ERR?\n"), "0,\"No error\"\n") == 0);
}

static void make_penn16(void) {
  static const char edges[] = "ABACAGAHAIBCCDCFCGDEDFEFFGGHGIHI";
  uint8_t ends[32];
  for (unsigned i = 0; i < 32; i++) ends[i] = (uint8_t)(edges[i] - 'A');
  const float input = 5.0f, targets[] = {2.0f, 3.5f};
  ask("*RST;*CLS\n");
  ask_block("NETW:DEF 9,", 'N', ends, 32);
  ask("ROUT:SOUR (@0);GRO (@3);TARG (@2,6);:TASK:DEF TARG,1,0\n");
  ask_block("TASK:INP:DATA 0,", 'F', &input, 4);
  ask_block("TASK:TARG:DATA 0,", 'F', targets, 8);
}

static void it_says_that_it_is_a_rig(void) {
  CHECK(strstr(ask("*IDN?\n"), "Board rig") != NULL);
  ask("RULE IDEAL\n");
  CHECK(strncmp(ask("SYST:ERR?\n"), "-224,", 5) == 0);
}

static void both_wipers_of_an_edge_follow_its_level(void) {
  make_penn16();
  ask("RULE:LEV:COUN 128;STAR 1;:RUN:RES\n");
  ask("*OPC?\n");
  for (uint8_t e = 0; e < 16; e++) CHECK(parts.wiper[e][0] == 2 && parts.wiper[e][1] == 2);
  ask("RULE:LEV:STAR 128;:RUN:RES\n");
  for (uint8_t e = 0; e < 16; e++) CHECK(parts.wiper[e][0] == 256 && parts.wiper[e][1] == 256);
}

/* The parts take note of a register when the next one is touched. */
static const struct parts *settled(void) {
  parts_register(R_PORTE);
  return &parts;
}

static void a_cut_opens_both_resistors(void) {
  make_penn16();
  ask("EDGE:STAT CUT,(@8)\n");
  CHECK(settled()->terminals[8] == 0x1ee && parts.terminals[7] == 0x1ff);
  ask("EDGE:STAT LEAR,(@8)\n");
  CHECK(settled()->terminals[8] == 0x1ff);
}

static void it_learns_allostery_on_its_parts_and_lets_go(void) {
  make_penn16();
  float before = strtof(ask("OUTP ON;:CALC:ERR? TRA\n"), NULL);
  ask("SCH:PROB 0.25;:SEED 7;:TRIG:COUN 800;:INIT\n");
  while (board.learning) board_turn();
  float after = strtof(ask("CALC:ERR? TRA\n"), NULL);
  CHECK(before > 0.1f);
  CHECK(after < 0.01f);
  CHECK(parts.driven);
  ask("OUTP OFF\n");
  CHECK(!settled()->driven);
}

int main(void) {
  board_start();
  it_says_that_it_is_a_rig();
  both_wipers_of_an_edge_follow_its_level();
  a_cut_opens_both_resistors();
  it_learns_allostery_on_its_parts_and_lets_go();
  if (failures == 0) printf("rig tests passed (%u conversions)\n", parts.conversions);
  return failures == 0 ? 0 : 1;
}
