import { randomInt } from 'node:crypto';
import type { Problem } from '../../../core/contracts/index.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { isAbort } from '../../../core/problems/to-problem.ts';
import { overTcp } from '../../shared/dns/tcp.ts';
import type { HostPort } from '../../shared/dns/udp.ts';
import { answerUnsigned, refused, silent } from './problems.ts';
import { type Checked, checkAnswer, type Signed, sign, type TsigKey } from './tsig.ts';
import { encodeUpdate, rcodeOf, type Update } from './wire.ts';

const ANSWER_MS = 10_000;
const QR = 0x8000;

export interface Sending extends Omit<Update, 'id'> {
  readonly server: HostPort & { readonly label: string };
  readonly key: TsigKey | undefined;
  readonly signal: AbortSignal;
}

/**
 * Sends one update over TCP, as a whole or not at all (RFC 2136 3.4). With a key the answer counts only with a signature of the same key.
 * @throws ProblemError `rfc2136-changed` where a prerequisite does not hold any more, `rfc2136-refused`, `rfc2136-silent`, `rfc2136-unsigned`
 */
export async function sendUpdate({ server, key, signal, ...update }: Sending): Promise<void> {
  const id = randomInt(0x10000);
  const plain = encodeUpdate({ ...update, id });
  const signed = key === undefined ? undefined : sign(plain, key, Date.now());
  const answer = await exchange(server, signed?.message ?? plain, id, signal);
  const rcode = rcodeOf(answer);
  const checked = key === undefined || signed === undefined ? undefined : readSignature(answer, key, signed);
  if (checked?.valid === false && (rcode === 'NOERROR' || checked.error === 0))
    fail(rcode === 'NOERROR' ? answerUnsigned(server.label) : refused(server.label, rcode, 0));
  const problem: Problem | undefined = rcode === 'NOERROR' ? undefined : refused(server.label, rcode, checked?.valid === false ? checked.error : 0);
  if (problem !== undefined) fail(problem);
}

// What cannot be read is not signed.
function readSignature(answer: Buffer, key: TsigKey, signed: Signed): Checked {
  try {
    return checkAnswer(answer, key, signed);
  } catch {
    return { valid: false, error: 0 };
  }
}

async function exchange(server: Sending['server'], message: Buffer, id: number, signal: AbortSignal): Promise<Buffer> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]);
  const isAnswer = (bytes: Buffer) => bytes.length >= 12 && bytes.readUInt16BE(0) === id && (bytes.readUInt16BE(2) & QR) !== 0;
  try {
    return await overTcp(server, message, (bytes) => (isAnswer(bytes) ? Buffer.from(bytes) : undefined), within);
  } catch (error) {
    if (isAbort(error, signal)) throw error;
    return fail(silent(server.label, error));
  }
}
