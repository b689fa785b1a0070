export default {
  thisBoard: 'This board',
  thisMachine: 'This machine',
  noRule: '{who} does not do {rule}.',
  noSchedule: '{who} does not do {schedule}: it does {others}.',
  replay: 'A replay shows what was recorded.',
  notLive: '{who} does not take this while it learns: pause first.',
  cannotCut: '{who} cannot cut an edge.',
  cannotFreeze: '{who} cannot freeze an edge.',
  cannotRestore: '{who} cannot restore an edge.',
  ownPace: 'A board learns at its own pace.',
  cannotStick: '{who} cannot let an edge stick.',
} as const
