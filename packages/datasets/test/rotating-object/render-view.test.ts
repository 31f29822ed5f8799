import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  boxes,
  objects,
  randomRotation,
  renderView,
  renderViews,
  turned,
  unitMesh,
  type Mesh,
} from '@noether/datasets';

const random = randomStream(5);
const AXES = [0, 1, 2] as const;
const cube = boxes([[-0.5, 0.5, -0.5, 0.5, -0.5, 0.5]]);
const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** A square facing along x, at this depth, `half` wide to each side, walked in either direction. */
function square(depth: number, half: number, flipped = false): Mesh {
  const corners = [-half, -half, half, -half, half, half, -half, half];
  const vertices = [0, 1, 2, 3].flatMap((at) => [depth, corners[2 * at], corners[2 * at + 1]]);
  const triangles = flipped ? [0, 2, 1, 0, 3, 2] : [0, 1, 2, 0, 2, 3];
  return { vertices: Float64Array.from(vertices), triangles: Int32Array.from(triangles) };
}

function joined(...meshes: readonly Mesh[]): Mesh {
  let first = 0;
  const triangles = meshes.flatMap((mesh) => {
    const moved = Array.from(mesh.triangles, (vertex) => vertex + first);
    first += mesh.vertices.length / 3;
    return moved;
  });
  const vertices = Float64Array.from(meshes.flatMap((mesh) => [...mesh.vertices]));
  return { vertices, triangles: Int32Array.from(triangles) };
}

/**
 * The light on a picture of the turned unit cube, over [−1, 1]²: the face with normal ±R eⱼ has the projected
 * area |R_aj| and the grey 0.3 + 0.7 (1 + n·l)/2.
 */
function lightOfCube(rotation: Float64Array, axis: number): number {
  return [0, 1, 2].reduce((light, face) => {
    const area = rotation[3 * axis + face];
    const sum = rotation[face] + rotation[3 + face] + rotation[6 + face];
    const lit = (Math.sign(area) * sum) / Math.sqrt(3);
    return light + Math.abs(area) * (0.3 + 0.35 * (1 + lit));
  }, 0);
}

test('a turned cube has its exact projected areas and greys', () => {
  for (let draw = 0; draw < 12; draw++) {
    const rotation = randomRotation(random.split(draw));
    for (const axis of AXES) {
      const light = 4 * mean(renderView(turned(cube, rotation), axis));
      close(light, lightOfCube(rotation, axis), { rtol: 6e-3 }, `draw ${draw}, axis ${axis}`);
    }
  }
});

test('the error of the area falls with the number of samples', () => {
  const worst = (samples: number): number =>
    Math.max(
      ...Array.from({ length: 12 }, (_, draw) => {
        const rotation = randomRotation(random.split(draw));
        const light = 4 * mean(renderView(turned(cube, rotation), 0, { pixels: 24, samples }));
        return Math.abs(light - lightOfCube(rotation, 0));
      }),
    );
  assert.ok(worst(1) > 4e-3);
  assert.ok(worst(16) < worst(1) / 8, `${worst(16)} of ${worst(1)}`);
});

test('a silhouette whose edges lie between pixels is exact', () => {
  const picture = renderView(cube, 2, { pixels: 8 });
  const grey = 0.3 + 0.35 * (1 + 1 / Math.sqrt(3));
  const expected = Array.from({ length: 64 }, (_, at) =>
    [at % 8, Math.floor(at / 8)].every((place) => place >= 2 && place < 6) ? grey : 0,
  );
  close(picture, expected, { atol: 1e-12 });
});

test('an edge through the middle of pixels leaves half of their grey', () => {
  const half = boxes([[-1, 1, -1, 0.125, -1, 1]]);
  const picture = renderView(half, 0, { pixels: 8 });
  close(picture[4] / picture[0], 0.5, { atol: 1e-12 });
  assert.is(picture[5], 0);
});

