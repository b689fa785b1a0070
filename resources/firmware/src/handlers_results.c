/* SENSe, FETCh, CALCulate, TELemetry. */
#include <stddef.h>
#include <string.h>

#include "arrays.h"
#include "command.h"
#include "config.h"
#include "learner.h"
#include "network.h"
#include "params.h"
#include "plan.h"
#include "reply.h"
#include "task.h"
#include "telemetry.h"

HANDLER(sense_scale) {
  (void)self;
  TRY(params_end());
  reply_float(config.voltage_range / 32767.0f);
  return 0;
}

/* Voltages are there once a task is. */
static error_number need_task(void) {
  TRY(params_end());
  return task.train == 0 ? ERROR_CONFLICT : 0;
}

HANDLER(fetch_frame) {
  (void)self;
  TRY(need_task());
  telemetry_fetch();
  return 0;
}

static error_number reply_voltages(bool clamped) {
  TRY(need_task());
  reply_block_begin('F', network.nodes * 4u);
  for (uint8_t i = 0; i < network.nodes; i++) {
    uint8_t p = plan.position[i];
    float volts = clamped ? plan.x[p] + plan.d[p] : plan.x[p];
    reply_block_bytes(&volts, 4);
  }
  reply_block_end();
  return 0;
}

HANDLER(fetch_free) { (void)self; return reply_voltages(false); }
HANDLER(fetch_clamped) { (void)self; return reply_voltages(true); }

HANDLER(fetch_mask) {
  (void)self;
  TRY(need_task());
  reply_block_begin('B', (network.edges + 7) / 8);
  reply_block_bytes(learner.mask, (network.edges + 7) / 8);
  reply_block_end();
  return 0;
}

HANDLER(fetch_loss) {
  (void)self;
  TRY(need_task());
  reply_float(learner.loss);
  return 0;
}

/* The examples of a set: TRAin or TEST. */
static error_number take_set(uint8_t *from, uint8_t *count) {
  uint8_t set;
  TRY(param_word(TEXT("TRAin|TEST"), &set));
  TRY(need_task());
  if (!network_is_held() || !task_average()) return ERROR_CONFLICT;
  *from = set == 0 ? 0 : task.train;
  *count = set == 0 ? task.train : task.test;
  return 0;
}

static void reply_nothing(void) {
  reply_next();
  reply_text(TEXT("9.91E37"));
}

HANDLER(calculate_error) {
  (void)self;
  uint8_t from, count;
  TRY(take_set(&from, &count));
  if (count == 0) reply_nothing();
  else reply_float(learner_evaluate(from, count, NULL, NULL).error);
  return 0;
}

HANDLER(calculate_accuracy) {
  (void)self;
  uint8_t from, count;
  TRY(take_set(&from, &count));
  if (count == 0 || task.classes == 0) reply_nothing();
  else reply_float((float)learner_evaluate(from, count, NULL, NULL).right / (float)count);
  return 0;
}

static void put_outputs(const float *outputs) {
  reply_block_bytes(outputs, network.targets.count * 4u);
}

HANDLER(calculate_output) {
  (void)self;
  uint32_t first, count;
  uint16_t all = (uint16_t)task.train + task.test;
  TRY(param_u32(&first, 0, all));
  TRY(param_u32(&count, 0, all - first));
  TRY(need_task());
  if (!network_is_held() || !task_average()) return ERROR_CONFLICT;
  reply_block_begin('F', (uint16_t)count * network.targets.count * 4u);
  learner_evaluate((uint8_t)first, (uint8_t)count, put_outputs, NULL);
  reply_block_end();
  return 0;
}

HANDLER(calculate_confusion) {
  (void)self;
  uint16_t confusion[MAX_CLASSES * MAX_CLASSES];
  uint8_t from, count;
  TRY(take_set(&from, &count));
  if (task.classes == 0) return ERROR_CONFLICT;
  memset(confusion, 0, sizeof confusion);
  learner_evaluate(from, count, NULL, confusion);
  uint16_t bytes = 2u * task.classes * task.classes;
  reply_block_begin('W', bytes);
  reply_block_bytes(confusion, bytes);
  reply_block_end();
  return 0;
}

HANDLER(telemetry_state) {
  uint8_t on;
  TRY(param_bool(&on));
  TRY(params_end());
  if (on && telemetry_line_bytes() > TRANSMIT_BYTES) return ERROR_MEMORY;
  *(uint8_t *)self->place = on;
  return 0;
}

HANDLER(telemetry_dropped) {
  (void)self;
  TRY(params_end());
  reply_u32(telemetry_dropped_count());
  return 0;
}
