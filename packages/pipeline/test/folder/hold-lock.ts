// Takes the lock of a folder, says so and keeps it until the process is killed.
import { withFolderLock } from '../../src/folder/folder-lock.js';

await withFolderLock(process.argv[2], () => {
  console.log('taken');
  return new Promise(() => setInterval(() => undefined, 1000));
});
