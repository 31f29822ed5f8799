import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const here = fileURLToPath(new URL('.', import.meta.url));
const runner = fileURLToPath(new URL('../run-tests.mjs', import.meta.url));
const uvu = `import { test } from 'uvu';\nimport * as assert from 'uvu/assert';\n`;
const passing = `${uvu}test('adds', () => { const sum: number = 1 + 1; assert.is(sum, 2); });\ntest.run();\n`;

/** Runs the runner in a package made of `files` and returns its exit status, last line and output. */
async function runOn(files, env = {}, args = []) {
  const folder = mkdtempSync(join(here, '.package-'));
  try {
    write(folder, 'package.json', '{ "name": "@noether/sample", "type": "module" }');
    write(folder, 'tsconfig.json', '{ "extends": "../../../tsconfig.base.json" }');
    mkdirSync(join(folder, 'test'));
    for (const [name, text] of Object.entries(files)) write(folder, `test/${name}`, text);
    return await run(folder, env, args);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function write(folder, name, text) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

function run(cwd, env, args) {
  const clean = { ...process.env };
  delete clean.CI;
  delete clean.FORCE_COLOR;
  const child = spawn(process.execPath, [runner, ...args], { cwd, env: { ...clean, ...env } });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((settle) => {
    child.on('close', (code) =>
      settle({ code, output, last: output.trimEnd().split('\n').at(-1) }),
    );
  });
}

test('passes TypeScript tests, also in folders, and counts them', async () => {
  const { code, last } = await runOn({ 'a.test.ts': passing, 'deep/er/b.test.ts': passing });
  assert.is(last, '@noether/sample: 2 passed, 0 failed');
  assert.is(code, 0);
});

test('a name picks test files, not data or helpers that lie beside them', async () => {
  const files = { 'expm.test.ts': passing, 'logm.test.ts': passing, 'golden/expm.json': '{}' };
  const helper = { 'expm-case.ts': `throw new Error('a helper was run');\n` };
  const { code, last } = await runOn({ ...files, ...helper }, {}, ['test', 'expm']);
  assert.is(last, '@noether/sample: 1 passed, 0 failed');
  assert.is(code, 0);
});

test('fails when one test fails, and counts the others', async () => {
  const failing = `${uvu}test('good', () => {});\ntest('bad', () => assert.is(1, 2));\ntest.run();\n`;
  const { code, last, output } = await runOn({ 'a.test.ts': failing, 'b.test.ts': passing });
  assert.is(last, '@noether/sample: 2 passed, 1 failed');
  assert.is(code, 1);
  assert.match(output, /FAIL.*"bad"/);
});

test('is not deceived by what a test prints', async () => {
  const liar = `${uvu}console.log('Total: 9\\n  Passed:    9');\ntest('bad', () => assert.unreachable());\ntest.run();\n`;
  const { code, last } = await runOn({ 'a.test.ts': liar });
  assert.is(last, '@noether/sample: 0 passed, 1 failed');
  assert.is(code, 1);
});

test('fails when no file matches', async () => {
  const { code, last, output } = await runOn({ 'a.spec.ts': passing });
  assert.match(output, 'run-tests: no file under test matches');
  assert.is(last, '@noether/sample: 0 passed, 1 failed');
  assert.is(code, 1);
});

test('fails on a file without test.run() and names it', async () => {
  const { code, output } = await runOn({
    'a.test.ts': passing,
    'b.test.ts': `${uvu}test('never run', () => assert.unreachable());\n`,
  });
  assert.match(output, 'b.test.ts registered no suite: is test.run() missing?');
  assert.is(code, 1);
});

test('fails on a file with test.run() but without tests', async () => {
  const { code, output, last } = await runOn({
    'a.test.ts': `${uvu}test.run();\n`,
    'b.test.ts': passing,
  });
  assert.match(output, 'a.test.ts contains no test');
  assert.is(last, '@noether/sample: 1 passed, 1 failed');
  assert.is(code, 1);
});

test('ends tests that wait for ever', async () => {
  const waiting = `${uvu}setInterval(() => {}, 1000);\ntest('waits', () => new Promise(() => {}));\ntest.run();\n`;
  const { code, last, output } = await runOn({ 'a.test.ts': waiting }, { TEST_LIMIT_MS: '3000' });
  assert.match(output, 'run-tests: no end after 3000 ms, the tests hang');
  assert.is(last, '@noether/sample: 0 passed, 1 failed');
  assert.is(code, 1);
});

test('ends tests that block the event loop, with the processes they started', async () => {
  const blocking = `${uvu}import { spawn } from 'node:child_process';
test('blocks', () => {
  spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
  for (;;);
});
test.run();\n`;
  const { code, output } = await runOn({ 'a.test.ts': blocking }, { TEST_LIMIT_MS: '3000' });
  assert.match(output, 'run-tests: no end after 3000 ms, the tests hang');
  assert.is(code, 1);
});

test('fails when a test never settles and nothing is pending', async () => {
  const silent = `${uvu}test('waits', () => new Promise(() => {}));\ntest.run();\n`;
  const { code } = await runOn({ 'a.test.ts': silent });
  assert.is(code, 1);
});

test('fails when a test ends the process with success', async () => {
  const leaving = `${uvu}test('leaves', () => process.exit(0));\ntest('never run', () => assert.unreachable());\ntest.run();\n`;
  const { code, last } = await runOn({ 'a.test.ts': leaving });
  assert.is(last, '@noether/sample: 0 passed, 1 failed');
  assert.is(code, 1);
});

test('refuses .only when CI is set, and only then', async () => {
  const only = `${uvu}test${'.only'}('first', () => {});\ntest('second', () => assert.unreachable());\ntest.run();\n`;
  const inCi = await runOn({ 'a.test.ts': only }, { CI: 'true' });
  assert.match(inCi.output, 'a.test.ts contains .only, the other tests would be skipped');
  assert.is(inCi.code, 1);
  const atHome = await runOn({ 'a.test.ts': only });
  assert.is(atHome.last, '@noether/sample: 1 passed, 0 failed');
  assert.is(atHome.code, 0);
});

test('shows why a file could not be imported', async () => {
  const crash = await runOn({ 'a.test.ts': `throw new Error('broken at import');\n` });
  assert.match(crash.output, 'broken at import');
  assert.is(crash.last, '@noether/sample: 0 passed, 1 failed');
  assert.is(crash.code, 1);
  const missing = await runOn({ 'a.test.ts': `import './absent.js';\n` });
  assert.match(missing.output, 'absent.js');
  assert.is(missing.code, 1);
});

test('fails when a hook throws, which uvu alone passes over', async () => {
  const hook = `${uvu}test.before(() => { throw new Error('no set-up'); });\ntest('a', () => {});\ntest.run();\n`;
  const { code, output, last } = await runOn({ 'a.test.ts': hook });
  assert.match(output, 'a hook of a.test.ts threw');
  assert.is(last, '@noether/sample: 0 passed, 1 failed');
  assert.is(code, 1);
});

test.run();
