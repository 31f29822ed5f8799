import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { RunRecord } from '@noether/contracts';
import {
  experiments,
  judgeExperiment,
  keyOf,
  listPresets,
  outcomeOf,
  reproductionText,
  type Criterion,
  type ExperimentResult,
} from '@noether/pipeline';
import { compareForecasts } from '../../src/reproduce/compare-forecasts.js';
import {
  claimsNothing,
  conserves,
  forecasts,
  linear,
  turnsAt,
} from '../../src/reproduce/criterion.js';

type Changes = {
  readonly [K in keyof RunRecord]?: RunRecord[K] extends object
    ? Partial<RunRecord[K]>
    : RunRecord[K];
};

/** A record with only what the criteria of a test look at. */
function record(seed: number, changes: Changes): RunRecord {
  return { status: 'discovered', seed, versions: {}, ...changes } as unknown as RunRecord;
}

/** Judges runs against criteria, `share` of them to meet all. */
function judged(
  criteria: readonly Criterion[],
  records: readonly RunRecord[],
  share = 1,
): ExperimentResult {
  const experiment = { ...experiments[0], share };
  return judgeExperiment(
    experiment,
    records.map((run) => outcomeOf(run, criteria)),
  );
}

const rotation = (a: number, b: number, quadratic = 0): Changes => ({
  equations: {
    names: ['1', 'z1', 'z2', 'z1^2'],
    coefficients: [
      [0, 0, a, quadratic],
      [0.2, b, 0, 0],
    ],
    r2: [0.99, 0.97],
  },
});

test('the frequency is the root of the product, whatever the signs and scales', () => {
  const criterion = turnsAt(0.908, 0.02);
  assert.ok(Math.abs((criterion.value(record(1, rotation(0.82, -1))) ?? 0) - 0.9055) < 1e-4);
  assert.is(criterion.value(record(1, rotation(-1, 1))), 1);
  assert.is(criterion.value(record(1, rotation(1, 1))), null, 'a saddle has none');
});

test('linear means without products, and well fitted', () => {
  assert.ok(linear.holds(0.97, record(1, rotation(1, -1))));
  assert.not(linear.holds(0.97, record(1, rotation(1, -1, 0.1))));
  assert.not(linear.holds(0.9, record(1, rotation(1, -1))));
});

test('an experiment passes when enough seeds meet all criteria, and names the others', () => {
  const invariance = (ratio: number): Changes => ({ symmetry: { invariance: { ratio } as never } });
  const criteria = [conserves(0.3), forecasts(0.02)];
  const runs = [0.1, 0.2, 0.25, 0.5].map((ratio, seed) =>
    record(seed, { ...invariance(ratio), forecast: { nrmse: [0.1, 0.1] } }),
  );
  const result = judged(criteria, runs, 0.75);
  assert.is(result.passed, 3);
  assert.ok(result.pass);
  assert.equal(
    result.failures.map(({ seed, status, missed }) => ({ seed, status, missed })),
    [{ seed: 3, status: 'discovered', missed: [{ id: 'B4', value: 0.5 }] }],
  );
  assert.equal(
    result.criteria.map(({ passed }) => passed),
    [3, 4],
  );
  assert.not(judged(criteria, runs, 0.9).pass);
  assert.match(reproductionText([result]), /seed 3: discovered, misses B4 \(0\.5\)$/);
});

test('a number that is missing fails, and a control fails when it claims a discovery', () => {
  const without = record(1, { symmetry: { invariance: null } });
  assert.is(judged([conserves(1)], [without]).passed, 0);
  assert.is(judged([claimsNothing], [record(1, {})]).passed, 0);
  assert.is(judged([claimsNothing], [record(1, { status: 'collapsed' })]).passed, 1);
  assert.not(judged([claimsNothing], []).pass);
});

