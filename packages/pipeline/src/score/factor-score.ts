import type { Encoder, SymmetryScore, Trajectories } from '@noether/contracts';
import type { Columns } from '@noether/datasets';
import { latentStates } from './latent-states.js';

/**
 * How well the angle in each plane of latent coordinates tells each known angle: with α of plane p and
 * β of factor f, max(|mean e^{i(α − β)}|, |mean e^{i(α + β)}|), the circular correlation for angles
 * that are spread evenly: 1 when α is β up to direction and origin, about 0 when they are independent.
 */
export async function factorScore(
  encoder: Encoder,
  centre: Float64Array,
  test: Trajectories,
  { names, values }: Columns,
): Promise<NonNullable<SymmetryScore['factors']>> {
  const k = encoder.latentDimension;
  const latent = await latentStates(encoder, test);
  const rows = latent.length / k;
  const angles = (plane: number): Float64Array =>
    Float64Array.from({ length: rows }, (_, row) => {
      const [x, y] = [0, 1].map((at) => latent[row * k + 2 * plane + at] - centre[2 * plane + at]);
      return Math.atan2(y, x);
    });
  const correlations = Array.from({ length: Math.floor(k / 2) }, (_, plane) => {
    const angle = angles(plane);
    return names.map((_name, factor) =>
      Math.max(
        ...[1, -1].map((sign) =>
          resultant(angle.map((a, row) => a + sign * values[row * names.length + factor])),
        ),
      ),
    );
  });
  return { names, correlations };
}

/** |mean e^{iα}|. */
function resultant(angles: Float64Array): number {
  let [x, y] = [0, 0];
  for (const angle of angles) {
    x += Math.cos(angle);
    y += Math.sin(angle);
  }
  return Math.hypot(x, y) / angles.length;
}
