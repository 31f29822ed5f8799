export { close, type Tolerance } from './close.js';
export { leakFree } from './leak-free.js';
export { runReadmeExample } from './run-readme-example.js';
export { within } from './within.js';
