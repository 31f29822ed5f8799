import { NoetherError, trajectories, type Trajectories } from '@noether/contracts';
import { describeGenerator, so2 } from '@noether/lie-algebra';
import { dormandPrince, expm, type VectorField } from '@noether/numerics';

function check(holds: boolean, claim: string): void {
  if (!holds) throw new Error(`not so: ${claim}`);
}

const angle = 0.3;
const generator = Float64Array.from([0, angle, -angle, 0]);
const rotation = expm(generator, 2);
const element = so2.exp(Float64Array.of(angle));
check(Math.abs((rotation[0] ?? 0) - Math.cos(angle)) < 1e-15, 'exp of a rotation generator');
check(
  rotation.every((entry, index) => Math.abs(entry - (element[index] ?? NaN)) < 1e-14),
  'the group and the matrix exponential agree',
);
check(describeGenerator(generator, 2).reading.includes('so(2)'), 'the generator is read as so(2)');

const oscillator: VectorField = (state, velocity) => {
  velocity[0] = state[1] ?? 0;
  velocity[1] = -(state[0] ?? 0);
};
const times = Float64Array.from({ length: 11 }, (_, index) => index / 10);
const initial = Float64Array.from([1, 0]);
const { states, status } = dormandPrince(oscillator, initial, times, {
  relative: 1e-10,
  absolute: 1e-10,
});
const data: Trajectories = trajectories({
  names: ['q', 'p'],
  units: ['', ''],
  items: [{ times, states }],
  provenance: { stage: 'consumer' },
});
check(status === 'complete', 'the integration ends');
check(Math.abs((data.items[0]?.states[20] ?? 0) - Math.cos(1)) < 1e-8, 'q(1) = cos 1');

let code = '';
try {
  trajectories({ ...data, units: [] });
} catch (error) {
  if (error instanceof NoetherError) code = error.code;
}
check(code === 'invalid-argument', 'bad input is refused by the one error class');
