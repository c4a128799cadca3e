import { resolve } from 'node:path';
import type { Contents } from '../../../../core/certificates/contents/contents.ts';
import { readContents } from '../../../../core/certificates/contents/read-contents.ts';
import { type Converted, gather } from '../../../../core/certificates/convert/gather.ts';
import { describeCertificate } from '../../../../core/certificates/describe.ts';
import { chainIncomplete } from '../../../../core/certificates/findings/of-chain.ts';
import { findingOfRule } from '../../../../core/certificates/rules/finding.ts';
import type { ExitCode } from '../../../../core/contracts/index.ts';
import { fail } from '../../../../core/problems/problem-error.ts';
import { say, value } from '../../../../core/text/say.ts';
import { writeDocument, writeEvent } from '../../document.ts';
import { answer, type Session, tell } from '../../session.ts';
import { askPassphrase, givenPassphrase } from '../passphrase.ts';
import { readFile } from '../read-file.ts';
import { gatherProblem, noSource, partProblem } from './problems.ts';
import { filesOfStore } from './sources.ts';
import { placeIn, refusePlace, writePair } from './write-pair.ts';

export interface ConvertFlags {
  readonly from?: string;
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly passphraseFile?: string;
}

/** Whatever a CA or another program delivered becomes `fullchain.pem` in serving order and an unencrypted `key.pem`, 0600. */
export async function convert(session: Session, named: readonly string[], flags: ConvertFlags): Promise<ExitCode> {
  const files = [...named, ...(flags.from === undefined ? [] : await filesOfStore(session, flags.from))];
  if (files.length === 0) return fail(noSource());
  const folder = resolve(session.host.cwd, flags.out ?? '.');
  const overwrite = flags.overwrite ?? false;
  await refusePlace(session.files, folder, overwrite);
  const given = await givenPassphrase(session, flags.passphraseFile);
  const all: Contents[] = [];
  for (const file of files) all.push(await opened(session, file, given));
  const converted = gather(all);
  if (typeof converted === 'string') return fail(gatherProblem(converted, files));
  await writePair(session.files, folder, converted, overwrite);
  report(session, folder, converted);
  return 0;
}

/** @throws ProblemError for a part that cannot be read: half a chain, or a chain without its key, is not what was asked for */
async function opened(session: Session, file: string, given: string | undefined): Promise<Contents> {
  const read = async (passphrase: string | undefined) => await readContents(await readFile(session, file), { passphrase, keepKeys: true });
  const first = await read(given);
  const locked = given === undefined && first.unread.some(({ fault }) => fault === 'locked');
  const typed = locked ? await askPassphrase(session, file) : undefined;
  const contents = typed === undefined ? first : await read(typed);
  const [part] = contents.unread;
  if (part === undefined) return contents;
  for (const { pkcs8 } of contents.keys) pkcs8?.fill(0);
  return fail(partProblem(part, file));
}

function report(session: Session, folder: string, { chain, keyPem }: Converted): void {
  const place = placeIn(folder);
  const { fingerprintSha256, names, notAfter } = describeCertificate(chain.leaf);
  const keyFile = keyPem === undefined ? null : place.keyFile;
  const body = { certFile: place.certFile, keyFile, fingerprintSha256, names: [...names], notAfter, certificates: chain.serve.length };
  if (session.options.format === 'json') writeDocument(session, 'cert-convert', { status: 'done', exitCode: 0, changed: true, ...body });
  else if (session.options.format === 'ndjson') writeEvent(session, Date.now(), null, 'outcome', { status: 'done', exitCode: 0, changed: true, ...body });
  else {
    answer(
      session,
      say('{file}: certificates in serving order, {count} in all.', '{file}: 証明書 {count} 個 (送信順)', {
        file: value(place.certFile),
        count: chain.serve.length,
      }),
    );
    if (keyFile !== null)
      answer(session, say('{file}: its private key, readable for you alone.', '{file}: 秘密鍵 (自分だけが読み取り可能)', { file: value(keyFile) }));
  }
  if (keyFile === null) tell(session, say('No file held a private key.', '秘密鍵を含むファイルはありませんでした。'));
  for (const stranger of chain.strangers) tell(session, findingOfRule('chain-stranger', place.certFile, { certificate: stranger }).message);
  if (isOpenEnded(chain)) tell(session, chainIncomplete(chain, place.certFile).message);
}

function isOpenEnded({ serve, roots, leaf }: Converted['chain']): boolean {
  return serve.length === 1 && roots.length === 0 && Buffer.compare(leaf.subject.raw, leaf.issuer.raw) !== 0;
}
