export { fitDmd, type AffineMap } from './fit-dmd.js';
export {
  forecastTrajectories,
  type ForecastInput,
  type ForecastOptions,
} from './forecast-trajectories.js';
export { iterateMap } from './iterate-map.js';
export { nrmse, spread } from './nrmse.js';
export { persistence } from './persistence.js';
export { rollOut, type RollOut, type RollOutOptions } from './roll-out.js';
export { validTime } from './valid-time.js';
