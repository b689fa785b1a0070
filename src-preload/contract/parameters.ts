/** What a field of the run configuration means, in one sentence, and its unit. */
export interface ParameterNote {
  /** Empty for names, choices and flags; '1' for pure numbers. */
  unit: string
  meaning: string
}

const note = (unit: string, meaning: string): ParameterNote => ({ unit, meaning })

/** By path; a path that several variants share has one meaning. Used by help, tooltips and reports. */
export const parameterNotes: Readonly<Record<string, ParameterNote>> = {
  format: note('', 'Version of the configuration format.'),
  name: note('', 'What you call this run.'),
  'machine.kind': note('', 'What learns: a simulated network.'),
  'network.kind': note('', 'The graph.'),
  'network.rows': note('nodes', 'Rows of the lattice.'),
  'network.columns': note('nodes', 'Columns of the lattice.'),
  'network.periodic': note('', 'Opposite sides of the lattice are joined.'),
  'network.nodes': note('nodes', 'Number of nodes; of a given network their names.'),
  'network.radius': note('1', 'Nodes closer than this are joined; the side of the square is 1.'),
  'network.degree': note('1', 'Mean number of neighbours of a node.'),
  'network.neighbours': note('nodes', 'Neighbours of each node on the ring, before rewiring.'),
  'network.rewiring': note('1', 'Probability that an edge of the ring moves to a random node.'),
  'network.layers': note('nodes', 'Nodes of each layer, left to right.'),
  'network.edges': note('', 'Names of the two nodes of each edge.'),
  'network.conductances': note(
    'S or a.u.',
    'Initial conductance of each edge; none: the rule’s own.',
  ),
  'network.places': note('1', 'Place of each node in the unit square; none: on a circle.'),
  'network.roles.kind': note(
    '',
    'How nodes get their roles: given by name, drawn from the seed, or spread over both sides.',
  ),
  'network.roles.sources': note('', 'Nodes held at the inputs of an example, in their order.'),
  'network.roles.grounds': note('', 'Nodes held at 0 V.'),
  'network.roles.targets': note('', 'Nodes whose voltages are the outputs, in their order.'),
  'task.kind': note('', 'What the network is to learn.'),
  'task.sourceVoltagesV': note('V', 'Voltages of the sources.'),
  'task.targets.kind': note('', 'Where the desired voltages come from.'),
  'task.targets.voltagesV': note('V', 'Desired voltage of each target.'),
  'task.targets.count': note('1', 'Number of targets.'),
  'task.targets.lowV': note('V', 'Lower end of the range that desired voltages are drawn from.'),
  'task.targets.highV': note('V', 'Upper end of the range that desired voltages are drawn from.'),
  'task.matrix': note('1', 'The matrix A of V_D = A V_in; rows are outputs, columns inputs.'),
  'task.trainExamples': note('1', 'Number of training examples.'),
  'task.testExamples': note('1', 'Number of test examples.'),
  'task.trainFlowers': note('1', 'Training flowers, a third of each class; the rest of 150 test.'),
  'task.lowV': note('V', 'Lower end of the input voltages.'),
  'task.highV': note('V', 'Upper end of the input voltages.'),
  'task.noiseV': note('V', 'Standard deviation of noise on the desired voltages.'),
  'rule.kind': note('', 'How an edge changes: continuously (ideal) or by levels (discrete).'),
  'rule.eta': note('1', 'Nudge: how far the clamped outputs move from free towards desired.'),
  'rule.alpha': note('a.u./V²', 'Learning rate: conductance change per squared voltage contrast.'),
  'rule.minConductance': note('a.u.', 'Conductances never fall below this.'),
  'rule.maxConductance': note('a.u.', 'Conductances never rise above this.'),
  'rule.initial.low': note('a.u.', 'Lower end of the range that conductances start in.'),
  'rule.initial.high': note('a.u.', 'Upper end of the range that conductances start in.'),
  'rule.levels': note('1', 'Number of resistance levels.'),
  'rule.levelStep': note('levels', 'Levels moved per update.'),
  'rule.maxResistanceOhm': note('Ω', 'Resistance of the highest level.'),
  'rule.startLevel': note('level', 'Level that every edge starts at; null is the middle.'),
  'schedule.kind': note('', 'Which edges update on a step.'),
  'schedule.probability': note('1', 'Probability p that an edge updates on a step.'),
  'schedule.compensate': note('', 'Scales alpha by 1/p, for equal expected change per step.'),
  'schedule.variation': note('1', 'Coefficient of variation of the rates between edges.'),
  'schedule.blocks': note('1', 'Number of blocks that update in turn.'),
  'batch.size': note('1', 'Examples per step, b.'),
  'batch.draw': note('', 'Without replacement within an epoch, or anew for each step.'),
  seed: note('', 'Start of the random numbers: equal seeds give equal runs.'),
  'stop.steps': note('steps', 'The run ends after this many steps; null: it has no end.'),
  'evaluate.every': note('steps', 'Steps between two evaluations over all examples.'),
  'pace.stepsPerSecond': note(
    '1/s',
    'Speed in the window; null: as fast as it goes. No part in the result.',
  ),
  adjustments: note('', 'Changes made at given steps.'),
}
