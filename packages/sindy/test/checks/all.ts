import { derivativeChecks } from './derivatives.js';
import { equivarianceChecks } from './equivariance.js';
import { weakChecks } from './weak-form.js';
import { explicitRegressionChecks } from './explicit-regressions.js';
import type { GoldenCheck } from './golden-check.js';
import { integrationChecks } from './integration.js';
import { headlineChecks } from './headlines.js';
import { latentForecastChecks } from './latent-forecast.js';
import { libraryChecks } from './libraries.js';
import { lorenzChecks } from './lorenz-fits.js';
import { lorenzPathChecks } from './lorenz-path.js';

/** Every comparison with the golden files of pysindy, in the order of the files. */
export function allChecks(): GoldenCheck[] {
  return [
    ...libraryChecks(),
    ...explicitRegressionChecks(),
    ...lorenzPathChecks(),
    ...lorenzChecks(),
    ...equivarianceChecks(),
    ...derivativeChecks(),
    ...weakChecks(),
    ...latentForecastChecks(),
    ...headlineChecks(),
    ...integrationChecks(),
  ];
}
