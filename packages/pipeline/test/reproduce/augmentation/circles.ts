import { trajectories, type Trajectories } from '@noether/contracts';
import { randomStream } from '@noether/numerics';

/** Points that turn by 0.3 from row to row, six rows each, on circles of radius 1 to 2; `stretch` makes ellipses of them. */
export function circles(count: number, seed: string, stretch = 1): Trajectories {
  const random = randomStream(seed);
  const items = Array.from({ length: count }, () => {
    const [radius, phase] = [1 + random.uniform(), 2 * Math.PI * random.uniform()];
    const angles = Array.from({ length: 6 }, (_, row) => phase + 0.3 * row);
    return {
      times: Float64Array.from(angles.keys()),
      states: Float64Array.from(
        angles.flatMap((angle) => [radius * Math.cos(angle), stretch * radius * Math.sin(angle)]),
      ),
    };
  });
  const provenance = { stage: 'test' };
  return trajectories({ names: ['x', 'y'], units: ['', ''], items, provenance });
}
