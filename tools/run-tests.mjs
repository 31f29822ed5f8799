// Runs the test files of the package in the current folder under uvu, in a child process that a
// watchdog can end, and prints «<package>: N passed, N failed». Fails where uvu alone stays silent:
// no file found, a file that registered nothing, a hang, `.only` when CI is set.
//   node ../../tools/run-tests.mjs [folder] [pattern]      TEST_LIMIT_MS: time for the whole folder
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const isChild = process.argv[2] === '--child';
const [folder = 'test', pattern = '\\.test\\.ts$'] = process.argv.slice(isChild ? 3 : 2);
const limit = Number(process.env.TEST_LIMIT_MS ?? 300_000);

if (isChild) await runFiles();
else superviseChild();

function superviseChild() {
  const child = spawn(
    process.execPath,
    [
      '--enable-source-maps',
      '--conditions=@noether/source',
      '--import',
      new URL('ts-register.mjs', import.meta.url).href,
      fileURLToPath(import.meta.url),
      '--child',
      folder,
      pattern,
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    },
  );
  let tally = { passed: 0, failed: 1 };
  child.on('message', (message) => {
    tally = message;
  });
  const watchdog = setTimeout(() => {
    console.error(`run-tests: no end after ${limit} ms, the tests hang`);
    endGroup(child);
  }, limit);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      endGroup(child);
      process.exit(130);
    });
  }
  child.on('exit', (code) => {
    clearTimeout(watchdog);
    const failed = code === 0 ? tally.failed : Math.max(tally.failed, 1);
    console.log(`${packageName()}: ${tally.passed} passed, ${failed} failed`);
    process.exit(failed > 0 ? 1 : 0);
  });
}

function endGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

function packageName() {
  return JSON.parse(readFileSync('package.json', 'utf8')).name ?? basename(process.cwd());
}

async function runFiles() {
  const files = await listFiles();
  // uvu reads UVU_DEFER while it loads: without it the first queue is its own, off by one.
  globalThis.UVU_DEFER = 1;
  const { exec } = await import('uvu');
  const tally = { passed: 0, failed: 0 };
  const empty = new Set(files.map((file) => file.name));
  for (const [index, { name, file }] of files.entries()) {
    const queue = [name];
    globalThis.UVU_INDEX = index;
    globalThis.UVU_QUEUE.push(queue);
    await import(pathToFileURL(resolve(file)).href);
    if (queue.length === 1) stop(`${name} registered no suite: is test.run() missing?`);
    for (let suite = 1; suite < queue.length; suite++) {
      const run = queue[suite];
      queue[suite] = async () => {
        const result = await run();
        const [errors, passed, skipped, total] = result;
        if (errors === true && passed < total) {
          console.error(
            `run-tests: a hook of ${name} threw; uvu hides its error, so catch it there`,
          );
        }
        tally.passed += passed;
        tally.failed += total - passed;
        if (total + skipped > 0) empty.delete(name);
        return result;
      };
    }
  }
  await exec(false);
  for (const name of empty) {
    console.error(`run-tests: ${name} contains no test`);
    tally.failed += 1;
  }
  process.send(tally, () => process.exit(tally.failed > 0 ? 1 : (process.exitCode ?? 0)));
}

async function listFiles() {
  const { parse } = await import('uvu/parse');
  const found = await parse(folder, new RegExp(pattern), { color: false });
  const suites = found.suites.filter(({ name }) => /\.test\.[mc]?[jt]s$/.test(name));
  if (suites.length === 0) stop(`no file under ${folder} matches ${pattern}`);
  if (process.env.CI) {
    const only = suites.find(({ file }) => /\.only\(/.test(readFileSync(file, 'utf8')));
    if (only) stop(`${only.name} contains .only, the other tests would be skipped`);
  }
  return suites;
}

function stop(why) {
  console.error(`run-tests: ${why}`);
  process.exit(1);
}
