import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Certificate } from '../../../../core/certificates/certificate.ts';
import type { Contents } from '../../../../core/certificates/contents/contents.ts';
import { readContents } from '../../../../core/certificates/contents/read-contents.ts';
import type { LintWish } from '../../../../core/certificates/lint/examined.ts';
import { lintContents } from '../../../../core/certificates/lint/lint.ts';
import { namesOf } from '../../../../core/certificates/names.ts';
import type { IsPublicSuffix } from '../../../../core/certificates/path/leaf-rules.ts';
import type { ExitCode, Finding } from '../../../../core/contracts/index.ts';
import type { FetchedIssuers } from '../../../../plugins/shared/net/fetch-issuers.ts';
import { keptRoots } from '../../../../plugins/shared/net/kept-roots.ts';
import { wrong } from '../../options.ts';
import type { Session } from '../../session.ts';
import { hostOf, type LintFlags, rulesOf, timeOf } from '../flags.ts';
import { givenPassphrase } from '../passphrase.ts';
import { readFile } from '../read-file.ts';
import { notFetched } from './not-fetched.ts';
import { lintOutput } from './output.ts';

/** From here on it is worth to collect what earlier files left. */
const MANY = 100;
const NOTHING: FetchedIssuers = { fetched: [], missed: [] };

/** What is wrong with certificates, file by file; exit 3 where something is an error. */
export async function lint(session: Session, files: readonly string[], flags: LintFlags): Promise<ExitCode> {
  if (flags.chainOnly === true) return await (await import('./chain-only.ts')).chainOnly(session, files, flags);
  if (flags.key !== undefined && files.length > 1) wrong('--key', flags.key, 'cert lint cert.pem --key key.pem');
  const wish = await wishOf(session, flags);
  const passphrase = await givenPassphrase(session, flags.passphraseFile);
  const key = flags.key === undefined ? undefined : await keyOf(session, flags.key, passphrase);
  const output = lintOutput(session);
  if (files.length > MANY) (await import('../../../host/small-heap.ts')).keepHeapSmall();
  for (const file of files) {
    // One after the other: memory stays that of the largest file.
    session.signal.throwIfAborted();
    // Signals come in between, and what was written goes out.
    if (files.length > 1) await setImmediate();
    const contents = await readContents(await readFile(session, file), { passphrase });
    const { fetched, missed } = flags.fetchMissing === true ? await missing(session, contents, wish) : NOTHING;
    const findings = lintContents({ contents, subject: file, wish: await withSuffixes(wish, contents), key: key?.spki, fetched });
    output.file(file, [...(key?.findings ?? []), ...findings, ...missed.map(({ url, why }) => notFetched(file, url, why))]);
  }
  return output.end();
}

async function wishOf(session: Session, flags: LintFlags): Promise<LintWish> {
  const host = hostOf(flags.host);
  const { client, bundled } = keptRoots(join(session.host.folders.state, 'roots'));
  const trust = flags.trust === undefined ? undefined : await readFile(session, flags.trust);
  return {
    names: host === undefined ? [] : [host],
    at: timeOf(flags.at, Date.now()),
    rules: rulesOf(flags.rules),
    roots: client,
    publicRoots: bundled,
    trust: trust === undefined ? undefined : [Buffer.from(trust).toString('latin1')],
    isPublicSuffix: (name) => !name.includes('.'),
  };
}

// The list takes a while to load, and only wildcards are looked up in it.
async function withSuffixes(wish: LintWish, { certificates }: Contents): Promise<LintWish> {
  return { ...wish, isPublicSuffix: await suffixesFor(certificates) };
}

/** What tells public suffixes, as far as these certificates need it. */
export async function suffixesFor(certificates: readonly Certificate[]): Promise<IsPublicSuffix> {
  if (!certificates.some((certificate) => namesOf(certificate).some((name) => name.startsWith('*.')))) return (name) => !name.includes('.');
  const { getPublicSuffix } = await import('tldts');
  return (name) => getPublicSuffix(name, { allowPrivateDomains: true }) === name;
}

interface KeyFile {
  readonly spki: Uint8Array | undefined;
  readonly findings: readonly Finding[];
}

async function keyOf(session: Session, file: string, passphrase: string | undefined): Promise<KeyFile> {
  const bytes = await readFile(session, file);
  const contents = await readContents(bytes, { passphrase });
  bytes.fill(0);
  const { keyFindings } = await import('../../../../core/certificates/lint/key-file.ts');
  return { spki: contents.keys[0]?.spki, findings: keyFindings(contents, file, await session.files.stat(resolve(session.host.cwd, file))) };
}

async function missing(session: Session, contents: Contents, wish: LintWish) {
  const { fetchMissing } = await import('../../../../plugins/shared/net/fetch-issuers.ts');
  return await fetchMissing(contents.certificates, [...wish.roots(), ...(wish.trust ?? [])], session.signal);
}
