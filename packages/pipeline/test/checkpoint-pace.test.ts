import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { checkpointPace } from '../src/checkpoint-pace.js';

/** Milliseconds of an epoch, of the copy at its end and of writing that. */
type Costs = (epoch: number) => readonly [epoch: number, copy: number, write: number];

/** A training on a clock of its own, as `trainSymmetry` and the keeper go about it. */
async function trained(
  epochs: number,
  costs: Costs,
): Promise<{ readonly begins: number[]; readonly spent: number[] }> {
  let clock = 0;
  const pace = checkpointPace(() => clock);
  const [begins, spent]: number[][] = [[], []];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const [duration, copy, write] = costs(epoch);
    clock += duration;
    if (!pace.due()) continue;
    begins.push(clock);
    spent.push(copy + write);
    clock += copy;
    await pace.save(async () => void (clock += write));
  }
  return { begins, spent };
}

test('each checkpoint, its copy included, takes at most 1 % of the time to the next one', async () => {
  const random = randomStream('pace');
  const { begins, spent } = await trained(20_000, () => [
    random.uniform() * 100,
    random.uniform() * 80,
    random.uniform() * 20,
  ]);
  assert.ok(begins.length > 100, `${begins.length} checkpoints`);
  for (let at = 1; at < begins.length; at++) {
    const between = begins[at] - begins[at - 1];
    assert.ok(spent[at - 1] <= 0.01 * between * (1 + 1e-9), `${spent[at - 1]} of ${between}`);
    assert.ok(between < 100 * spent[at - 1] + 100, 'nor is it later than it needs to be');
  }
});

test('small networks are saved after every epoch', async () => {
  const { begins } = await trained(30, () => [200, 1, 1]);
  assert.is(begins.length, 30);
});

test('a checkpoint that nobody asked for costs from where it is written, and counts too', async () => {
  let clock = 0;
  const pace = checkpointPace(() => clock);
  const write = async (): Promise<void> => void (clock += 10);
  assert.ok(pace.due());
  await pace.save(write);
  clock = 10_000;
  await pace.save(write);
  clock = 10_000 + 999;
  assert.not.ok(pace.due());
  clock = 10_000 + 1000;
  assert.ok(pace.due());
});

test.run();
