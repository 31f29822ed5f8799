import { allChecks } from './checks/all.js';

const checks = allChecks();
const status = ({ error, tolerance }: (typeof checks)[number]): string =>
  tolerance === undefined ? 'note' : error <= tolerance ? 'pass' : 'FAIL';
for (const check of checks) {
  const error = check.error.toExponential(1).padStart(8);
  const tolerance = (check.tolerance?.toExponential(0) ?? '').padStart(6);
  const columns = [status(check), error, tolerance, check.file.padEnd(26), check.name];
  console.log([...columns, check.note ?? ''].join('  ').trimEnd());
}
const count = (wanted: string): number => checks.filter((c) => status(c) === wanted).length;
console.log(`\n${count('pass')} pass, ${count('FAIL')} fail, ${count('note')} without a verdict`);
process.exitCode = count('FAIL') > 0 ? 1 : 0;
