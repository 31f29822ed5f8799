import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const checker = fileURLToPath(new URL('../check-layers.mjs', import.meta.url));
const scripts = { build: 'tsc', lint: 'eslint .', test: 'node run' };

/** The files of a package as the check wants them, with `changes` over its manifest. */
function unit(short, dependencies, changes = {}) {
  const references = dependencies.map((name) => ({ path: `../${name}` }));
  const versions = Object.fromEntries(dependencies.map((name) => [`@noether/${name}`, '0.1.0']));
  return {
    [`packages/${short}/package.json`]: JSON.stringify(
      { name: `@noether/${short}`, scripts, dependencies: versions, ...changes },
      null,
      2,
    ),
    [`packages/${short}/tsconfig.json`]: JSON.stringify({ references }),
  };
}

/** Runs the check on a workspace of `files`; returns its status and its lines. */
function check(files) {
  const folder = mkdtempSync(join(tmpdir(), 'noether-layers-'));
  try {
    const root = { 'package.json': '{ "devDependencies": { "uvu": "0.5.6" } }' };
    for (const [name, text] of Object.entries({ ...root, ...files })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const { status, stdout } = spawnSync(process.execPath, [checker, folder], { encoding: 'utf8' });
    return { status, lines: stdout.trimEnd().split('\n') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function refused(files, line) {
  const { status, lines } = check(files);
  assert.equal(lines, [line, 'layers: 1 violation']);
  assert.is(status, 1);
}

test('passes allowed and declared imports, node modules and comments that look like imports', () => {
  const { status, lines } = check({
    ...unit('sindy', ['numerics', 'lie-algebra'], { devDependencies: { '@noether/testkit': '1' } }),
    'packages/sindy/src/index.ts': `import { a } from '@noether/numerics';
import { readFileSync } from 'node:fs';
export * from './sub/part.js';
export type { B } from '@noether/lie-algebra';
// import { c } from '@noether/compute';
const text = "import { d } from '@noether/forecast'";`,
    'packages/sindy/test/a.test.ts': `import { test } from 'uvu';
import { close } from '@noether/testkit';
import { x } from '../src/index.js';`,
  });
  assert.equal(lines, ['layers: in order']);
  assert.is(status, 0);
});

test('refuses an import that the table does not allow, with its line', () => {
  refused(
    {
      ...unit('autoencoder', ['compute']),
      'packages/autoencoder/src/deep/er.ts': `import '@noether/compute';\n\nexport { fit } from '@noether/symmetry-gan';\n`,
    },
    'packages/autoencoder/src/deep/er.ts:3: autoencoder may not import symmetry-gan',
  );
});

test('sees dynamic and type imports', () => {
  const { lines } = check({
    ...unit('contracts', []),
    'packages/contracts/src/a.ts': `const n = await import('@noether/numerics');\n`,
    'packages/contracts/src/b.ts': `export type N = import('@noether/numerics').N;\n`,
    'packages/contracts/src/c.ts': `import type { N } from '@noether/numerics';\n`,
  });
  assert.equal(lines, [
    'packages/contracts/src/a.ts:1: contracts may not import numerics',
    'packages/contracts/src/b.ts:1: contracts may not import numerics',
    'packages/contracts/src/c.ts:1: contracts may not import numerics',
    'layers: 3 violations',
  ]);
});

test('refuses a dependency that the table does not allow', () => {
  refused(
    unit('forecast', ['contracts', 'sindy']),
    'packages/forecast/package.json:10: forecast may not depend on sindy',
  );
});

test('refuses an undeclared package, ours or a stranger', () => {
  refused(
    {
      ...unit('report', ['contracts']),
      'packages/report/src/a.ts': `import { n } from '@noether/numerics';\n`,
    },
    'packages/report/src/a.ts:1: numerics is not declared in package.json',
  );
  refused(
    { ...unit('report', []), 'packages/report/src/a.ts': `import vega from 'vega/build';\n` },
    'packages/report/src/a.ts:1: vega is not declared in package.json',
  );
});

test('refuses development dependencies in sources', () => {
  refused(
    { ...unit('report', []), 'packages/report/src/a.ts': `import { test } from 'uvu';\n` },
    'packages/report/src/a.ts:1: uvu is not declared in package.json',
  );
  refused(
    {
      ...unit('report', [], { devDependencies: { '@noether/testkit': '0.1.0' } }),
      'packages/report/src/a.ts': `import '@noether/testkit';\n`,
    },
    'packages/report/src/a.ts:1: testkit is for tests',
  );
});

test('refuses relative imports that leave the sources or the package', () => {
  refused(
    {
      ...unit('numerics', []),
      'packages/numerics/src/a.ts': `import { b } from '../test/b.js';\n`,
    },
    'packages/numerics/src/a.ts:1: ../test/b.js leaves packages/numerics/src',
  );
  refused(
    {
      ...unit('numerics', []),
      'packages/numerics/test/a.test.ts': `import { b } from '../../numerics-2/src/b.js';\n`,
    },
    'packages/numerics/test/a.test.ts:1: ../../numerics-2/src/b.js leaves packages/numerics',
  );
});

test('refuses to reach into a package and to import oneself', () => {
  const files = unit('sindy', ['numerics']);
  refused(
    { ...files, 'packages/sindy/src/a.ts': `import '@noether/numerics/src/expm.js';\n` },
    'packages/sindy/src/a.ts:1: reaches into numerics: import @noether/numerics itself',
  );
  refused(
    { ...files, 'packages/sindy/src/a.ts': `import '@noether/sindy';\n` },
    'packages/sindy/src/a.ts:1: sindy imports itself',
  );
});

test('lets the tests beneath testkit use it undeclared, and nobody else', () => {
  const test = `import { close } from '@noether/testkit';\n`;
  assert.is(check({ ...unit('numerics', []), 'packages/numerics/test/a.test.ts': test }).status, 0);
  refused(
    { ...unit('sindy', []), 'packages/sindy/test/a.test.ts': test },
    'packages/sindy/test/a.test.ts:1: testkit is not declared in package.json',
  );
});

test('refuses a declared circle through testkit', () => {
  refused(
    unit('lie-algebra', [], { devDependencies: { '@noether/testkit': '0.1.0' } }),
    'packages/lie-algebra/package.json:10: testkit stands on lie-algebra: leave it undeclared, or the builds go in a circle',
  );
});

test('wants a row in the table, the scripts and the references of every package', () => {
  refused(
    unit('stranger', []),
    'packages/stranger/package.json:2: stranger has no row in tools/allowed-imports.mjs',
  );
  refused(
    unit('numerics', [], { scripts: { build: 'tsc', lint: 'eslint .' } }),
    'packages/numerics/package.json:3: the script test is missing',
  );
  refused(
    { ...unit('sindy', ['numerics']), 'packages/sindy/tsconfig.json': '{\n  "references": []\n}' },
    'packages/sindy/tsconfig.json:2: references [] should be the dependencies [numerics]',
  );
});

test.run();
