/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} quick arguments of npm
 * @property {string[]} [full] the same with `--full`, where it differs
 * @property {string} [table] reporter of Playwright that prints a table
 * @property {boolean} [twice] drives a real window against a clock that is not its own: a test that fails is tried once more, and named
 * @property {'vitest' | 'playwright'} [counts] whose report holds the numbers; without, the step counts as one test
 */

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {number} budgetMinutes on two cores
 * @property {Step[]} steps
 * @property {string[]} [packages] keys of `NEEDS` in setup/system-packages.mjs
 * @property {boolean} [window] needs the runtime, the build and a display
 */

/** Minutes that the set-up may take from nothing. */
export const SETUP_BUDGET_MINUTES = 6

/** More tests than that at their second try, in all suites, and something is wrong. */
export const MOST_SECOND_TRIES = 2

/** @type {Suite[]} in the order in which they run */
export const SUITES = [
  {
    name: 'unit',
    budgetMinutes: 6,
    steps: [
      { name: 'type check', quick: ['run', '--silent', 'typecheck'] },
      { name: 'lint', quick: ['run', '--silent', 'lint'] },
      { name: 'unit', quick: ['run', '--silent', 'unit'], counts: 'vitest' },
      {
        name: 'files from strangers',
        quick: ['run', '--silent', 'fuzz'],
        full: ['run', '--silent', 'fuzz:full'],
        counts: 'vitest',
      },
    ],
  },
  {
    name: 'oracles',
    budgetMinutes: 4,
    packages: ['ngspice'],
    steps: [
      {
        name: 'oracles',
        quick: ['run', '--silent', 'oracles'],
        counts: 'vitest',
      },
    ],
  },
  {
    name: 'board',
    budgetMinutes: 5,
    packages: ['board'],
    steps: [
      {
        name: 'board',
        quick: ['run', '--silent', 'board'],
        full: ['run', '--silent', 'board:full'],
        counts: 'vitest',
      },
    ],
  },
  {
    name: 'record',
    budgetMinutes: 3,
    packages: ['record'],
    steps: [
      {
        name: 'record',
        quick: ['run', '--silent', 'record'],
        full: ['run', '--silent', 'record:full'],
        counts: 'vitest',
      },
    ],
  },
  {
    name: 'studies and Slurm',
    budgetMinutes: 5,
    packages: ['slurm'],
    steps: [
      {
        name: 'sweeps and Slurm',
        quick: ['run', '--silent', 'slurm'],
        full: ['run', '--silent', 'slurm:full'],
        counts: 'vitest',
      },
      {
        name: 'studies',
        quick: ['run', '--silent', 'studies'],
        full: ['run', '--silent', 'studies:full'],
        counts: 'vitest',
      },
    ],
  },
  {
    name: 'e2e',
    budgetMinutes: 8,
    packages: ['electron', 'display', 'board'],
    window: true,
    steps: [
      {
        name: 'e2e',
        quick: ['run', '--silent', 'e2e'],
        full: ['run', '--silent', 'e2e:full'],
        counts: 'playwright',
        twice: true,
      },
    ],
  },
  {
    // With the pictures that the window's tests have just taken.
    name: 'guide',
    budgetMinutes: 1,
    steps: [{ name: 'site', quick: ['run', '--silent', 'docs'] }],
  },
  {
    name: 'faults',
    budgetMinutes: 5,
    packages: ['electron', 'display', 'board'],
    window: true,
    steps: [
      {
        name: 'faults',
        quick: ['run', '--silent', 'faults'],
        full: ['run', '--silent', 'faults:full'],
        counts: 'playwright',
        table: './e2e/faults/table.ts',
        twice: true,
      },
    ],
  },
  {
    name: 'package',
    // Six of them are the soak of five minutes.
    budgetMinutes: 10,
    packages: ['electron', 'display', 'board', 'package'],
    window: true,
    steps: [
      { name: 'package', quick: ['run', '--silent', 'package'] },
      {
        name: 'packaged',
        quick: ['run', '--silent', 'packaged'],
        counts: 'playwright',
        twice: true,
      },
      {
        name: 'soak',
        quick: ['run', '--silent', 'soak'],
        counts: 'playwright',
      },
    ],
  },
]
