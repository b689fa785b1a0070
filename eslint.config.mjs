import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import ts from 'typescript-eslint'

const exactMath = ['sqrt', 'abs', 'min', 'max', 'floor', 'ceil', 'trunc', 'sign', 'fround', 'imul']
const bannedMath = Object.getOwnPropertyNames(Math)
  .filter((name) => typeof Math[name] === 'function' && !exactMath.includes(name))
  .map((property) => ({
    object: 'Math',
    property,
    message: 'Its bits differ between runtimes: take the function from physics/numeric instead.',
  }))

export default ts.config(
  {
    ignores: [
      'node_modules',
      'out',
      '**/dist',
      'docs/.vitepress/cache',
      'test-results',
      'playwright-report',
      'coverage',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    files: ['src-renderer/**/*.{ts,vue}'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: [
      'scripts/**/*.mjs',
      '*.mjs',
      '*.cjs',
      'src-main/**/*.{ts,mjs}',
      'e2e/**/*.ts',
      'bench/**/*',
    ],
    languageOptions: { globals: globals.node },
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'vue/multi-word-component-names': 'off',
    },
  },
  {
    files: ['scripts/**', 'bench/**', 'src-main/cli/**', 'e2e/**', '**/*.{oracle,fuzz}.test.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Everything that feeds a state, a record or a hash gives the same bits on every runtime.
    files: ['src-main/physics/**/*.ts', 'src-main/machine/**/*.ts', 'src-main/run/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-properties': ['error', ...bannedMath] },
  },
  {
    files: ['src-main/physics/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-globals': ['error', 'Date', 'performance', 'process', 'setTimeout'] },
  },
  prettier,
)
