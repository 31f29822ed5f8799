import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { turningPlanes } from '../../src/judge/turning-planes.js';

test('the planes are left eigenvectors: (p + iq)ᵀ(L − λ) = 0', () => {
  for (const k of [2, 3, 4, 6]) {
    const generator = randomStream(k).fillNormal(new Float64Array(k * k));
    for (let i = 0; i < k; i++) {
      for (let j = 0; j < i; j++) generator[i * k + j] = -generator[j * k + i];
      generator[i * k + i] = 0.05;
    }
    const planes = turningPlanes(generator, k);
    assert.is(planes.length, Math.floor(k / 2));
    for (const { re, im, frequency } of planes) {
      for (let j = 0; j < k; j++) {
        let [x, y] = [0.05 * -re[j] + frequency * im[j], 0.05 * -im[j] - frequency * re[j]];
        for (let i = 0; i < k; i++) {
          x += re[i] * generator[i * k + j];
          y += im[i] * generator[i * k + j];
        }
        assert.ok(Math.hypot(x, y) < 1e-8, `${x}, ${y}`);
      }
    }
  }
});

test('planes turned at one rate are told apart, each by its own coordinates', () => {
  for (const planes of [2, 3, 4]) {
    const k = 2 * planes;
    const generator = new Float64Array(k * k);
    for (let at = 0; at < k; at += 2) {
      generator[at * k + at + 1] = -1.5;
      generator[(at + 1) * k + at] = 1.5;
    }
    const found = turningPlanes(generator, k);
    assert.is(found.length, planes);
    const places = found.map(({ re, im }) =>
      Array.from(re, (value, at) => Math.hypot(value, im[at]) > 1e-9),
    );
    for (const place of places) assert.is(place.filter(Boolean).length, 2);
    for (let at = 0; at < k; at++) assert.is(places.filter((place) => place[at]).length, 1);
  }
});

test('nothing turns in a scaling, a boost or a generator of zeros', () => {
  for (const entries of [
    [1, 0, 0, 2],
    [0, 1, 1, 0],
    [0, 0, 0, 0],
  ]) {
    assert.equal(turningPlanes(Float64Array.from(entries), 2), []);
  }
});

test.run();
