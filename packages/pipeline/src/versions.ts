import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunRecord } from '@noether/contracts';

const STAGES = [
  'compute',
  'datasets',
  'autoencoder',
  'symmetry-gan',
  'sindy',
  'forecast',
  'report',
];

/**
 * Versions of what computes a run: node, our packages, tfjs, and onnxruntime where the engine says so.
 * @param engine description of the engine
 */
export function versions(engine: string): Record<string, string> {
  const own = createRequire(import.meta.url);
  const found: Record<string, string> = { node: process.versions.node };
  for (const stage of STAGES) add(found, own, `@noether/${stage}`);
  const compute = createRequire(own.resolve('@noether/compute/package.json'));
  add(found, compute, '@tensorflow/tfjs', 'tfjs');
  const onnxruntime = /onnxruntime\S* ([\d.]+)/.exec(engine)?.[1];
  return onnxruntime === undefined ? found : { ...found, onnxruntime };
}

/** The version of this package, which all packages of Noether carry. */
export function noetherVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** `Noether 0.1.0`, or that it is not known. */
export function nameOf(version: string | null | undefined): string {
  return version ? `Noether ${version}` : 'a version of Noether that was not recorded';
}

/** The version of Noether that made a run; undefined where its record does not say. */
export function versionOf({ versions: found }: Pick<RunRecord, 'versions'>): string | undefined {
  return found['@noether/compute'];
}

function add(
  found: Record<string, string>,
  require: NodeJS.Require,
  name: string,
  label: string = name,
): void {
  const text = readFileSync(require.resolve(`${name}/package.json`), 'utf8');
  found[label] = (JSON.parse(text) as { version: string }).version;
}
