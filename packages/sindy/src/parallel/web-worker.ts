/// <reference lib="dom" />
import type { WorkerRequest } from './worker-messages.js';
import { workerService } from './worker-service.js';

const serve = workerService((reply, transfer) => globalThis.postMessage(reply, { transfer }));
globalThis.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => serve(data));
