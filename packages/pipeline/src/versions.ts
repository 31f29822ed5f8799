import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

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

function add(
  found: Record<string, string>,
  require: NodeJS.Require,
  name: string,
  label: string = name,
): void {
  const text = readFileSync(require.resolve(`${name}/package.json`), 'utf8');
  found[label] = (JSON.parse(text) as { version: string }).version;
}
