// Checks that packages import only what the architecture lets them, and only what they declare:
//   node tools/check-layers.mjs [workspace]
// Reads every package.json, every tsconfig.json and the imports of src/ and test/; prints one line
// per violation, `file:line: what`, and ends with status 1 when there is any.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { allowedImports, allowedInTests, belowTestkit } from './allowed-imports.mjs';
import { workspacePackages } from './workspace-packages.mjs';

const workspace = resolve(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)));
const rootManifest = readJson(join(workspace, 'package.json'));
const violations = [];

for (const unit of workspacePackages(workspace)) {
  if (checkManifest(unit)) {
    for (const part of ['src', 'test', 'bench']) checkSources(unit, part);
  }
}
for (const violation of violations) console.log(violation);
const count = violations.length;
console.log(count === 0 ? 'layers: in order' : `layers: ${count} violation${count > 1 ? 's' : ''}`);
process.exit(count === 0 ? 0 : 1);

function checkManifest(unit) {
  const { short, folder, manifest } = unit;
  const file = join(folder, 'package.json');
  const report = (key, what) =>
    violations.push(`${place(file, lineOf(file, `"${key}"`))}: ${what}`);
  const allowed = allowedImports[short];
  if (!allowed) {
    report('name', `${short} has no row in tools/allowed-imports.mjs`);
    return false;
  }
  for (const script of ['build', 'lint', 'test']) {
    if (!manifest.scripts?.[script]) report('scripts', `the script ${script} is missing`);
  }
  for (const name of ours(declared(manifest))) {
    if (!allowed.includes(name)) report(`@noether/${name}`, `${short} may not depend on ${name}`);
  }
  for (const name of ours(Object.keys(manifest.devDependencies ?? {}))) {
    const key = `@noether/${name}`;
    if (![...allowed, ...allowedInTests].includes(name)) {
      report(key, `the tests of ${short} may not depend on ${name}`);
    } else if (name === 'testkit' && belowTestkit.includes(short)) {
      report(key, `testkit stands on ${short}: leave it undeclared, or the builds go in a circle`);
    }
  }
  checkReferences(unit);
  return true;
}

function checkReferences({ folder, manifest }) {
  const file = join(folder, 'tsconfig.json');
  const references = readJson(file).references ?? [];
  const referenced = references.map(({ path }) => path.replace('../', '')).sort();
  const wanted = ours(declared(manifest)).sort();
  if (referenced.join() !== wanted.join()) {
    violations.push(
      `${place(file, lineOf(file, '"references"'))}: references [${referenced}] should be the ` +
        `dependencies [${wanted}]`,
    );
  }
}

function checkSources(unit, part) {
  const top = join(unit.folder, part);
  if (!existsSync(top)) return;
  for (const entry of readdirSync(top, { recursive: true })) {
    const file = join(top, entry);
    if (!/\.[cm]?[jt]s$/.test(entry)) continue;
    const text = readFileSync(file, 'utf8');
    for (const { fileName, pos } of ts.preProcessFile(text, true, true).importedFiles) {
      const what = faultOf(unit, part, file, fileName);
      const line = text.slice(0, pos).split('\n').length;
      if (what) violations.push(`${place(file, line)}: ${what}`);
    }
  }
}

/** Why `specifier` may not be imported by `file`, or undefined. */
function faultOf(unit, part, file, specifier) {
  const inTests = part !== 'src';
  if (specifier.startsWith('.') || specifier.startsWith('/')) {
    const room = inTests ? unit.folder : join(unit.folder, part);
    const inside = resolve(dirname(file), specifier).startsWith(room + sep);
    return inside ? undefined : `${specifier} leaves ${relative(workspace, room)}`;
  }
  if (isBuiltin(specifier)) return undefined;
  const [first, second, ...rest] = specifier.split('/');
  const name = specifier.startsWith('@') ? `${first}/${second}` : first;
  const deep = specifier.startsWith('@') ? rest.length > 0 : second !== undefined;
  if (name.startsWith('@noether/')) return faultOfOurs(unit, inTests, second, deep);
  const known = [...declared(unit.manifest), ...(inTests ? development(unit.manifest) : [])];
  return known.includes(name) ? undefined : `${name} is not declared in package.json`;
}

function faultOfOurs({ short, manifest }, inTests, target, deep) {
  if (deep) return `reaches into ${target}: import @noether/${target} itself`;
  if (target === short) return inTests ? undefined : `${short} imports itself`;
  if (!inTests && target === 'testkit') return 'testkit is for tests';
  const allowed = inTests ? [...allowedImports[short], ...allowedInTests] : allowedImports[short];
  if (!allowed.includes(target)) return `${short} may not import ${target}`;
  if (inTests && belowTestkit.includes(short) && allowedInTests.includes(target)) return undefined;
  const known = [
    ...declared(manifest),
    ...(inTests ? Object.keys(manifest.devDependencies ?? {}) : []),
  ];
  return known.includes(`@noether/${target}`)
    ? undefined
    : `${target} is not declared in package.json`;
}

function declared({ dependencies, optionalDependencies, peerDependencies }) {
  return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
}

function development({ devDependencies }) {
  return Object.keys({ ...rootManifest.devDependencies, ...devDependencies });
}

function ours(names) {
  return names.filter((name) => name.startsWith('@noether/')).map((name) => name.slice(9));
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function lineOf(file, text) {
  return readFileSync(file, 'utf8').split(text)[0].split('\n').length;
}

function place(file, line) {
  return `${relative(workspace, file)}:${line}`;
}
