import type { Preset } from '@contract'

/** What the presets show and what to look at, by id. */
export const presetWords: Readonly<Record<string, Pick<Preset, 'title' | 'shows' | 'lookAt'>>> = {
  'allostery-penn16-discrete': {
    title: '离散档位上的两个目标',
    shows:
      '用 128 个阻值档位时，同步网络会陷入一个循环并不断重复；让每条边以概率 0.25 更新，它便能探索并达到更低的误差。',
    lookAt: '运行一次，把 p 设为 1 再运行：比较损失稳定在哪里，以及哪些柱一直在动。',
  },
  'allostery-penn16': {
    title: '两个目标，理想规则',
    shows: '一个节点以 5 V 驱动、一个接地，两个节点学习保持给定的电压；电导连续变化。',
    lookAt: '在对数轴上损失下降许多个数量级：没有档位，就没有什么会卡住。',
  },
  'iris-penn16': {
    title: '16 边网络上的鸢尾花',
    shows: '实验室网络由 30 朵花学习区分三种鸢尾花，每条边各自以概率 0.5 更新。',
    lookAt:
      '虽然没有一条边知道其他边何时更新，误差仍在下降；从未展示过的 120 朵花上的准确率随之上升。',
  },
  'regression-penn16': {
    title: '线性回归',
    shows: '两个输出由 20 个样例学习成为两个输入的给定加权和，每步用四个样例。',
    lookAt:
      '无论训练样例还是测试样例，输出都逼近目标：网络能精确解决此任务。请在运行中改变批量大小 b。',
  },
  'xy-iris-desync': {
    title: '自旋学习鸢尾花，各按各的时间',
    shows: '十个全部相连的自旋学习三种鸢尾花；每个耦合和每个偏置各自以概率 0.5 更新。',
    lookAt: '从未展示过的花上的准确率与有公共时钟时一样上升；把 p 设为 1 作比较。',
  },
  'xy-xor-3x3': {
    title: '自旋格点上的异或',
    shows: '方格上的九个自旋以平衡传播学习两个给定相位的异或，每个耦合和偏置只凭自己的两个邻居。',
    lookAt: '约几百步之内似乎什么也没有发生；随后输入与输出之间的耦合增长，误差在一秒之内下降。',
  },
}
