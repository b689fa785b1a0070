/* The bench back-end: the network is computed on the microcontroller. */
#include "backend.h"
#include "solver.h"

flash_text backend_name(void) { return TEXT("bench"); }
void backend_start(void) {}
void backend_drive(bool on) { (void)on; }
void backend_edge(uint8_t edge) { (void)edge; }
void backend_begin(void) { solver_factor(); }
void backend_free(const float *inputs) { solver_free(inputs); }
float backend_states(const float *inputs, const float *targets, float eta) {
  return solver_states(inputs, targets, eta);
}
