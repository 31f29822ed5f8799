// Takes the lock of a folder again and again, and leaves it each time as a process that was killed does.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFolderLock } from '../../src/folder/folder-lock.js';
import { thisProcess } from '../../src/folder/lock-holder.js';

const [folder, rounds] = process.argv.slice(2);
const inside = join(folder, 'inside');
const stale = `${folder}-stale-${process.pid}`;
const ended = { ...thisProcess(), pid: 2 ** 31 - 1 };
for (let round = 0; round < Number(rounds); round++) {
  await withFolderLock(
    folder,
    () => {
      // Fails where another process is inside.
      writeFileSync(inside, '', { flag: 'wx' });
      rmSync(inside);
      writeFileSync(stale, JSON.stringify({ ...ended, began: 1e6 * process.pid + round }));
      renameSync(stale, join(folder, 'lock.json'));
      return Promise.resolve();
    },
    60_000,
  );
}
