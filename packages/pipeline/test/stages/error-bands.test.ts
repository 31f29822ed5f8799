import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { bandsOf, errorTable, type MethodErrors } from '../../src/stages/error-bands.js';

/** Errors that grow along a line. */
function line(slope: number, times: readonly number[]): MethodErrors {
  const curve = (factor: number): { nrmse: number[] } => ({
    nrmse: times.map((time) => factor * slope * time),
  });
  return {
    times,
    ...curve(1),
    floor: curve(0),
    baselines: { persistence: curve(2), dmd: curve(3) },
  };
}

test('seeds with other times are compared at those of the shortest forecast', () => {
  const { times, bands } = bandsOf([
    line(1, [0, 0.7, 1.4, 2.1, 4]),
    line(2, [0, 1, 2, 3]),
    line(3, [0, 1.5, 3, 4.5]),
  ]);
  assert.equal([...times], [0, 1, 2, 3]);
  assert.equal(
    bands.map(({ label }) => label),
    ['forecast', 'autoencoder only', 'DMD', 'persistence'],
  );
  close(Float64Array.from(bands[0].middle), [0, 2, 4, 6], { atol: 1e-12 });
  close(Float64Array.from(bands[2].lower), [0, 3.6, 7.2, 10.8], { atol: 1e-12 });
  assert.match(errorTable(times, bands), /^time,forecast,forecast 10 %,forecast 90 %,/);
});

test('a method that one seed lacks is shown over the others', () => {
  const seeds = [line(1, [0, 1]), { ...line(3, [0, 1]), baselines: {} }];
  const { bands } = bandsOf(seeds);
  close(Float64Array.from(bands[0].middle), [0, 2]);
  close(Float64Array.from(bands[2].middle), [0, 3]);
});

test.run();
