/** The 128-bit state of a stream: four 32-bit integers, not all zero. */
export type StreamKey = readonly [number, number, number, number];

const lanes = [
  [0x9e3779b1, 0x85ebca6b],
  [0xc2b2ae35, 0x27d4eb2f],
  [0x165667b1, 0xd3a2646d],
  [0xfd7046c5, 0xb55a4f09],
] as const;

/** Derives the key of the child `label` of a stream, from its key and the label alone. */
export function hashKey(parent: StreamKey, label: string): StreamKey {
  const state = [...parent];
  for (let index = 0; index < label.length; index++) absorb(state, label.charCodeAt(index));
  absorb(state, label.length ^ 0x5bf03635);
  // Four rounds let every bit of the label reach every lane.
  for (let round = 0; round < 4; round++) absorb(state, round);
  const key: StreamKey = [
    avalanche(state[0]),
    avalanche(state[1]),
    avalanche(state[2]),
    avalanche(state[3]),
  ];
  return key.every((word) => word === 0) ? [1, 2, 3, 4] : key;
}

function absorb(state: number[], word: number): void {
  for (let lane = 0; lane < 4; lane++) {
    const [input, output] = lanes[lane];
    const mixed = Math.imul(state[lane] ^ state[(lane + 1) & 3] ^ word, input);
    state[lane] = Math.imul((mixed << 13) | (mixed >>> 19), output) ^ state[(lane + 3) & 3];
  }
}

/** The finaliser of MurmurHash3 (Appleby): each input bit flips each output bit half of the time. */
function avalanche(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}
