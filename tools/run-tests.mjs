// Runs the *.test.ts files of a package under uvu, in a child process that a watchdog can end.
// Fails where uvu alone stays silent: no file found, a file that registered nothing, a hang, `.only` in CI.
//   node ../../tools/run-tests.mjs [folder] [pattern]      TEST_LIMIT_MS: time for the whole folder
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [folder = 'test', pattern = '\\.test\\.ts$'] = process.argv.slice(2);
const limit = Number(process.env.TEST_LIMIT_MS ?? 300_000);

if (process.env.NOETHER_TEST_CHILD) await runSuites();
else superviseChild();

function superviseChild() {
  const here = new URL('.', import.meta.url);
  const child = spawn(
    process.execPath,
    [
      '--enable-source-maps',
      '--conditions=@noether/source',
      '--import',
      new URL('ts-register.mjs', here).href,
      fileURLToPath(import.meta.url),
      folder,
      pattern,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NOETHER_TEST_CHILD: '1', NODE_NO_WARNINGS: '1' },
    },
  );
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  const watchdog = setTimeout(() => {
    console.error(`run-tests: no end after ${limit} ms, the tests hang`);
    child.kill('SIGKILL');
  }, limit);
  child.on('close', (code) => {
    clearTimeout(watchdog);
    const count = (word) => Number(new RegExp(`${word}:\\s+(\\d+)`).exec(output)?.[1] ?? 0);
    const passed = count('Passed');
    const failed = Math.max(count('Total') - passed, code === 0 ? 0 : 1);
    const name = JSON.parse(readFileSync('package.json', 'utf8')).name ?? basename(process.cwd());
    console.log(`${name}: ${passed} passed, ${failed} failed`);
    process.exit(failed > 0 ? 1 : 0);
  });
}

async function runSuites() {
  const fail = (why) => {
    console.error(`run-tests: ${why}`);
    process.exit(1);
  };
  const { parse } = await import('uvu/parse');
  const { suites } = await parse(folder, new RegExp(pattern), { color: false });
  const files = suites.filter((suite) => !suite.file.includes('node_modules'));
  if (files.length === 0) fail(`no file under ${folder} matches ${pattern}`);
  if (process.env.CI) {
    const only = files.find((suite) => /\.only\(/.test(readFileSync(suite.file, 'utf8')));
    if (only) fail(`${only.name} contains .only, the other tests would be skipped`);
  }
  globalThis.UVU_DEFER = 1;
  const { exec } = await import('uvu');
  for (const [index, suite] of files.entries()) {
    globalThis.UVU_INDEX = index;
    globalThis.UVU_QUEUE.push([suite.name]);
    await import(pathToFileURL(suite.file).href);
    if (globalThis.UVU_QUEUE[index].length === 1) {
      fail(`${suite.name} registered no suite: is test.run() missing?`);
    }
  }
  await exec(false);
  process.exit(process.exitCode ?? 0);
}
