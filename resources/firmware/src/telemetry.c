#include "telemetry.h"

#include "board.h"
#include "config.h"
#include "hal.h"
#include "learner.h"
#include "network.h"
#include "plan.h"
#include "reply.h"
#include "settings.h"
#include "task.h"

#define HEAD_BYTES 28
/* Steps whose time is measured where the board chooses its interval. */
#define MEASURED_STEPS 16

static uint32_t sequence;
static uint16_t dropped;
static uint16_t interval; /* 0: still being measured */
static uint32_t began_us;
static uint8_t measured;

static uint16_t payload_bytes(void) {
  uint8_t per_edge = config.rule == RULE_IDEAL ? 4 : 2;
  return HEAD_BYTES - 2 + (network.edges + 7) / 8 + network.edges * per_edge + network.nodes * 4;
}

uint16_t telemetry_line_bytes(void) {
  uint16_t length = payload_bytes() + 6;
  return length + (length > 999 ? 7 : length > 99 ? 6 : 5);
}

uint16_t telemetry_dropped_count(void) { return dropped; }

void telemetry_begin(void) {
  sequence = 0;
  dropped = 0;
  measured = 0;
  interval = 0;
  began_us = hal_micros();
}

static void send_number(uint32_t value, uint8_t bytes) {
  for (; bytes > 0; bytes--, value >>= 8) reply_block_byte((uint8_t)value);
}

static void send_count(float volts, float per_volt) {
  float count = volts * per_volt;
  int16_t rounded = 0;
  if (count >= 32767.0f) rounded = 32767;
  else if (count <= -32767.0f) rounded = -32767;
  else {
    /* floor(count + 1/2), with a cast that cuts off. */
    float shifted = count + 0.5f;
    rounded = (int16_t)shifted;
    if ((float)rounded > shifted) rounded--;
  }
  send_number((uint16_t)rounded, 2);
}

static void send_voltages(bool clamped) {
  float per_volt = 32767.0f / config.voltage_range;
  for (uint8_t i = 0; i < network.nodes; i++) {
    uint8_t p = plan.position[i];
    send_count(clamped ? plan.x[p] + plan.d[p] : plan.x[p], per_volt);
  }
}

static void send_frame(char kind, bool goes_on) {
  uint8_t flags = (uint8_t)((config.rule == RULE_IDEAL) | board.output << 1 | goes_on << 2);
  reply_block_begin(kind, payload_bytes());
  send_number(flags, 2);
  send_number(sequence, 4);
  send_number(learner.step, 4);
  send_number(hal_micros(), 4);
  send_number(interval, 2);
  send_number(learner.example, 2);
  reply_block_bytes(&learner.loss, 4);
  send_number(network.nodes, 1);
  send_number(network.edges, 1);
  send_number(dropped, 2);
  reply_block_bytes(learner.mask, (network.edges + 7) / 8);
  if (config.rule == RULE_IDEAL) reply_block_bytes(network.conductance, network.edges * 4u);
  else reply_block_bytes(network.level, network.edges * 2u);
  send_voltages(false);
  send_voltages(true);
  reply_block_end();
}

void telemetry_fetch(void) { send_frame('S', board.learning); }

/* k = ceil(1.25 F / T), F the time of a frame on the line, T that of a step. */
static void choose_interval(void) {
  if (settings.frame_interval > 0) {
    interval = settings.frame_interval;
    return;
  }
  if (interval > 0 || ++measured < MEASURED_STEPS) return;
  uint32_t steps_us = hal_micros() - began_us;
  if (steps_us == 0) steps_us = 1;
  uint32_t frame_us = telemetry_line_bytes() * 100000ul / (settings.baud / 100);
  uint32_t k = (frame_us * 5 * MEASURED_STEPS / 4 + steps_us - 1) / steps_us;
  interval = k > 65535 ? 65535 : k < 1 ? 1 : (uint16_t)k;
}

void telemetry_step(bool last) {
  bool measuring = interval == 0 && settings.frame_interval == 0;
  choose_interval();
  if (!config.telemetry) return;
  bool due = !measuring && interval > 0 && learner.step % interval == 0;
  if (!due && !last) return;
  if (hal_room() < telemetry_line_bytes()) {
    if (dropped < 65535) dropped++;
  } else {
    send_frame('T', !last);
    reply_end();
  }
  sequence++;
}
