/* TRIGger, INITiate, ABORt, RUN, OUTPut. */
#include "batch.h"
#include "board.h"
#include "command.h"
#include "config.h"
#include "learner.h"
#include "params.h"
#include "reply.h"

HANDLER(trigger_count) {
  (void)self;
  uint8_t word;
  if (param_word(TEXT("INFinity"), &word) == 0) {
    TRY(params_end());
    config.count = COUNT_INFINITE;
    return 0;
  }
  params_again();
  uint32_t count;
  TRY(param_u32(&count, 1, COUNT_INFINITE - 1));
  TRY(params_end());
  config.count = count;
  return 0;
}

HANDLER(trigger_count_get) {
  (void)self;
  TRY(params_end());
  if (config.count != COUNT_INFINITE) {
    reply_u32(config.count);
    return 0;
  }
  reply_next();
  reply_text(TEXT("9.9E37"));
  return 0;
}

HANDLER(initiate) {
  (void)self;
  TRY(params_end());
  return board_initiate();
}

HANDLER(abort_run) {
  (void)self;
  TRY(params_end());
  board_abort();
  return 0;
}

HANDLER(run_state) {
  (void)self;
  TRY(params_end());
  reply_next();
  reply_text(board.learning ? TEXT("LEARN") : TEXT("IDLE"));
  return 0;
}

HANDLER(run_step) {
  (void)self;
  TRY(params_end());
  reply_u32(learner.step);
  return 0;
}

HANDLER(run_epoch) {
  (void)self;
  TRY(params_end());
  reply_u32(batch.epoch);
  return 0;
}

HANDLER(run_reset) {
  (void)self;
  TRY(params_end());
  board_anew();
  return 0;
}

HANDLER(output_state) {
  (void)self;
  uint8_t on;
  TRY(param_bool(&on));
  TRY(params_end());
  board_output(on);
  return 0;
}

HANDLER(output_state_get) {
  (void)self;
  TRY(params_end());
  reply_u32(board.output);
  return 0;
}
