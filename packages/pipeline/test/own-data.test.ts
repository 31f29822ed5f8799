import { writeFile } from 'node:fs/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { ProgressEvent } from '@noether/contracts';
import { discover, forecastRun, resumeDiscovery, judgeRun } from '../src/index.js';
import { failure, inFolder, silent, tinyConfig } from './tiny.js';

/** Circles of several radii, rows × 2 each. */
function circles(count: number, rows: number): number[][][] {
  return Array.from({ length: count }, (_, item) =>
    Array.from({ length: rows }, (_row, row) => {
      const angle = 0.2 * row + item;
      return [(item + 1) * Math.cos(angle), (item + 1) * Math.sin(angle)];
    }),
  );
}

function csv(paths: number[][][]): string {
  const lines = paths.flatMap((path, item) =>
    path.map(([x, y], row) => `${item},${0.1 * row},${x},${y}`),
  );
  return ['trajectory,t,x [m],y [m]', ...lines].join('\n');
}

/** Version 1.0 of the .npy format, float64, C order. */
function npy(paths: number[][][]): Uint8Array {
  const shape = `(${paths.length}, ${paths[0].length}, 2)`;
  const text = `{'descr': '<f8', 'fortran_order': False, 'shape': ${shape}, }`;
  const header = `${text.padEnd(117)}\n`;
  const head = Buffer.from(`\x93NUMPY\x01\x00${String.fromCharCode(header.length, 0)}`, 'latin1');
  const values = Float64Array.from(paths.flat(2));
  return Buffer.concat([head, Buffer.from(header, 'latin1'), Buffer.from(values.buffer)]);
}

const run = (out: string, file: string, more: object = {}): ReturnType<typeof discover> =>
  discover(tinyConfig({ data: { file, ...more } }), { out, seed: 1, observe: silent });

test('a discovery on a CSV file and on the same numbers as NPY come out alike', async () => {
  await inFolder(async (out) => {
    const paths = circles(6, 60);
    await writeFile(`${out}.csv`, csv(paths));
    await writeFile(`${out}.npy`, npy(paths));
    const fromCsv = await run(`${out}-1`, `${out}.csv`);
    const fromNpy = await run(`${out}-2`, `${out}.npy`, { dt: 0.1 });
    assert.is(fromCsv.symmetry.invariance, null);
    assert.equal(fromCsv.symmetry, fromNpy.symmetry);
    assert.equal(fromCsv.reconstruction, fromNpy.reconstruction);
  });
});

test('a file that was changed since is refused by resume', async () => {
  await inFolder(async (out) => {
    const file = `${out}.csv`;
    await writeFile(file, csv(circles(6, 60)));
    const controller = new AbortController();
    const observe = (event: ProgressEvent): void => {
      if (event.kind === 'metrics') controller.abort();
    };
    const { signal } = controller;
    const config = tinyConfig({ data: { file } });
    assert.is((await failure(discover(config, { out, seed: 1, observe, signal }))).code, 'aborted');
    await writeFile(file, csv(circles(6, 61)));
    assert.is((await failure(resumeDiscovery(out, { observe: silent }))).code, 'changed-data');
  });
});

test('a file that was changed since is refused by forecast and by judge', async () => {
  await inFolder(async (out) => {
    const file = `${out}.csv`;
    const paths = circles(6, 60);
    await writeFile(file, csv(paths));
    await run(out, file);
    const again = { out: `${out}-again`, observe: silent };
    assert.is((await forecastRun(out, again)).runs.length, 1);
    paths[2][7][1] += 1e-9;
    await writeFile(file, csv(paths));
    assert.is((await failure(forecastRun(out, again))).code, 'changed-data');
    assert.is((await failure(judgeRun(out, { observe: silent }))).code, 'changed-data');
  });
});

test('NaN, ragged rows and trajectories that are too short are named', async () => {
  await inFolder(async (out) => {
    const file = `${out}.csv`;
    const paths = circles(6, 60);
    const lines = csv(paths).split('\n');
    await writeFile(file, [...lines.slice(0, 5), '0,0.45,1', ...lines.slice(5)].join('\n'));
    assert.match((await failure(run(out, file))).message, /[Ll]ine 6/);
    paths[1][3][0] = NaN;
    await writeFile(file, csv(paths));
    assert.match((await failure(run(out, file))).message, /[Tt]rajectory 1, row 3/);
    await writeFile(file, csv(circles(6, 2)));
    assert.is((await failure(run(out, file))).code, 'trajectory-too-short');
  });
});

test.run();
