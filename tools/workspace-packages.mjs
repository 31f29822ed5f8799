import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The packages of a workspace: folder, name without scope, full name, manifest, as plain objects. */
export function workspacePackages(workspace = root) {
  const base = join(workspace, 'packages');
  return readdirSync(base)
    .sort()
    .map((short) => ({ short, folder: join(base, short) }))
    .filter(({ folder }) => existsSync(join(folder, 'package.json')))
    .map(({ short, folder }) => {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return { short, folder, name: manifest.name, manifest };
    });
}
