/* A row of the command table. */
#ifndef COMMAND_H
#define COMMAND_H

#include <stdint.h>

#include "errors.h"
#include "flash.h"

struct command;
typedef error_number (*command_handler)(const __flash struct command *self);

/* Refused while the board learns. */
#define IDLE 1
/* Starts the run anew once it was set. */
#define ANEW 2

struct command {
  char header[34];
  uint8_t flags;
  command_handler set, get; /* NULL: there is none */
  /* For the handlers of plain settings: where it is, its bounds, its words. */
  void *place;
  float low, high;
  flash_text words;
};

extern const __flash struct command commands[];
extern const __flash uint8_t command_count;

/* Handlers of plain settings. */
error_number set_u16(const __flash struct command *self);
error_number get_u16(const __flash struct command *self);
error_number set_float(const __flash struct command *self);
error_number get_float(const __flash struct command *self);
error_number set_word(const __flash struct command *self);
error_number get_word(const __flash struct command *self);
error_number set_bool(const __flash struct command *self);
error_number get_u8(const __flash struct command *self);

/* Handlers of the rest, by subsystem. */
#define HANDLER(name) error_number name(const __flash struct command *self)
HANDLER(common_cls);
HANDLER(common_ese);
HANDLER(common_esr);
HANDLER(common_idn);
HANDLER(common_opc);
HANDLER(common_opc_get);
HANDLER(common_rst);
HANDLER(common_sre);
HANDLER(common_stb);
HANDLER(common_tst);
HANDLER(common_wai);
HANDLER(common_sav);
HANDLER(common_rcl);
HANDLER(system_error);
HANDLER(system_error_count);
HANDLER(system_version);
HANDLER(system_protocol);
HANDLER(system_capability);
HANDLER(system_headers);
HANDLER(system_clock);
HANDLER(system_serial);
HANDLER(system_serial_get);
HANDLER(system_baud);
HANDLER(system_baud_get);
HANDLER(system_overrun);
HANDLER(status_operation);
HANDLER(status_operation_condition);
HANDLER(status_enable);
HANDLER(status_zero);
HANDLER(status_preset);
HANDLER(diagnostic_memory);
HANDLER(diagnostic_reset);
HANDLER(diagnostic_random);
HANDLER(network_define);
HANDLER(network_define_get);
HANDLER(network_nodes);
HANDLER(network_edges);
HANDLER(route_set);
HANDLER(route_get);
HANDLER(edge_level);
HANDLER(edge_level_get);
HANDLER(edge_conductance);
HANDLER(edge_conductance_get);
HANDLER(edge_state);
HANDLER(edge_state_get);
HANDLER(task_define);
HANDLER(task_define_get);
HANDLER(task_input_data);
HANDLER(task_input_get);
HANDLER(task_target_data);
HANDLER(task_target_get);
HANDLER(task_label_data);
HANDLER(task_label_get);
HANDLER(rule_level_count);
HANDLER(rule_level_start);
HANDLER(schedule_probability);
HANDLER(schedule_rate);
HANDLER(schedule_rate_get);
HANDLER(batch_size);
HANDLER(batch_draw);
HANDLER(seed_set);
HANDLER(seed_get);
HANDLER(trigger_count);
HANDLER(trigger_count_get);
HANDLER(initiate);
HANDLER(abort_run);
HANDLER(run_state);
HANDLER(run_step);
HANDLER(run_epoch);
HANDLER(run_reset);
HANDLER(output_state);
HANDLER(output_state_get);
HANDLER(sense_scale);
HANDLER(fetch_frame);
HANDLER(fetch_free);
HANDLER(fetch_clamped);
HANDLER(fetch_mask);
HANDLER(fetch_loss);
HANDLER(calculate_error);
HANDLER(calculate_accuracy);
HANDLER(calculate_output);
HANDLER(calculate_confusion);
HANDLER(telemetry_state);
HANDLER(telemetry_dropped);

#endif
