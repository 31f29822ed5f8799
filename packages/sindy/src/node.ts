export { nodeWorkers } from './parallel/node-workers.js';
