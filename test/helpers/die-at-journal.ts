// For `node --import`: ends the process, as kill -9 would, as soon as entry number AMLTLS_TEST_DIE_AT of a journal is on the disk.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const dieAt = Number(process.env['AMLTLS_TEST_DIE_AT']);
const { open } = fs.promises;
let written = 0;

fs.promises.open = async (path, flags, mode) => {
  const file = await open(path, flags, mode);
  if (flags === 'a' && String(path).endsWith('journal.ndjson')) {
    const sync = file.sync.bind(file);
    file.sync = async () => {
      await sync();
      written += 1;
      if (written === dieAt) process.kill(process.pid, 'SIGKILL');
    };
  }
  return file;
};
syncBuiltinESMExports();
