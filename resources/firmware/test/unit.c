/* Unit tests of the host build: `make test`. Each prints nothing unless it fails. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board.h"
#include "config.h"
#include "crc32.h"
#include "hal_test.h"
#include "learner.h"
#include "limits.h"
#include "mnemonic.h"
#include "network.h"
#include "number.h"
#include "random.h"
#include "settings.h"

static int failures;
#define CHECK(holds) \
  do { \
    if (holds) break; \
    failures++; \
    fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #holds); \
  } while (0)

/* Words that the simulation's generator gives, for seed 20220401, stream 1, block 70000. */
static void the_generator_gives_the_words_of_the_simulation(void) {
  random_open(20220401ul, STREAM_SCHEDULE);
  random_seek(70000ul);
  CHECK(random_word(0) == 0x2fb5725bul);
  CHECK(random_word(59) == 0x9eeddf5ul);
}

static void the_check_is_that_of_ieee_802_3(void) {
  CHECK(crc32_of((const uint8_t *)"123456789", 9) == 0xcbf43926ul);
}

static float read(const char *text) {
  struct decimal number;
  uint8_t length = decimal_read((const uint8_t *)text, (uint8_t)strlen(text), &number);
  CHECK(length == strlen(text));
  return decimal_to_float(&number);
}

static void short_numbers_are_read_correctly_rounded(void) {
  CHECK(read("0.5") == 0.5f);
  CHECK(read("-0.1") == -0.1f);
  CHECK(read("3e-3") == 0.003f);
  CHECK(read("1.234567E-3") == 1.234567e-3f);
  CHECK(read("100000") == 100000.0f);
  for (uint32_t i = 1; i < 10000000ul; i += 7919) {
    char text[24];
    snprintf(text, sizeof text, "%ue-%u", i, i % 11);
    CHECK(read(text) == strtof(text, NULL));
  }
}

static void numbers_are_written_with_seven_digits(void) {
  char text[16];
  const float values[] = {0.0f, 1.0f, -2.5f, 1.234567e-3f, 9.999999e9f, 1e-30f, 3.2e38f, 123456.7f};
  for (unsigned i = 0; i < sizeof values / sizeof *values; i++) {
    float_to_text(values[i], text);
    float miss = strtof(text, NULL) - values[i];
    float bound = (values[i] < 0 ? -values[i] : values[i]) * 1e-6f;
    CHECK(miss <= bound && -miss <= bound);
    CHECK(strlen(text) <= 14);
  }
}

static bool is_header(const char *pattern, const char *text) {
  return mnemonic_is_header(pattern, (const uint8_t *)text, (uint8_t)strlen(text));
}

static void headers_match_in_short_and_long_form_alone(void) {
  CHECK(is_header("SYSTem:ERRor[:NEXT]", "syst:err"));
  CHECK(is_header("SYSTem:ERRor[:NEXT]", "SYSTEM:ERROR:NEXT"));
  CHECK(!is_header("SYSTem:ERRor[:NEXT]", "SYSTE:ERR"));
  CHECK(!is_header("SYSTem:ERRor[:NEXT]", "SYST:ERR:"));
  CHECK(!is_header("SYSTem:ERRor[:NEXT]", "SYST"));
  CHECK(is_header("RULE[:TYPE]", "rule"));
  CHECK(!is_header("RULE[:TYPE]", "rule:eta"));
}

static char answer[4096];
static const char *ask(const char *message) {
  line_put(message, (uint16_t)strlen(message));
  for (int i = 0; i < 4; i++) board_turn();
  answer[line_take((uint8_t *)answer, sizeof answer - 1)] = 0;
  return answer;
}

