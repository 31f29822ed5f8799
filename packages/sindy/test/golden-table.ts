import { allChecks } from './checks/all.js';

/** Golden files that belong to other packages, and the tests that hold them. */
const elsewhere = {
  'sindyae_loss.json': 'packages/autoencoder/test/sindy/sindy-program.test.ts',
  'sindyae_generators.json': 'packages/datasets/test/embeddings',
  'reaction_diffusion_32.json': 'packages/datasets/test/reaction-diffusion/spiral-wave.test.ts',
  'latent_forecast.json': 'packages/forecast/test/roll-out.test.ts, NRMSE every 20 steps',
  'expm_logm.json': 'packages/numerics/test, packages/lie-algebra/test',
  'lie_algebras.json': 'packages/lie-algebra/test',
};

const checks = allChecks();
const status = ({ error, tolerance }: (typeof checks)[number]): string =>
  tolerance === undefined ? 'note' : error <= tolerance ? 'pass' : 'FAIL';
for (const check of checks) {
  const error = check.error.toExponential(1).padStart(8);
  const tolerance = (check.tolerance?.toExponential(0) ?? '').padStart(6);
  const columns = [status(check), error, tolerance, check.file.padEnd(26), check.name];
  console.log([...columns, check.note ?? ''].join('  ').trimEnd());
}
for (const [file, tests] of Object.entries(elsewhere)) {
  console.log(['else', ''.padStart(16), file.padEnd(26), tests].join('  '));
}
const count = (wanted: string): number => checks.filter((c) => status(c) === wanted).length;
console.log(`\n${count('pass')} pass, ${count('FAIL')} fail, ${count('note')} without a verdict`);
process.exitCode = count('FAIL') > 0 ? 1 : 0;
