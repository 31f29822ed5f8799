import type { Trajectories, Windows } from '@noether/contracts';
import { windows, type Dataset } from '@noether/datasets';
import type { PipelineConfig } from '../config/pipeline-config.js';

/**
 * The samples of a part of a data set. Of several states in motion, the row that follows must be
 * recorded too; others stand for themselves.
 * @throws NoetherError that names the first trajectory too short for one window
 */
export function cutWindows(
  part: Trajectories,
  { windows: { timesteps, stride } }: PipelineConfig,
  { interval, still }: Dataset,
): Windows {
  const successor = timesteps > 1 && !still;
  return windows(part, { timesteps, interval, stride, successor });
}
