import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import acme from '../../../src/plugins/certificates/acme/index.ts';
import csr from '../../../src/plugins/certificates/csr/index.ts';
import pem from '../../../src/plugins/certificates/pem/index.ts';
import selfSigned from '../../../src/plugins/certificates/self-signed/index.ts';
import practice from '../../../src/plugins/dns/practice/index.ts';
import { certificateContract } from '../../contract/certificate.ts';
import { issueChain, signRequest } from '../../helpers/openssl.ts';
import { acmeWorld, contents } from './acme/world.ts';
import { desk } from './setup.ts';

const names = ['www.contoso.com'];

certificateContract(pem, async () => {
  const { root, issuing, leaf } = issueChain();
  const { put, files, answered } = await desk({ roots: [root.certPem] });
  await put('cert.pem', leaf.certPem + issuing.certPem);
  await put('key.pem', leaf.keyPem);
  return { names, files, context: answered({ 'certificate.certFile': 'cert.pem', 'certificate.keyFile': 'key.pem' }) };
});

certificateContract(selfSigned, async () => {
  const { files, context } = await desk();
  return { names, files, context };
});

certificateContract(csr, async () => {
  const { root, issuing } = issueChain();
  const { folder, put, files, answered } = await desk({ roots: [root.certPem] });
  await mkdir(join(folder, 'inbox'));
  return {
    names,
    files,
    context: answered({ 'certificate.keyType': 'ecdsa-p256', 'certificate.folder': 'certs', 'certificate.returned': 'inbox' }),
    async byHand() {
      const shelf = join(folder, 'certs', 'www.contoso.com');
      const newest =
        (await readdir(shelf))
          .filter((name) => name !== 'current')
          .sort()
          .at(-1) ?? '';
      await put('inbox/chain.pem', signRequest(await readFile(join(shelf, newest, 'request.pem'), 'utf8'), issuing) + issuing.certPem);
    },
  };
});

certificateContract(acme, async () => {
  const world = await acmeWorld();
  onTestFinished(() => world[Symbol.asyncDispose]());
  return { names, files: () => contents(world.folder), context: world.context(), dns: practice };
});
