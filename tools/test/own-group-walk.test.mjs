// The walk of docs/your-own-group.md, in a copy of the workspace: generate, test, discover.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import groupGenerator from '../scaffold/group/generator.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const test = suite('a group of your own, from an empty file to a discovery');

/** Packages and tools are copied, the installed packages linked, ours among them to the copies. */
function copyOfWorkspace() {
  const copy = mkdtempSync(join(tmpdir(), 'noether-walk-'));
  const without = ['dist', 'node_modules', 'scratch'];
  for (const folder of ['packages', 'tools', 'examples']) {
    cpSync(join(root, folder), join(copy, folder), {
      recursive: true,
      filter: (path) => !without.includes(basename(path)),
    });
  }
  for (const file of ['package.json', 'tsconfig.base.json'])
    cpSync(join(root, file), join(copy, file));
  const installed = join(copy, 'node_modules');
  mkdirSync(join(installed, '@noether'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '@noether') symlinkSync(join(root, 'node_modules', name), join(installed, name));
  }
  for (const name of readdirSync(join(copy, 'packages'))) {
    symlinkSync(join(copy, 'packages', name), join(installed, '@noether', name));
  }
  return copy;
}

const tiny = {
  name: 'swing',
  data: { system: 'pendulum', train: 4, validation: 2, test: 2, steps: 50 },
  autoencoder: { width: 8, hidden: 1 },
  symmetry: { batchSize: 32, epochs: 1, discriminator: { width: 8, hidden: 1 } },
};

test('generated, found by its name, tested and used in a discovery', () => {
  const copy = copyOfWorkspace();
  try {
    const tree = new FsTree(copy, false);
    groupGenerator(tree, { name: 'my-group', summary: 'planar turns' });
    flushChanges(copy, tree.listChanges());
    const node = (folder, ...args) =>
      execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    const runner = join(copy, 'tools/run-tests.mjs');
    const report = node(join(copy, 'packages/lie-algebra'), runner, 'test', 'groups/my-group');
    assert.match(report, /lie-algebra: 43 passed, 0 failed/);
    writeFileSync(join(copy, 'pipeline.json'), JSON.stringify(tiny));
    node(
      copy,
      join(copy, 'tools/noether.mjs'),
      'discover',
      'pipeline.json',
      '--set',
      'symmetry.group=my-group',
      '--out',
      'run',
    );
    assert.match(readFileSync(join(copy, 'run/symmetry.json'), 'utf8'), /my-group/);
  } finally {
    rmSync(copy, { recursive: true });
  }
});

test.run();
