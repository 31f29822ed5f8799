import nx from '@nx/eslint-plugin';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Which layers a layer may import. The finer rules per package, and that every import is declared,
 * optional dependencies included, are the business of tools/check-layers.mjs.
 */
const layers = {
  foundation: [],
  maths: ['foundation'],
  learning: ['foundation', 'maths', 'learning'],
  discovery: ['foundation', 'maths'],
  assembly: ['foundation', 'maths', 'learning', 'discovery', 'assembly'],
  side: ['foundation', 'maths'],
  tools: [],
};

/** testkit stands on these, and their tests use testkit: a circle of tests, not of libraries. */
const testkitCircles = ['contracts', 'numerics', 'lie-algebra', 'testkit'].map((name) => [
  `@noether/${name}`,
  '@noether/testkit',
]);

function boundaries(alsoAllowed, options = {}) {
  const depConstraints = Object.entries(layers).map(([layer, allowed]) => ({
    sourceTag: `layer:${layer}`,
    onlyDependOnLibsWithTags: [...allowed, ...alsoAllowed].map((name) => `layer:${name}`),
  }));
  return { '@nx/enforce-module-boundaries': ['error', { depConstraints, ...options }] };
}

const typed = {
  '@typescript-eslint/restrict-template-expressions': [
    'error',
    { allowNumber: true, allowBoolean: true },
  ],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
  // An index into a typed array is a number here (noUncheckedIndexedAccess is off): what these two
  // call unnecessary is what keeps a missing table entry from passing unseen.
  '@typescript-eslint/no-unnecessary-condition': 'off',
  '@typescript-eslint/no-non-null-assertion': 'off',
  // A contract may ask for a promise from a function that has nothing to wait for.
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/no-unnecessary-type-parameters': 'off',
  '@typescript-eslint/no-confusing-void-expression': 'off',
  // Values here are closures over their parts, not instances: their functions do not use `this`.
  '@typescript-eslint/unbound-method': 'off',
  // tfjs is loosely typed: ranks and back-ends are told by assertion, some needed parts deprecated.
  '@typescript-eslint/no-unnecessary-type-assertion': 'off',
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  '@typescript-eslint/no-deprecated': 'off',
  '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
};

const library = {
  ...typed,
  ...boundaries([]),
  'no-console': 'error',
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Draw from the random stream of the context.' },
    { object: 'process', property: 'exit', message: 'Throw a NoetherError; only the CLI exits.' },
  ],
  'no-warning-comments': 'error',
  'max-lines': ['error', 300],
};

const tests = {
  ...typed,
  ...boundaries(['foundation', 'side'], {
    allowCircularSelfDependency: true,
    ignoredCircularDependencies: testkitCircles,
  }),
  // JSON files of golden numbers have no types.
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-call': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-unsafe-return': 'off',
  '@typescript-eslint/no-empty-function': 'off',
  '@typescript-eslint/restrict-template-expressions': 'off',
  '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
};

const node = [
  'AbortController',
  'Buffer',
  'URL',
  'clearTimeout',
  'console',
  'performance',
  'process',
];
const nodeGlobals = [
  ...node,
  'globalThis',
  'setInterval',
  'setTimeout',
  'TextDecoder',
  'TextEncoder',
];

export default defineConfig(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/.nx/**', 'runs/**', '**/.package-*/**'] },
  { linterOptions: { noInlineConfig: true }, plugins: { '@nx': nx } },
  {
    files: ['packages/*/{src,test,bench}/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  { files: ['packages/*/src/**/*.ts'], rules: library },
  {
    files: ['packages/cli/src/**/*.ts'],
    rules: { 'no-console': 'off', 'no-restricted-properties': 'off' },
  },
  { files: ['packages/*/{test,bench}/**/*.ts'], rules: tests },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.recommended, tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])),
    },
    rules: { 'no-undef': 'error', 'prefer-const': 'error' },
  },
);
