import { madeUpArrays } from '../engines/made-up-arrays.js';
import { loadOnnxNative, processorGraph } from '../engines/onnx-native.js';
import { gradientFunction, programInputs } from '../gradients.js';
import { encodeModel } from '../onnx/encode-model.js';
import type { Program } from '../program.js';
import { trace } from '../trace/trace.js';
import { operationCosts, type OperationCost, type ProfileEvent } from './profile-events.js';

export interface ProfileOptions {
  /** Steps to run; default 10. */
  readonly steps?: number;
  /** Default 1, which makes times add up. */
  readonly threads?: number;
  /** How many operations to list; default 10. */
  readonly top?: number;
}

/**
 * The most expensive operations of a training step on onnxruntime's native library, without the
 * optimiser, on made-up numbers. onnxruntime writes its profile to a temporary folder, which is
 * removed. Node only.
 * @throws NoetherError `engine-unavailable` without onnxruntime-node, and what `trace` throws
 */
export async function profileProgram(
  program: Program,
  { steps = 10, threads = 1, top = 10 }: ProfileOptions = {},
): Promise<OperationCost[]> {
  const runtime = await loadOnnxNative();
  const { mkdtemp, readdir, readFile, rm } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const inputs = programInputs(program);
  const graph = (await processorGraph(runtime))(trace(gradientFunction(program), inputs));
  const arrays = madeUpArrays(inputs);
  const folder = await mkdtemp(join(tmpdir(), 'noether-profile-'));
  try {
    const session = await runtime.InferenceSession.create(encodeModel(graph), {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      graphOptimizationLevel: 'extended',
      enableProfiling: true,
      profileFilePrefix: join(folder, 'step'),
      logSeverityLevel: 4,
    });
    const feeds = Object.fromEntries(
      graph.inputs.map(({ name, shape, type }) => [
        name,
        new runtime.Tensor(type as 'float32', arrays[name] as Float32Array, shape),
      ]),
    );
    for (let step = 0; step < steps; step++) await session.run(feeds);
    session.endProfiling();
    await session.release();
    const [file] = await readdir(folder);
    const events = JSON.parse(await readFile(join(folder, file), 'utf8')) as ProfileEvent[];
    return operationCosts(events, steps).slice(0, top);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A profile in lines, for people. */
export function profileText(costs: readonly OperationCost[]): string {
  return costs
    .map(({ operation, shapes, count, milliseconds, share }) => {
      const percent = `${(100 * share).toFixed(1)} %`.padStart(7);
      return `${milliseconds.toFixed(3).padStart(9)} ms ${percent}  ${count} × ${operation} ${shapes}`;
    })
    .join('\n');
}
