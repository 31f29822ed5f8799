// The losses at the end of a training on one engine, as one JSON line.
//   node agreement/final-losses.mjs NETWORKS ENGINE STEPS NUDGE
// The first weights are those of the seed, times 1 + NUDGE.
import { createTrainer, selectEngine } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { flatStep } from '../laligan/flat-step.mjs';

const [networks, engineName, steps, nudge] = process.argv.slice(2);
const { program, optimisers, batch } = flatStep(JSON.parse(networks));
const engine = await selectEngine(engineName);
const trainer = await createTrainer(program, { engine, random: randomStream(1), optimisers });
const [first] = Object.values(trainer.parameters);
first.forEach((value, at) => (first[at] = value * (1 + Number(nudge))));
let losses = {};
for (let step = 0; step < Number(steps); step++) losses = await trainer.step(batch(step));
await trainer.dispose();
console.log(JSON.stringify(losses));
