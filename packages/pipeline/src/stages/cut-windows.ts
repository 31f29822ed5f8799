import type { Trajectories, Windows } from '@noether/contracts';
import { windows, type Dataset } from '@noether/datasets';
import type { PipelineConfig } from '../config/pipeline-config.js';

/**
 * The samples of a part of a data set. Of several states, the row that follows must be recorded too; a
 * single state stands for itself.
 * @throws NoetherError that names the first trajectory too short for one window
 */
export function cutWindows(
  part: Trajectories,
  { windows: { timesteps, stride } }: PipelineConfig,
  { interval }: Dataset,
): Windows {
  return windows(part, { timesteps, interval, stride, successor: timesteps > 1 });
}
