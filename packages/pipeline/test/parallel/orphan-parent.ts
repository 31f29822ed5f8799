// Opens two processes that run until they are stopped, and prints their ids.
import type { ProgressEvent } from '@noether/contracts';
import { openPool } from '../../src/parallel/pool.js';
import { last } from './remote-examples.js';

const pool = openPool({ parallel: 2, memory: Infinity });
const begin = () => (event: ProgressEvent) => console.log('message' in event && event.message);
for (const name of ['first', 'second'])
  void pool.run(last, null, { name, order: 0, memory: 1, begin });