test('the nearer face is seen, in whichever order faces come', () => {
  const [near, far] = [square(0.4, 0.5), turned(square(0.1, 0.9), tilt(0.3))];
  const orders = [joined(near, far), joined(far, near)].map((mesh) => renderView(mesh, 0));
  assert.equal(orders[0], orders[1]);
  const [alone, behind] = [renderView(near, 0), renderView(far, 0)];
  const at = (row: number, column: number): number => 48 * row + column;
  assert.is(orders[0][at(24, 24)], alone[at(24, 24)]);
  assert.is(orders[0][at(6, 24)], behind[at(6, 24)]);
  assert.ok(Math.abs(alone[at(24, 24)] - behind[at(24, 24)]) > 0.01);
});

test('faces that pass through each other show the nearer part of each', () => {
  const [one, other] = [turned(square(0, 0.8), tilt(0.5)), turned(square(0, 0.8), tilt(-0.5))];
  const [crossed, a, b] = [joined(one, other), one, other].map((mesh) => renderView(mesh, 0));
  const at = (row: number): number => 48 * row + 24;
  const upper = [a, b].find((picture) => picture[at(14)] === crossed[at(14)]);
  const lower = [a, b].find((picture) => picture[at(34)] === crossed[at(34)]);
  assert.ok(upper && lower && upper !== lower);
});

/** By this angle about the y axis. */
function tilt(angle: number): Float64Array {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return Float64Array.of(c, 0, s, 0, 1, 0, -s, 0, c);
}

test('a face has two sides of equal grey', () => {
  assert.equal(renderView(square(0, 0.5), 0), renderView(square(0, 0.5, true), 0));
});

test('a face is the brighter the more it looks at the light', () => {
  const grey = (angle: number): number =>
    renderView(turned(square(0, 0.5), tilt(angle)), 0)[48 * 24 + 24];
  // Turned about y by −π/4 the normal is (1, 0, 1)/√2, as near to (1, 1, 1) as this turn takes it.
  assert.ok(grey(-Math.PI / 4) > grey(0) && grey(0) > grey(Math.PI / 4));
  close(grey(-Math.PI / 4), 0.3 + 0.35 * (1 + Math.sqrt(2 / 3)), { atol: 1e-12 });
});

test('a third of a turn about the light permutes the three views', () => {
  // (x, y, z) ↦ (z, x, y)
  const cycle = Float64Array.of(0, 0, 1, 1, 0, 0, 0, 1, 0);
  for (const mesh of Object.values(objects)) {
    const still = turned(unitMesh(mesh), randomRotation(random.split('pose')));
    for (const axis of AXES) {
      const before = renderView(still, axis);
      const after = renderView(turned(still, cycle), ((axis + 1) % 3) as 0 | 1 | 2);
      close(after, before, { atol: 1e-12 });
    }
  }
});

test('a quarter turn about z shows along y what was to be seen along x, turned', () => {
  const quarter = Float64Array.of(0, -1, 0, 1, 0, 0, 0, 0, 1);
  const still = turned(unitMesh(objects.chair), randomRotation(random.split('pose')));
  const shape = (picture: Float64Array): number[] =>
    Array.from(picture, (grey) => Number(grey > 0));
  const before = shape(renderView(still, 0));
  const after = shape(renderView(turned(still, quarter), 1));
  // Up becomes right, and what was right points down.
  const moved = before.map((_, at) => {
    const [row, column] = [Math.floor(at / 48), at % 48];
    return before[48 * (47 - column) + row];
  });
  const differing = after.filter((value, at) => value !== moved[at]).length;
  assert.ok(differing <= 2, `${differing} pixels`);
  assert.ok(after.filter((value, at) => value !== before[at]).length > 100);
});

test('what lies outside of the frame is cut', () => {
  const wide = renderView(square(0, 3), 0, { pixels: 8 });
  assert.ok(wide.every((grey) => grey === wide[0] && grey > 0));
  assert.ok(renderView(square(0, 0.5), 0, { halfWidth: 2, pixels: 8 })[0] === 0);
});

test('the views run fastest in the pictures', () => {
  const mesh = turned(unitMesh(objects.bookshelf), randomRotation(random.split('pose')));
  const pictures = renderViews(mesh);
  assert.is(pictures.length, 3 * 48 * 48);
  for (const axis of AXES) {
    assert.equal(
      pictures.filter((_, at) => at % 3 === axis),
      renderView(mesh, axis),
    );
  }
  assert.ok(pictures.every((grey) => grey >= 0 && grey <= 1));
});

test.run();
