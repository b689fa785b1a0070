/*
 * The plain program of a C programmer: dense reduced Laplacian, LDL^T, one solve for the free state
 * and one per output for the clamped state, update with probability p. Any number of outputs.
 */
#include "network.h"

static Network net;
static int n, *place, *free_output;
static double *matrix, *factor, *diagonal, *right, *free_v, *clamped_v, *green, *small, *force;

static void solve(const double *b, double *x) {
  for (int i = 0; i < n; i++) {
    double s = b[i];
    for (int q = 0; q < i; q++) s -= factor[i * n + q] * x[q];
    x[i] = s;
  }
  for (int i = 0; i < n; i++) x[i] /= diagonal[i];
  for (int i = n - 1; i >= 0; i--) {
    double s = x[i];
    for (int q = i + 1; q < n; q++) s -= factor[q * n + i] * x[q];
    x[i] = s;
  }
}

static void assemble(void) {
  for (int i = 0; i < n * n; i++) matrix[i] = 0;
  for (int i = 0; i < n; i++) right[i] = 0;
  for (int e = 0; e < net.edges; e++) {
    int i = place[net.a[e]], j = place[net.b[e]];
    double k = net.k[e];
    if (i < n) matrix[i * n + i] += k;
    if (j < n) matrix[j * n + j] += k;
    if (i < n && j < n) matrix[i * n + j] -= k, matrix[j * n + i] -= k;
    else if (i < n) right[i] += k * free_v[j];
    else if (j < n) right[j] += k * free_v[i];
  }
}

static void factorise(void) {
  for (int j = 0; j < n; j++) {
    double s = matrix[j * n + j];
    for (int q = 0; q < j; q++) s -= factor[j * n + q] * factor[j * n + q] * diagonal[q];
    diagonal[j] = s;
    double inverse = 1 / s;
    for (int i = j + 1; i < n; i++) {
      double t = matrix[i * n + j];
      for (int q = 0; q < j; q++) t -= factor[i * n + q] * factor[j * n + q] * diagonal[q];
      factor[i * n + j] = t * inverse;
    }
  }
}

/* Forces on the outputs that move them by eta (target - free): a small dense system. */
static void find_forces(int outputs) {
  for (int o = 0; o < outputs; o++)
    for (int q = 0; q < outputs; q++) small[o * outputs + q] = green[q * n + free_output[o]];
  for (int o = 0; o < outputs; o++)
    for (int i = o + 1; i < outputs; i++) {
      double f = small[i * outputs + o] / small[o * outputs + o];
      for (int q = o; q < outputs; q++) small[i * outputs + q] -= f * small[o * outputs + q];
      force[i] -= f * force[o];
    }
  for (int o = outputs - 1; o >= 0; o--) {
    for (int q = o + 1; q < outputs; q++) force[o] -= small[o * outputs + q] * force[q];
    force[o] /= small[o * outputs + o];
  }
}

static double step(void) {
  int outputs = net.outputs;
  double loss = 0;
  assemble();
  factorise();
  solve(right, free_v);
  for (int o = 0; o < outputs; o++) {
    for (int i = 0; i < n; i++) right[i] = 0;
    right[free_output[o]] = 1;
    solve(right, green + o * n);
    double miss = net.target_volt[o] - free_v[free_output[o]];
    loss += miss * miss;
    force[o] = net.eta * miss;
  }
  find_forces(outputs);
  for (int i = 0; i < n; i++) {
    double v = free_v[i];
    for (int o = 0; o < outputs; o++) v += force[o] * green[o * n + i];
    clamped_v[i] = v;
  }
  uint64_t limit = (uint64_t)(net.p * 4294967296.0);
  double rate = net.alpha / net.eta;
  for (int e = 0; e < net.edges; e++)
    if (random_word() < limit) {
      int i = place[net.a[e]], j = place[net.b[e]];
      double f = free_v[i] - free_v[j], c = clamped_v[i] - clamped_v[j];
      net.k[e] = clip(net.k[e] + rate * (f * f - c * c), net.k_min, net.k_max);
    }
  return loss;
}

int main(int argc, char **argv) {
  if (argc < 2) return 1;
  net = read_network(argv[1]);
  place = allocate((size_t)net.nodes, sizeof(int));
  for (int s = 0; s < net.sources; s++) place[net.source[s]] = -1;
  for (int g = 0; g < net.grounds; g++) place[net.ground[g]] = -1;
  for (int i = 0; i < net.nodes; i++)
    if (place[i] == 0) place[i] = n++;
  int held = n;
  for (int s = 0; s < net.sources; s++) place[net.source[s]] = held++;
  for (int g = 0; g < net.grounds; g++) place[net.ground[g]] = held++;
  size_t square = (size_t)n * (size_t)n, nodes = (size_t)net.nodes, outputs = (size_t)net.outputs;
  matrix = allocate(square, 8), factor = allocate(square, 8), diagonal = allocate(nodes, 8);
  right = allocate(nodes, 8), free_v = allocate(nodes, 8), clamped_v = allocate(nodes, 8);
  green = allocate(outputs * (size_t)n, 8), small = allocate(outputs * outputs, 8);
  force = allocate(outputs, 8), free_output = allocate(outputs, sizeof(int));
  for (int o = 0; o < net.outputs; o++) free_output[o] = place[net.output[o]];
  for (int s = 0; s < net.sources; s++)
    free_v[n + s] = clamped_v[n + s] = net.source_volt[s];
  return serve(step);
}
