import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { configJsonSchema, parseConfig } from '../../src/index.js';

const problems = (value: unknown): string[] => {
  try {
    parseConfig(value, 'pipeline.json');
  } catch (error) {
    assert.is((error as { code: string }).code, 'invalid-config');
    return (error as Error).message.split('\n');
  }
  throw new Error('It should have failed.');
};

test('a short configuration is filled up with the recipe of the examples', () => {
  const config = parseConfig({ data: { system: 'pendulum' } }, 'pipeline.json');
  assert.equal(config.windows, { timesteps: 2, stride: 1 });
  assert.equal(config.symmetry.optimisers.generator, { learningRate: 0.01 });
  assert.equal(config.symmetry.regulariser, { kind: 'cosine', centred: true });
  assert.is(config.symmetry.threshold, null);
  assert.is(config.autoencoder.width, 64);
});

test('a configuration that was filled up stays as it is', () => {
  const config = parseConfig({ data: { file: 'a.csv' }, symmetry: { threshold: {} } }, 'a');
  assert.equal(parseConfig(JSON.parse(JSON.stringify(config)), 'b'), config);
});

test('three mistakes are told at once, with their paths and what is nearest', () => {
  const lines = problems({
    data: { system: 'pendlum' },
    symmetry: { epochs: 0, weights: { regularizer: 1 } },
  });
  assert.equal(lines, [
    'pipeline.json has 3 mistakes:',
    '  data.system: "pendlum" is unknown; did you mean "pendulum"?',
    '  symmetry.epochs: must be more than 0, not 0',
    '  symmetry.weights.regularizer: unknown key; did you mean regulariser?',
  ]);
});

test('restarts that nothing could choose between, or longer than the training, are told with all other mistakes', () => {
  const restarts = { count: 2, epochs: 4 };
  const own = { data: { file: 'a.csv' }, symmetry: { epochs: 3, restarts } };
  const long =
    '  symmetry.restarts.epochs: must be at most symmetry.epochs, as a restart is the beginning of the training';
  assert.equal(problems(own).slice(1), [long]);
  const raw = { ...own, data: {}, autoencoder: { architecture: 'identity', width: 0 } };
  const lines = problems(raw);
  assert.match(lines[1], /^ {2}data/);
  assert.equal(lines.slice(-3), [
    '  autoencoder.width: must be more than 0, not 0',
    '  symmetry.restarts.count: without an encoder there is no reconstruction to choose by; leave symmetry.restarts out',
    long,
  ]);
  const other = { ...own, method: 'sindy-autoencoder' };
  assert.equal(problems(other).slice(1), [
    '  symmetry.restarts.count: a SINDy autoencoder has no restarts; leave symmetry.restarts out',
  ]);
  const fitting = parseConfig({ ...own, symmetry: { epochs: 4, restarts } }, 'a');
  assert.equal(fitting.symmetry.restarts, restarts);
});

test('a mistake in one of several alternatives is told for the alternative that was meant', () => {
  assert.equal(problems({ data: { file: 'a.csv', intervall: 3, dt: -1 } }).slice(1), [
    '  data.dt: must be more than 0, not -1',
    '  data.intervall: unknown key; known are file, dt, names, units, dataset, time, trajectory, delimiter, inMemory, split, fractions',
  ]);
  assert.equal(
    problems({ data: { file: 'a.csv' }, symmetry: { representation: [{ kind: 'lerned' }] } }).slice(
      1,
    ),
    ['  symmetry.representation[0].kind: "lerned" is unknown; did you mean "learned"?'],
  );
});

test('of an unknown key the keys of the chosen system are told, each once', () => {
  const known = (data: object): string => problems({ data: { ...data, samples: 20 } })[1];
  const beginning = '  data.samples: unknown key; known are';
  const parts = 'train, validation, test, noise';
  assert.is(
    known({ system: 'rotating-object' }),
    `${beginning} system, object, pixels, actions, ${parts}`,
  );
  assert.is(known({ system: 'jets' }), `${beginning} system, file, constituents, unit, ${parts}`);
  assert.is(known({ system: 'shells' }), `${beginning} system, ${parts}`);
  assert.is(
    known({ system: 'reaction-diffusion' }),
    `${beginning} system, size, every, frames, step, noise`,
  );
  const lines = problems({ data: { system: 'pendulum', pixel: 4 } });
  assert.match(lines[1], /data\.pixel: unknown key; known are system, train,/);
});

test('an unknown group is a mistake like any other, with the nearest', () => {
  const representation = [{ kind: 'fixed', group: 'lorenz' }];
  const lines = problems({ data: { file: 'a.csv' }, symmetry: { group: 'so3x', representation } });
  assert.is(lines.length, 3);
  assert.match(lines[1], /symmetry\.group: There is no group named "so3x"\. Did you mean so3\?/);
  assert.match(lines[2], /symmetry\.representation\[0\]\.group: [^]*Did you mean lorentz\?/);
});

test('a configuration without data, or that is no object, is refused', () => {
  assert.match(problems({})[1], /^ {2}data: expected/);
  assert.match(problems([])[1], /^ {2}configuration: must be object/);
});

test('the JSON schema knows the sections and allows $schema', () => {
  const { properties } = configJsonSchema() as { properties: Record<string, unknown> };
  assert.equal(Object.keys(properties).sort(), [
    '$schema',
    'autoencoder',
    'data',
    'equations',
    'forecast',
    'method',
    'name',
    'sindyAutoencoder',
    'symmetry',
    'windows',
  ]);
  parseConfig({ $schema: './schema.json', data: { system: 'pendulum' } }, 'pipeline.json');
});

test.run();
