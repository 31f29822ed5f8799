import { parentPort } from 'node:worker_threads';
import type { WorkerRequest } from './worker-messages.js';
import { workerService } from './worker-service.js';

const serve = workerService((reply, transfer) => parentPort?.postMessage(reply, transfer));
parentPort?.on('message', (request: WorkerRequest) => serve(request));
