import pem from '../../../src/plugins/certificates/pem/index.ts';
import selfSigned from '../../../src/plugins/certificates/self-signed/index.ts';
import { certificateContract } from '../../contract/certificate.ts';
import { issueChain } from '../../helpers/openssl.ts';
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
