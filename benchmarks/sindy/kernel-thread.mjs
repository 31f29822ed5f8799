// A thread of time-fit.mjs that absorbs as many blocks of `columns` columns as it is told: the QR kernel alone,
// without data, messages between or a merge.
import { parentPort, workerData } from 'node:worker_threads';
import { blockQr, randomStream } from '@noether/numerics';

const qr = blockQr(workerData.columns);
const rows = randomStream(1).fillNormal(new Float64Array(qr.block.length));
parentPort.on('message', (blocks) => {
  for (let block = 0; block < blocks; block++) {
    qr.block.set(rows);
    qr.absorb(qr.height);
  }
  parentPort.postMessage(blocks);
});
