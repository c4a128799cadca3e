import { createPrivateKey } from 'node:crypto';
import { decodeText } from '../../../core/certificates/pem.ts';
import type { CertBundle, Change, Context, Files } from '../../../core/contracts/index.ts';
import { say, value } from '../../../core/text/say.ts';
import type { Draft, Shelf } from '../../shared/shelf/shelf.ts';
import type { KeyAlgorithm } from '../../shared/x509/key-algorithm.ts';

export interface RequestWish {
  readonly names: readonly string[];
  readonly algorithm: KeyAlgorithm;
  readonly subject: string;
}

/** Where it all goes. */
export interface Place {
  readonly shelf: Shelf;
  readonly wish: RequestWish;
  /** What is in use until the new one is there. */
  readonly inUse: CertBundle | undefined;
}

/** Makes a key and the request for it. What a crash leaves is a key that the next run makes a request for. @param begun such a key */
export function makeRequest({ shelf, wish, inUse }: Place, begun: Draft | undefined): Change {
  const { names, algorithm, subject } = wish;
  const name = value(names.join(', '));
  return {
    id: 'certificate:csr-request',
    step: 'certificate',
    title: say('Make a key and a certificate request for {name}', '{name} の鍵と証明書署名要求を作成する', { name }),
    effect: 'create',
    why:
      inUse === undefined
        ? say('There is no certificate in {folder} yet.', '{folder} に証明書がまだありません。', { folder: value(shelf.folder) })
        : say('The present one ends on {date}.', '現在の証明書の有効期限は {date} です。', { date: { date: inUse.notAfter } }),
    after: { folder: shelf.folder, names, ...(begun === undefined ? { keyType: algorithm } : {}), ...(subject === '' ? {} : { subject }) },
    async *apply({ env }: Context) {
      const { keyPemOf, newKey } = await import('../../shared/x509/new-key.ts');
      const { writeRequest } = await import('../../shared/x509/write-request.ts');
      const draft = begun ?? (await shelf.begin(keyPemOf(await newKey(algorithm))));
      await env.files.write(draft.note, `${JSON.stringify(wish)}\n`, { mode: 0o600 });
      const keyPem = decodeText(await env.files.read(draft.key));
      createPrivateKey(keyPem);
      await env.files.write(draft.request, await writeRequest({ names, subject, keyPem }), { mode: 0o644 });
      yield {
        type: 'note',
        level: 'info',
        text: say('The key is in {path} and stays there.', '鍵は {path} に保存しました。移動の必要はありません。', { path: value(draft.key) }),
      };
      return { keyFile: draft.key, requestFile: draft.request, names };
    },
  };
}

/** Whether what was begun is what is wanted now; where the crash came before the note, it is. */
export async function isForWish(draft: Draft, wish: RequestWish, files: Files): Promise<boolean> {
  if ((await files.stat(draft.note)) === undefined) return true;
  return decodeText(await files.read(draft.note)).trim() === JSON.stringify(wish);
}
