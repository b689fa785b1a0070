import type { FigureWords } from '@figures'

/** 节点为自旋时图中的不同说法：代价无单位，角度以 rad 计。 */
export const spinFigures: FigureWords['ofSpins'] = {
  error: '代价，(1 − cos)/2 之和',
  finalError: '最终代价，(1 − cos)/2 之和',
  errorUnit: '',
  voltage: '相位 (rad)',
  voltageUnit: 'rad',
  desiredVoltage: '期望相位 (rad)',
  outputVoltage: '输出相位 (rad)',
  outputs: (examples, outputs, mean, worst) =>
    `${outputs} 个输出上的 ${examples} 个样例：与期望相位的平均距离 ${mean}，最大 ${worst}。`,
  conductance: () => '耦合',
  noConductances: '尚无耦合。',
  conductances: ({ edges, low, high, mean, initial }) =>
    `${edges} 个耦合在 ${low} 与 ${high} 之间，均值 ${mean}；第 0 步的均值为 ${initial}。`,
  edgeHistory: ({ shown, all, last, low, high, one }) =>
    `${shown < all ? `${all} 个耦合中 ` : ''}${shown} 个耦合从第 0 步到第 ${last} 步；现在在 ${low} 与 ${high} 之间。${one}`,
  intervalTitle: (name, _, mean) => `${name}，均值 ${mean}`,
  roles: { source: '输入', ground: '接地', target: '输出', hidden: '隐藏' },
  quantities: {
    conductance: '耦合',
    current: '电流',
    power: '功率',
    rate: '每步更新次数',
    contrast: 'cos，推动 − 自由',
    phase: '相位',
    response: '响应',
  },
  network: ({ nodes, edges, sources, targets, damaged }) =>
    `${nodes} 个自旋和 ${edges} 个耦合；输入 ${sources}；输出 ${targets}${damaged}。`,
}
