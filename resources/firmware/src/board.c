#include "board.h"

#include <stddef.h>

#include "backend.h"
#include "config.h"
#include "hal.h"
#include "learner.h"
#include "message.h"
#include "network.h"
#include "plan.h"
#include "settings.h"
#include "status.h"
#include "task.h"
#include "telemetry.h"

struct board board;

void board_start(void) {
  settings_default();
  hal_start();
  if (settings_load() == SETTINGS_DAMAGED) errors_push(ERROR_SETTINGS, NULL);
  hal_set_baud(settings.baud);
  backend_start();
  board_reset();
  status_event(EVENT_POWER_ON);
  if (hal_start_cause() == START_WATCHDOG) errors_push(ERROR_WATCHDOG, NULL);
}

void board_reset(void) {
  board_abort();
  board_output(false);
  config_reset();
  task_clear();
  network_clear();
  learner_reset();
}

void board_anew(void) { learner_reset(); }

void board_output(bool on) {
  if (!on) board_abort();
  board.output = on;
  backend_drive(on);
}

error_number board_initiate(void) {
  if (board.learning) return ERROR_INIT_IGNORED;
  if (task.train == 0 || config.batch_size > task.train) return ERROR_CONFLICT;
  if (!(config.conductance_minimum <= config.conductance_maximum)) return ERROR_CONFLICT;
  if (!(config.resistance_minimum < config.resistance_maximum)) return ERROR_CONFLICT;
  if (!network_is_held() || !task_average()) return ERROR_CONFLICT;
  board_output(true);
  board.learning = true;
  board.left = config.count;
  telemetry_begin();
  return 0;
}

void board_abort(void) {
  if (!board.learning) return;
  board.learning = false;
  status_run_ended();
}

static void watch_link(void) {
  uint16_t seconds = settings.watchdog_s;
  if (seconds == 0 || !board.output) return;
  if (hal_millis() - message_time() < 1000ul * seconds) return;
  board_output(false);
  errors_push(ERROR_LINK_WATCHDOG, NULL);
}

static void learn(void) {
  learner_step();
  bool last = false;
  if (board.left != COUNT_INFINITE) last = --board.left == 0;
  telemetry_step(last);
  if (last) board_abort();
}

void board_turn(void) {
  hal_watchdog();
  hal_poll(!board.learning);
  message_poll();
  watch_link();
  if (board.learning) learn();
}
