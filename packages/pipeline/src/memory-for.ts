import { storedSide } from '@noether/datasets';
import type { PipelineConfig } from './config/pipeline-config.js';

/** Bytes that a run takes whatever its data: 420 MB were measured for lotka-volterra. */
export const SMALL = 600e6;

/** Bytes for each number of a field or picture: 4.9 GB were measured for 10,000 frames of 100 × 100 points. */
const PER_NUMBER = 43;

/** About how many bytes of memory a run takes; data in files count as small. */
export function memoryFor({ data, windows }: PipelineConfig): number {
  if (!('system' in data)) return SMALL;
  if (data.system === 'reaction-diffusion') {
    const { frames = 10_000 } = data;
    return SMALL + PER_NUMBER * storedSide(data) ** 2 * frames;
  }
  if (data.system === 'rotating-object') {
    const { pixels = 48, train = 1000 } = data;
    return SMALL + PER_NUMBER * 3 * pixels ** 2 * windows.timesteps * train;
  }
  return SMALL;
}