static void errors_come_in_order_and_the_seventeenth_says_overflow(void) {
  ask("*CLS\n");
  for (int i = 0; i < 17; i++) ask(i == 0 ? "*ESE 256\n" : "NONSENSE\n");
  CHECK(strcmp(ask("SYST:ERR?\n"), "-222,\"Data out of range;*ESE\"\n") == 0);
  for (int i = 0; i < 14; i++) CHECK(strncmp(ask("SYST:ERR?\n"), "-113,", 5) == 0);
  CHECK(strncmp(ask("SYST:ERR?\n"), "-350,", 5) == 0);
  CHECK(strcmp(ask("SYST:ERR?\n"), "0,\"No error\"\n") == 0);
}

static void a_long_line_is_thrown_away_whole(void) {
  char line[300];
  memset(line, 'A', sizeof line);
  ask("*CLS\n");
  line_put(line, 200);
  board_turn();
  line_put(line, 200);
  board_turn();
  CHECK(strcmp(ask("\nSYST:ERR?\n"), "-223,\"Too much data\"\n") == 0);
  CHECK(strcmp(ask("SYST:ERR?\n"), "0,\"No error\"\n") == 0);
}

static void a_block_that_stops_is_given_up_after_a_second(void) {
  ask("*CLS\n");
  ask("NETW:DEF 4,#216N");
  clock_add(900);
  ask("");
  clock_add(300);
  ask("");
  CHECK(strcmp(ask("SYST:ERR?\n"), "-365,\"Time out error\"\n") == 0);
}

static void damaged_settings_are_refused_and_kept_ones_come_back(void) {
  ask("*CLS\n");
  ask("SYST:SER \"lab-7\";:TEL:INT 5;:*SAV 0\n");
  ask("SYST:SER \"other\";*RCL 0\n");
  CHECK(strcmp(ask("SYST:SER?;:TEL:INT?\n"), "\"lab-7\";5\n") == 0);
  settings_memory()[3] ^= 1;
  ask("SYST:SER \"other\";*RCL 0\n");
  CHECK(strncmp(ask("SYST:ERR?\n"), "-315,", 5) == 0);
  CHECK(strcmp(ask("SYST:SER?\n"), "\"other\"\n") == 0);
  CHECK(strcmp(ask("*TST?\n"), "8\n") == 0);
  memset(settings_memory(), 0xff, 64);
  CHECK(strcmp(ask("*TST?;*RCL 0;:TEL:INT?\n"), "0;0\n") == 0);
}

static void a_start_takes_the_settings_and_tells_damaged_ones(void) {
  ask("*CLS;:SYST:SER \"kept\";*SAV 0;:SYST:SER \"lost\"\n");
  board_start();
  CHECK(strcmp(ask("SYST:SER?;*ESR?\n"), "\"kept\";128\n") == 0);
  settings_memory()[5] ^= 0x10;
  board_start();
  CHECK(strncmp(ask("SYST:ERR?\n"), "-315,", 5) == 0);
  CHECK(strcmp(ask("SYST:SER?;ERR:COUN?\n"), "\"0\";0\n") == 0);
  memset(settings_memory(), 0xff, 64);
}

static void a_start_by_the_watchdog_is_the_first_error(void) {
  ask("*CLS\n");
  start_by(START_WATCHDOG);
  board_start();
  CHECK(strcmp(ask("SYST:ERR?\n"), "101,\"Watchdog reset\"\n") == 0);
  CHECK(strcmp(ask("DIAG:RES?;:OUTP?;:NETW:NOD?\n"), "WATCHDOG;0;0\n") == 0);
  start_by(START_POWER);
  board_start();
  CHECK(strcmp(ask("SYST:ERR:COUN?;:DIAG:RES?\n"), "0;POWER\n") == 0);
}

static void every_turn_tells_the_watchdog_that_the_board_lives(void) {
  uint32_t before = watchdog_fed();
  for (int i = 0; i < 10; i++) board_turn();
  CHECK(watchdog_fed() >= before + 10);
}

