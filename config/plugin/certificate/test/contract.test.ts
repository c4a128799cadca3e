import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { certificateContract, practiceAzure } from 'amltls/testing';
import plugin from '../src/index.ts';

const practice = await practiceAzure();
after(() => practice[Symbol.asyncDispose]());

certificateContract({ describe, it }, plugin, async () => {
  const { files } = await practice.bundle('www.contoso.com');
  if (files === undefined) throw new Error('no files');
  return {
    names: ['www.contoso.com'],
    context: practice.context({ 'certificate.certFile': files.cert, 'certificate.keyFile': files.key, 'certificate.trust': files.cert }),
    files: () => Object.fromEntries(Object.values(files).map((path) => [path, readFileSync(path, 'utf8')])),
  };
});
