// ROWS WORKERS: fits Lorenz's system to that many rows made on the way; prints seconds and peak memory.
import { randomStream } from '@noether/numerics';
import { fitStream } from '@noether/sindy';
import { nodeWorkers } from '@noether/sindy/node';
import { lorenzRows, STEP } from './lorenz-rows.mjs';

const [rows, count] = process.argv.slice(2).map(Number);
const context = { random: randomStream(1), observe: () => undefined };

async function* chunks() {
  const source = lorenzRows();
  for (let from = 0; from < rows; from += 10_000) {
    const some = Math.min(10_000, rows - from);
    const states = new Float64Array(3 * some);
    source.write(states, some);
    const times = Float64Array.from({ length: some }, (_, row) => (from + row) * STEP);
    yield { times, states };
  }
}

const workers = count > 0 ? { workers: nodeWorkers(count) } : {};
const start = performance.now();
const shape = { names: ['x', 'y', 'z'] };
const system = await fitStream(shape, chunks(), { degree: 5, ...workers }, context);
const seconds = (performance.now() - start) / 1000;
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ rows, workers: count, seconds, peakMb, text: system.text(6) }));
process.exit(0);
