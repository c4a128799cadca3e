import type { Contents } from '../../../../core/certificates/contents/contents.ts';
import { readContents } from '../../../../core/certificates/contents/read-contents.ts';
import { detailsOf } from '../../../../core/certificates/inspect/details.ts';
import { unreadFindings } from '../../../../core/certificates/lint/unread.ts';
import type { ExitCode, Finding, JsonObject } from '../../../../core/contracts/index.ts';
import { findingJson, toJson } from '../../../text/json.ts';
import { findingLines } from '../../../text/problem-lines.ts';
import { writeDocument, writeEvent } from '../../document.ts';
import type { Session } from '../../session.ts';
import { timeOf } from '../flags.ts';
import { askPassphrase, givenPassphrase } from '../passphrase.ts';
import { readFile } from '../read-file.ts';
import { contentLines } from './lines.ts';
import { requestJson } from './request.ts';

export interface InspectFlags {
  readonly at?: string;
  readonly passphraseFile?: string;
}

/** Everything that files hold; what cannot be read is reported beside it and ends with 3. */
export async function inspect(session: Session, files: readonly string[], flags: InspectFlags): Promise<ExitCode> {
  const given = await givenPassphrase(session, flags.passphraseFile);
  const at = timeOf(flags.at, Date.now());
  const rows: JsonObject[] = [];
  let unread = false;
  for (const file of files) {
    const contents = await opened(session, file, given);
    const findings = unreadFindings(contents, file).filter(({ code }) => code !== 'parse-error' || contents.unread.length > 0 || isEmpty(contents));
    unread ||= findings.some(({ severity }) => severity === 'error');
    if (session.options.format === 'text') show(session, file, contents, findings, at);
    else rows.push(row(session, file, contents, findings, at));
  }
  const exitCode = unread ? 3 : 0;
  if (session.options.format === 'json') writeDocument(session, 'cert-inspect', { files: rows, exitCode });
  if (session.options.format === 'ndjson') {
    for (const each of rows) writeEvent(session, Date.now(), null, 'file', each);
    writeEvent(session, Date.now(), null, 'outcome', { status: unread ? 'failed' : 'done', exitCode, changed: false });
  }
  return exitCode;
}

async function opened(session: Session, file: string, given: string | undefined): Promise<Contents> {
  const contents = await readContents(await readFile(session, file), { passphrase: given });
  if (given !== undefined || !contents.unread.some(({ fault }) => fault === 'locked')) return contents;
  const typed = await askPassphrase(session, file);
  return typed === undefined ? contents : await readContents(await readFile(session, file), { passphrase: typed });
}

function isEmpty({ certificates, keys, requests, others }: Contents): boolean {
  return certificates.length + keys.length + requests.length + others.length === 0;
}

function show(session: Session, file: string, contents: Contents, findings: readonly Finding[], at: number): void {
  for (const line of contentLines(file, contents, at, session.writer)) session.out.line(line);
  for (const line of findings.flatMap((finding) => findingLines(finding, session.writer))) session.out.line(line);
}

function row({ language }: Session, file: string, contents: Contents, findings: readonly Finding[], at: number): JsonObject {
  const { form, encoding, containers, others, certificates, keys, requests } = contents;
  return {
    file,
    form,
    encoding,
    containers: [...containers],
    certificates: certificates.map((certificate) => toJson(detailsOf(certificate, at), language)),
    keys: keys.map(({ key, encrypted, line, spki }) => ({ ...(toJson(key, language) as JsonObject), encrypted, line, certificate: belongsTo(spki, contents) })),
    requests: requests.map(requestJson),
    others: [...others],
    findings: findings.map((finding) => findingJson(finding, language)),
  };
}

/** Fingerprint of the certificate in the same file that a key belongs to. */
function belongsTo(spki: Uint8Array, { certificates }: Contents): string | null {
  return certificates.find((certificate) => Buffer.compare(certificate.spki, spki) === 0)?.fingerprintSha256 ?? null;
}
