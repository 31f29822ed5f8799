import { adam } from './src/optimisers/adam.js';
const n = 26624; const p = new Float32Array(n), g = new Float32Array(n), m = new Float32Array(n), v = new Float32Array(n);
for (let i = 0; i < n; i++) g[i] = Math.sin(i) * 1e-3;
for (let r = 0; r < 5; r++) { const t = performance.now(); for (let i = 1; i < 200; i++) adam({ learningRate: 1e-3 }, i, p, g, m, v, 0, n); console.log('normal', ((performance.now() - t) / 200).toFixed(3)); }
for (let i = 0; i < n; i++) { m[i] = 1e-40; v[i] = 1e-42; g[i] = 0; }
for (let r = 0; r < 3; r++) { const t = performance.now(); for (let i = 1; i < 200; i++) adam({ learningRate: 1e-3 }, i, p, g, m, v, 0, n); console.log('denormal', ((performance.now() - t) / 200).toFixed(3)); m.fill(1e-40); v.fill(1e-42); }
