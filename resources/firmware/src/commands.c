/* The command table. docs/protocol.md says what each row does. */
#include <stddef.h>

#include "command.h"
#include "config.h"
#include "network.h"
#include "settings.h"
#include "status.h"

/* The parts of the rig have levels. */
#ifdef BACKEND_RIG
static const __flash char rules[] = "DISCrete";
#else
static const __flash char rules[] = "DISCrete|IDEal";
#endif
static const __flash char schedules[] = "SYNChronous|BERNoulli|RATE";
static const __flash char draws[] = "EPOCh|REPLacement";

#define PLAIN(set, get) set, get, NULL, 0, 0, NULL
#define REAL(place, low, high) set_float, get_float, &(place), low, high, NULL
#define WHOLE(place, low, high) set_u16, get_u16, &(place), low, high, NULL
#define WORD(place, words) set_word, get_word, &(place), 0, 0, words

const __flash struct command commands[] = {
    {"*CLS", 0, PLAIN(common_cls, NULL)},
    {"*ESE", 0, common_ese, get_u8, &status.event_enable, 0, 0, NULL},
    {"*ESR", 0, PLAIN(NULL, common_esr)},
    {"*IDN", 0, PLAIN(NULL, common_idn)},
    {"*OPC", 0, PLAIN(common_opc, common_opc_get)},
    {"*RCL", 0, PLAIN(common_rcl, NULL)},
    {"*RST", 0, PLAIN(common_rst, NULL)},
    {"*SAV", 0, PLAIN(common_sav, NULL)},
    {"*SRE", 0, common_sre, get_u8, &status.service_enable, 0, 0, NULL},
    {"*STB", 0, PLAIN(NULL, common_stb)},
    {"*TST", 0, PLAIN(NULL, common_tst)},
    {"*WAI", 0, PLAIN(common_wai, NULL)},
    {"SYSTem:ERRor[:NEXT]", 0, PLAIN(NULL, system_error)},
    {"SYSTem:ERRor:COUNt", 0, PLAIN(NULL, system_error_count)},
    {"SYSTem:VERSion", 0, PLAIN(NULL, system_version)},
    {"SYSTem:PROTocol", 0, PLAIN(NULL, system_protocol)},
    {"SYSTem:CAPability", 0, PLAIN(NULL, system_capability)},
    {"SYSTem:HELP:HEADers", 0, PLAIN(NULL, system_headers)},
    {"SYSTem:CLOCk", 0, PLAIN(NULL, system_clock)},
    {"SYSTem:SERial", 0, PLAIN(system_serial, system_serial_get)},
    {"SYSTem:COMMunicate:SERial:BAUD", 0, PLAIN(system_baud, system_baud_get)},
    {"SYSTem:COMMunicate:SERial:OVERrun", 0, PLAIN(NULL, system_overrun)},
    {"SYSTem:WATChdog", 0, WHOLE(settings.watchdog_s, 0, 3600)},
    {"STATus:OPERation[:EVENt]", 0, PLAIN(NULL, status_operation)},
    {"STATus:OPERation:CONDition", 0, PLAIN(NULL, status_operation_condition)},
    {"STATus:OPERation:ENABle", 0, WHOLE(status.operation_enable, 0, 32767)},
    {"STATus:QUEStionable[:EVENt]", 0, PLAIN(NULL, status_zero)},
    {"STATus:QUEStionable:CONDition", 0, PLAIN(NULL, status_zero)},
    {"STATus:QUEStionable:ENABle", 0, WHOLE(status.questionable_enable, 0, 32767)},
    {"STATus:PRESet", 0, PLAIN(status_preset, NULL)},
    {"DIAGnostic:MEMory", 0, PLAIN(NULL, diagnostic_memory)},
    {"DIAGnostic:RESet", 0, PLAIN(NULL, diagnostic_reset)},
    {"DIAGnostic:RANDom", 0, PLAIN(NULL, diagnostic_random)},
    {"NETWork:DEFine", IDLE, PLAIN(network_define, network_define_get)},
    {"NETWork:NODes", 0, PLAIN(NULL, network_nodes)},
    {"NETWork:EDGes", 0, PLAIN(NULL, network_edges)},
    {"ROUTe:SOURce", IDLE, route_set, route_get, &network.sources, 1, 0, NULL},
    {"ROUTe:GROund", IDLE, route_set, route_get, &network.grounds, 0, 0, NULL},
    {"ROUTe:TARGet", IDLE, route_set, route_get, &network.targets, 1, 0, NULL},
    {"EDGE:LEVel:DATA", IDLE, PLAIN(edge_level, edge_level_get)},
    {"EDGE:CONDuctance:DATA", IDLE, PLAIN(edge_conductance, edge_conductance_get)},
    {"EDGE:STATe", 0, PLAIN(edge_state, edge_state_get)},
    {"TASK:DEFine", IDLE, PLAIN(task_define, task_define_get)},
    {"TASK:INPut:DATA", IDLE, PLAIN(task_input_data, task_input_get)},
    {"TASK:TARGet:DATA", IDLE, PLAIN(task_target_data, task_target_get)},
    {"TASK:LABel:DATA", IDLE, PLAIN(task_label_data, task_label_get)},
    {"RULE[:TYPE]", IDLE | ANEW, WORD(config.rule, rules)},
    {"RULE:ETA", 0, REAL(config.eta, 1e-6f, 2.0f)},
    {"RULE:ALPHa", 0, REAL(config.alpha, 1e-9f, 100.0f)},
    {"RULE:LEVel:COUNt", IDLE | ANEW, rule_level_count, get_u16, &config.level_count, 0, 0, NULL},
    {"RULE:LEVel:STEP", 0, WHOLE(config.level_step, 1, 256)},
    {"RULE:LEVel:STARt", IDLE, rule_level_start, get_u16, &config.level_start, 0, 0, NULL},
    {"RULE:RESistance:MAXimum", IDLE | ANEW, REAL(config.resistance_maximum, 1.0f, 1e9f)},
    {"RULE:RESistance:MINimum", IDLE | ANEW, REAL(config.resistance_minimum, 0.0f, 1e9f)},
    {"RULE:CONDuctance:MINimum", IDLE, REAL(config.conductance_minimum, 1e-12f, 1e12f)},
    {"RULE:CONDuctance:MAXimum", IDLE, REAL(config.conductance_maximum, 1e-12f, 1e12f)},
    {"RULE:CONDuctance:STARt", IDLE, REAL(config.conductance_start, 1e-12f, 1e12f)},
    {"SCHedule[:TYPE]", 0, WORD(config.schedule, schedules)},
    {"SCHedule:PROBability", 0, schedule_probability, get_float, &config.probability, 0, 0, NULL},
    {"SCHedule:RATE:DATA", 0, PLAIN(schedule_rate, schedule_rate_get)},
    {"SCHedule:COMPensate", 0, set_bool, get_u8, &config.compensate, 0, 0, NULL},
    {"BATCh:SIZE", 0, batch_size, get_u16, &config.batch_size, 0, 0, NULL},
    {"BATCh:DRAW", IDLE, batch_draw, get_word, &config.draw, 0, 0, draws},
    {"SEED", IDLE, PLAIN(seed_set, seed_get)},
    {"TRIGger:COUNt", 0, PLAIN(trigger_count, trigger_count_get)},
    {"INITiate[:IMMediate]", 0, PLAIN(initiate, NULL)},
    {"ABORt", 0, PLAIN(abort_run, NULL)},
    {"RUN:STATe", 0, PLAIN(NULL, run_state)},
    {"RUN:STEP", 0, PLAIN(NULL, run_step)},
    {"RUN:EPOCh", 0, PLAIN(NULL, run_epoch)},
    {"RUN:RESet", IDLE, PLAIN(run_reset, NULL)},
    {"OUTPut[:STATe]", 0, PLAIN(output_state, output_state_get)},
    {"SENSe:VOLTage:RANGe", 0, REAL(config.voltage_range, 0.001f, 1000.0f)},
    {"SENSe:VOLTage:SCALe", 0, PLAIN(NULL, sense_scale)},
    {"FETCh:FRAMe", 0, PLAIN(NULL, fetch_frame)},
    {"FETCh:VOLTage:FREE", 0, PLAIN(NULL, fetch_free)},
    {"FETCh:VOLTage:CLAMped", 0, PLAIN(NULL, fetch_clamped)},
    {"FETCh:MASK", 0, PLAIN(NULL, fetch_mask)},
    {"FETCh:LOSS", 0, PLAIN(NULL, fetch_loss)},
    {"CALCulate:ERRor", 0, PLAIN(NULL, calculate_error)},
    {"CALCulate:ACCuracy", 0, PLAIN(NULL, calculate_accuracy)},
    {"CALCulate:OUTPut", 0, PLAIN(NULL, calculate_output)},
    {"CALCulate:CONFusion", 0, PLAIN(NULL, calculate_confusion)},
    {"TELemetry:STATe", 0, telemetry_state, get_u8, &config.telemetry, 0, 0, NULL},
    {"TELemetry:INTerval", 0, WHOLE(settings.frame_interval, 0, 65535)},
    {"TELemetry:DROPped", 0, PLAIN(NULL, telemetry_dropped)},
};
const __flash uint8_t command_count = sizeof commands / sizeof commands[0];
