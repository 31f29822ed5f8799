import type { RandomStream } from '@noether/contracts';

/** A law of states in the plane that the rotations about 0 keep, broken by a magnitude. */
export interface BrokenRotation {
  readonly name: string;
  /** What the magnitude is. */
  readonly magnitude: string;
  /** From hardly broken to clearly broken. */
  readonly magnitudes: readonly number[];
  /** States of a window; 1 unless said. */
  readonly timesteps?: number;
  /** Row-major, where it is not the rotation of the plane by {@link OMEGA}. */
  readonly generator?: (magnitude: number) => readonly number[];
  /** One window. */
  draw(random: RandomStream, magnitude: number): readonly number[];
}

const TURN = 2 * Math.PI;
/** Angle by which a window is turned, in standard deviations. */
export const OMEGA = 3;

const polar = (radius: number, angle: number): [number, number] => [
  radius * Math.cos(angle),
  radius * Math.sin(angle),
];

/** The radius of a ring of some width. */
const ring = (random: RandomStream): number => 1 + 0.1 * random.normal();

const evenAngle = (random: RandomStream): number => TURN * random.uniform();

/** An angle of density 1 + a cos kθ over 2π. */
function unevenAngle(random: RandomStream, a: number, k: number): number {
  for (;;) {
    const angle = evenAngle(random);
    if ((1 + a) * random.uniform() <= 1 + a * Math.cos(k * angle)) return angle;
  }
}

const clusters = (count: number, magnitudes: readonly number[]): BrokenRotation => ({
  name: `ring of ${count} clusters`,
  magnitude: 'sd of a cluster, rad',
  magnitudes,
  draw: (random, deviation) =>
    polar(ring(random), (TURN * random.integer(count)) / count + deviation * random.normal()),
});

const density = (k: number): BrokenRotation => ({
  name: `ring, density 1 + a cos ${k === 1 ? '' : k}θ`,
  magnitude: 'a',
  magnitudes: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1],
  draw: (random, a) => polar(ring(random), unevenAngle(random, a, k)),
});

const radius = (k: number): BrokenRotation => ({
  name: `ring, radius 1 + a cos ${k}θ`,
  magnitude: 'a',
  magnitudes: [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5],
  draw: (random, a) => {
    const angle = evenAngle(random);
    return polar(ring(random) * (1 + a * Math.cos(k * angle)), angle);
  },
});

const sector: BrokenRotation = {
  name: 'normal distribution without a sector',
  magnitude: 'width, degrees',
  magnitudes: [30, 45, 60, 75, 90, 105, 120, 150],
  draw: (random, width) => {
    const open = (width * TURN) / 360;
    const length = Math.hypot(random.normal(), random.normal());
    return polar(length, open + (TURN - open) * random.uniform());
  },
};

const ellipse: BrokenRotation = {
  name: 'normal distribution, elliptic',
  magnitude: 'longer axis over shorter',
  magnitudes: [1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2],
  draw: (random, ratio) => [ratio * random.normal(), random.normal()],
};

const growths = [0.02, 0.04, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2];

const growth: BrokenRotation = {
  name: 'round normal distribution, generator that grows',
  magnitude: 'growth, Re λ over Im λ',
  magnitudes: growths,
  generator: (magnitude) => [magnitude * OMEGA, -OMEGA, OMEGA, magnitude * OMEGA],
  draw: (random) => [random.normal(), random.normal()],
};

const shear: BrokenRotation = {
  name: 'round normal distribution, shear',
  magnitude: 'shear',
  magnitudes: [0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.8, 1.2],
  generator: (magnitude) => [0, magnitude, 0, 0],
  draw: (random) => [random.normal(), random.normal()],
};

const slow: BrokenRotation = {
  name: 'ring, density 1 + a cos θ, turned by 0.5',
  magnitude: 'a',
  magnitudes: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1],
  generator: () => [0, -0.5, 0.5, 0],
  draw: (random, a) => polar(ring(random), unevenAngle(random, a, 1)),
};

/** The rotation of two variables, and nothing of others. */
const ofTwo = (k: number): number[] =>
  Array.from({ length: k * k }, (_, at) => (at === 1 ? -OMEGA : at === k ? OMEGA : 0));

const amongOthers: BrokenRotation = {
  name: 'normal distribution, elliptic, among 20 at rest',
  magnitude: 'longer axis over shorter',
  magnitudes: [1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2],
  generator: () => ofTwo(22),
  draw: (random, ratio) => [
    ratio * random.normal(),
    ...Array.from({ length: 21 }, () => random.normal()),
  ],
};

const besideALarger: BrokenRotation = {
  name: 'ring of 3 clusters beside a ring 10 × as large',
  magnitude: 'sd of a cluster, rad',
  magnitudes: [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2],
  generator: () => [0, -OMEGA, 0, 0, OMEGA, 0, 0, 0, 0, 0, 0, -OMEGA, 0, 0, OMEGA, 0],
  draw: (random, deviation) => [
    ...polar(ring(random), (TURN * random.integer(3)) / 3 + deviation * random.normal()),
    ...polar(10 * ring(random), evenAngle(random)),
  ],
};

const speed: BrokenRotation = {
  name: 'even ring, speed 1 + a cos θ, a fifth of noise',
  magnitude: 'a',
  magnitudes: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1],
  timesteps: 2,
  draw: (random, a) => {
    const [length, angle] = [ring(random), evenAngle(random)];
    const step = 0.2 * (1 + a * Math.cos(angle) + 0.2 * random.normal());
    return [...polar(length, angle), ...polar(length, angle + step)];
  },
};

/** Ways to break the symmetry under rotations of the plane. */
export const brokenRotations: readonly BrokenRotation[] = [
  clusters(3, [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2]),
  clusters(8, [0.4, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05]),
  sector,
  ...[1, 2, 4].map(density),
  ...[2, 5].map(radius),
  ellipse,
  growth,
  speed,
  shear,
  slow,
  amongOthers,
  besideALarger,
];