static void an_overflow_of_the_queue_sets_its_own_event(void) {
  ask("*CLS\n");
  for (int i = 0; i < 16; i++) ask("NONSENSE\n");
  CHECK(strcmp(ask("*ESR?\n"), "32\n") == 0);
  ask("NONSENSE\n");
  CHECK(strcmp(ask("*ESR?\n"), "40\n") == 0);
  ask("*CLS\n");
}

/* A ring of n nodes: source 0, ground n/2, target 1. */
static void make_ring(uint8_t n) {
  char text[80];
  uint8_t message[255], *at = message;
  int head = snprintf(text, sizeof text, "*RST;:NETW:DEF %u,#3%03u", n, 2u * n + 6u);
  memcpy(at, text, (size_t)head);
  uint8_t *data = at += head;
  *at++ = 'N';
  *at++ = 1;
  for (uint8_t i = 0; i < n; i++) {
    *at++ = i;
    *at++ = (uint8_t)((i + 1) % n);
  }
  uint32_t check = crc32_of(data, (uint16_t)(at - data));
  for (uint8_t i = 0; i < 4; i++) *at++ = (uint8_t)(check >> (8 * i));
  *at++ = '\n';
  line_put(message, (uint16_t)(at - message));
  board_turn();
  snprintf(text, sizeof text, "ROUT:SOUR (@0);GRO (@%u);TARG (@1);:TASK:DEF TARG,1,0\n", n / 2);
  ask(text);
  CHECK(strcmp(ask("SYST:ERR?\n"), "0,\"No error\"\n") == 0);
}

static void learning_never_waits_for_the_line(void) {
  make_ring(30);
  ask("*CLS;:TEL:STAT ON;INT 1;:TRIG:COUN 50\n");
  line_flows(false);
  ask("INIT\n");
  for (int i = 0; i < 60; i++) board_turn();
  CHECK(!board.learning);
  CHECK(learner.step == 50);
  line_flows(true);
  ask("");
  CHECK(atoi(ask("TEL:DROP?\n")) > 40);
}

static void the_link_watchdog_ends_a_run_only_where_it_was_asked_for(void) {
  make_ring(6);
  ask("*CLS;:TRIG:COUN INF;:INIT\n");
  clock_add(10000);
  ask("");
  CHECK(board.learning);
  ask("SYST:WATC 2\n");
  clock_add(2500);
  ask("");
  CHECK(!board.learning && !board.output);
  CHECK(strncmp(ask("SYST:ERR?\n"), "102,", 4) == 0);
  ask("SYST:WATC 0\n");
}

static void a_cut_that_leaves_a_node_alone_is_refused(void) {
  make_ring(6);
  ask("*CLS;:EDGE:STAT CUT,(@0)\n");
  CHECK(network.state[0] == EDGE_CUT);
  ask("EDGE:STAT CUT,(@1,2)\n");
  CHECK(strncmp(ask("SYST:ERR?\n"), "-221,", 5) == 0);
  CHECK(network.state[1] == EDGE_LEARNS);
}

int main(void) {
  board_start();
  the_generator_gives_the_words_of_the_simulation();
  the_check_is_that_of_ieee_802_3();
  short_numbers_are_read_correctly_rounded();
  numbers_are_written_with_seven_digits();
  headers_match_in_short_and_long_form_alone();
  errors_come_in_order_and_the_seventeenth_says_overflow();
  a_long_line_is_thrown_away_whole();
  a_block_that_stops_is_given_up_after_a_second();
  damaged_settings_are_refused_and_kept_ones_come_back();
  a_start_takes_the_settings_and_tells_damaged_ones();
  a_start_by_the_watchdog_is_the_first_error();
  every_turn_tells_the_watchdog_that_the_board_lives();
  an_overflow_of_the_queue_sets_its_own_event();
  learning_never_waits_for_the_line();
  the_link_watchdog_ends_a_run_only_where_it_was_asked_for();
  a_cut_that_leaves_a_node_alone_is_refused();
  if (failures == 0) printf("unit tests passed\n");
  return failures == 0 ? 0 : 1;
}
