// The arrows of the house: who may import whom. See docs/house.md.
const room = (name) => `^src-main/${name}/`
const only = (name, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: room(name), pathNot: ['\\.test\\.ts$', '/testing(/|\\.ts$)'] },
  to: {
    path: '^src-',
    pathNot: [room(name), '^src-preload/contract/', ...allowed],
  },
})

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'contract-imports-only-zod',
      severity: 'error',
      from: { path: '^src-preload/contract/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src-preload/contract/', '^node_modules/zod/'] },
    },
    {
      name: 'physics-is-pure',
      severity: 'error',
      from: { path: room('physics'), pathNot: ['\\.test\\.ts$', room('physics/testing')] },
      to: { pathNot: [room('physics')] },
    },
    only('machine', [room('physics'), room('board')], 'machine -> physics, board, contract'),
    only('run', [room('machine')], 'run -> machine, contract'),
    only('sweep', [room('run'), room('machine')], 'sweep -> run, machine, contract'),
    only('report', [room('run'), '^src-renderer/figures/'], 'report -> run, figures, contract'),
    only('board', [room('physics')], 'board -> physics, contract'),
    only('app', [room('engine') + 'link', room('report')], 'app -> engine link, report, contract'),
    {
      name: 'figures-import-only-contract',
      severity: 'error',
      from: { path: '^src-renderer/figures/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src-', pathNot: ['^src-renderer/figures/', '^src-preload/contract/'] },
    },
    {
      name: 'renderer-knows-no-main',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: '^src-main/' },
    },
    {
      name: 'engine-and-cli-run-without-electron',
      severity: 'error',
      from: { path: '^src-main/(physics|machine|board|run|sweep|report|cli)/' },
      to: { path: '^node_modules/electron/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'types'],
    },
  },
}