test('a run without a verdict is named by what it misses', () => {
  const finding = { id: 'A1', asks: 'small', value: 2, holds: false };
  const result = judgeExperiment(experiments[0], [{ seed: 7, status: null, findings: [finding] }]);
  assert.match(reproductionText([result]), /seed 7: misses A1 \(2\)$/);
});

test('a failed seed says why, and what is published stands beside the median', () => {
  const finding = { id: 'B1', asks: 'small', value: 2, holds: false };
  const reason = 'The angle is 0.';
  const outcome = { seed: 2, status: 'collapsed', reason, findings: [finding] } as const;
  const result = judgeExperiment({ ...experiments[0], published: { B1: '0.5' } }, [outcome]);
  const text = reproductionText([result]);
  assert.match(text, /^FAIL.*0 of 1 seeds \(1 collapsed\)\n/);
  assert.match(text, /seed 2: collapsed, misses B1 \(2\)\. The angle is 0\./);
  assert.match(text, /median +reference +asked\n +B1 +0\/1 +2 +0\.5 +small/);
});

test('forecasts are compared method by method, each over the seeds that have it', () => {
  const score = (error: number, validTime: number): RunRecord['forecast']['floor'] => ({
    nrmse: [0, error],
    validTime,
  });
  const seeds = [1, 2, 3].map((seed) => {
    const neuralOde = seed === 3 ? {} : { 'neural-ode': score(1, 2) };
    const baselines = { persistence: score(2, 0.5), ...neuralOde };
    return { times: [0, 4], ...score(seed / 10, 4), floor: score(0, 4), modes: 5, baselines };
  });
  const compared = compareForecasts(seeds, 'LaLiGAN + SINDy');
  assert.is(compared?.horizon, 4);
  assert.equal(
    compared?.methods.map(({ method, runs }) => [method, runs]),
    [
      ['LaLiGAN + SINDy', 3],
      ['neural ODE', 2],
      ['persistence', 3],
      ['autoencoder only (floor)', 3],
    ],
  );
  assert.ok(Math.abs((compared?.methods[0].meanSquare ?? 0) - 0.02) < 1e-12);
  assert.is(compareForecasts([{ ...seeds[0], times: [] }], 'ours'), undefined);
  const findings = [{ id: 'B1', asks: 'small', value: 0, holds: true }];
  const outcomes = seeds.map((forecast, seed) => ({
    seed,
    status: 'discovered' as const,
    findings,
    forecast,
  }));
  const lotkaVolterra = experiments.find((experiment) => keyOf(experiment) === 'lotka-volterra');
  assert.ok(lotkaVolterra);
  const text = reproductionText([judgeExperiment(lotkaVolterra, outcomes)]);
  assert.match(text, /LaLiGAN \+ SINDy +0\.02 +≥ 4\n/);
  assert.match(text, /5 principal coordinates/);
});

test('what is published stands with the criterion, by its id or with the finding itself', () => {
  const findings = [
    { id: 'B8', asks: 'first', value: 1, holds: true },
    { id: 'B8', asks: 'second', value: 1, holds: true, published: '2.5' },
    { id: 'Z', asks: 'third', value: 1, holds: true },
  ];
  const wave = experiments.find((experiment) => keyOf(experiment) === 'reaction-diffusion');
  assert.ok(wave);
  const { criteria } = judgeExperiment(wave, [{ seed: 1, status: 'discovered', findings }]);
  assert.equal(
    criteria.map(({ published }) => published),
    ['0.9078', '2.5', undefined],
  );
});

test('every experiment has a key of its own, and a preset with criteria or numbers of its own', async () => {
  const presets = await listPresets();
  for (const experiment of experiments) {
    if ('study' in experiment) continue;
    const { preset, criteria, seeds, quickSeeds } = experiment;
    assert.ok(presets.includes(preset), preset);
    assert.ok(criteria.length > 0 && seeds >= 5 && (quickSeeds === 0 || quickSeeds >= 3), preset);
  }
  assert.is(new Set(experiments.map(keyOf)).size, experiments.length);
});

test.run();
