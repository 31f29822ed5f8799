// Installs the packed packages in an empty project as a stranger would, type-checks and runs it:
//   node tools/check-packed.mjs [project]      one folder of integrations/; all without an argument
// Not part of .ci/run: the npm packages underneath come from the npm cache or the network.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workspacePackages } from './workspace-packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const integrations = join(root, 'integrations');
const projects = process.argv[2] ? [process.argv[2]] : readdirSync(integrations);
const manifests = new Map(workspacePackages().map(({ name, manifest }) => [name, manifest]));

for (const project of projects) {
  const folder = mkdtempSync(join(tmpdir(), `noether-${project}-`));
  process.on('exit', () => rmSync(folder, { recursive: true }));
  cpSync(join(integrations, project), folder, { recursive: true });
  check(folder);
  console.log(`${project}: in order`);
}

function check(folder) {
  const file = join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const names = closure(Object.keys(manifest.dependencies));
  const bin = join(root, 'node_modules', '.bin');
  run(join(bin, 'nx'), ['run-many', '-t', 'build', '-p', names.join()], root);
  manifest.dependencies = Object.fromEntries(
    names.map((name) => [name, `file:${pack(name, folder)}`]),
  );
  writeFileSync(file, JSON.stringify(manifest));
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], folder);
  run(join(bin, 'tsc'), ['-p', folder], folder);
  run(process.execPath, [join(folder, 'dist', 'main.js')], folder);
}

/** The packages of ours that `names` need, themselves included. */
function closure(names) {
  const found = new Set(names);
  for (const name of found) {
    for (const next of Object.keys(manifests.get(name).dependencies)) {
      if (manifests.has(next)) found.add(next);
    }
  }
  return [...found];
}

function pack(name, folder) {
  const text = run('npm', ['pack', '--json', '--pack-destination', folder, '-w', name], root);
  const [{ filename, files }] = Object.values(JSON.parse(text));
  const stray = files.find(
    ({ path }) => !/^(dist|src|bin)\/|^(package\.json|README\.md)$/.test(path),
  );
  if (stray) throw new Error(`${name} packs ${stray.path}`);
  return join(folder, filename);
}

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false', ONNXRUNTIME_NODE_INSTALL: 'skip' },
  });
  if (status === 0) return stdout;
  console.error(`${[command, ...args].join(' ')}\n${stdout}${stderr}`);
  process.exit(1);
}
