/* TASK. */
#include <stddef.h>

#include "arrays.h"
#include "command.h"
#include "learner.h"
#include "network.h"
#include "params.h"
#include "reply.h"
#include "task.h"

/* A path from every node to a held one is asked for at INITiate: edges may still be cut until then. */
HANDLER(task_define) {
  (void)self;
  uint8_t kind;
  uint32_t train, test, classes = 0;
  TRY(param_word(TEXT("TARGets|CLASses"), &kind));
  TRY(param_u32(&train, 1, MAX_EXAMPLES));
  TRY(param_u32(&test, 0, MAX_EXAMPLES - train));
  if (kind == 1) TRY(param_u32(&classes, 2, MAX_CLASSES));
  TRY(params_end());
  if (network.sources.count == 0 || network.targets.count == 0) return ERROR_CONFLICT;
  learner_begin();
  if (!task_make((uint8_t)train, (uint8_t)test, (uint8_t)classes)) return ERROR_MEMORY;
  return 0;
}

HANDLER(task_define_get) {
  (void)self;
  TRY(params_end());
  reply_next();
  if (task.train == 0) {
    reply_text(TEXT("NONE"));
    return 0;
  }
  reply_text(task.classes > 0 ? TEXT("CLAS,") : TEXT("TARG,"));
  reply_digits(task.train);
  reply_byte(',');
  reply_digits(task.test);
  if (task.classes > 0) {
    reply_byte(',');
    reply_digits(task.classes);
  }
  return 0;
}

static uint16_t all(void) { return (uint16_t)task.train + task.test; }
static uint16_t inputs(void) { return all() * network.sources.count; }

static uint16_t targets(void) {
  return (task.classes > 0 ? task.classes : all()) * network.targets.count;
}

/* Voltages of +-1000 V: float32 stays far from its ends in every square. */
static error_number take_voltages(uint16_t total, float *into) {
  struct piece piece;
  TRY(array_take('F', 4, total, &piece));
  for (uint16_t i = 0; i < piece.count; i++) {
    float volts = piece_float(&piece, i);
    if (!(volts >= -1000.0f && volts <= 1000.0f)) return ERROR_RANGE;
  }
  for (uint16_t i = 0; i < piece.count; i++) into[piece.first + i] = piece_float(&piece, i);
  return 0;
}

HANDLER(task_input_data) { (void)self; return take_voltages(inputs(), task.input); }
HANDLER(task_input_get) { (void)self; return array_reply('F', 4, inputs(), task.input); }
HANDLER(task_target_get) { (void)self; return array_reply('F', 4, targets(), task.target); }

HANDLER(task_target_data) {
  (void)self;
  if (task.classes > 0) return ERROR_CONFLICT;
  return take_voltages(targets(), task.target);
}

HANDLER(task_label_data) {
  (void)self;
  struct piece piece;
  TRY(array_take('B', 1, task.classes > 0 ? all() : 0, &piece));
  for (uint16_t i = 0; i < piece.count; i++)
    if (piece.bytes[i] >= task.classes) return ERROR_RANGE;
  for (uint16_t i = 0; i < piece.count; i++) task.label[piece.first + i] = piece.bytes[i];
  return 0;
}

HANDLER(task_label_get) {
  (void)self;
  return array_reply('B', 1, task.classes > 0 ? all() : 0, task.label);
}
