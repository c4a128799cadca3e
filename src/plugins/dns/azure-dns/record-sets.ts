import type { RecordType as AzureType, DnsManagementClient, RecordSet } from '@azure/arm-dns';
import type { ArmReply, DnsRecord, Json, RecordType, Text } from '../../../core/contracts/index.ts';
import { hostPart, plainName } from '../../../core/domain/dns-name.ts';
import { fail, ProblemError } from '../../../core/problems/problem-error.ts';
import { say, value } from '../../../core/text/say.ts';
import { armProblem } from '../../shared/arm/problems.ts';
import { changedMeanwhile, typeUnknown } from './problems.ts';
import type { HeldZone } from './zones.ts';

const USUAL_TTL_S = 300;
const TXT_PIECE = 255;

/** One name and type as Azure DNS holds it, with the ETag that guards it. */
export interface HeldSet {
  readonly records: readonly DnsRecord[];
  readonly etag: string;
  /** Resource id that it follows instead of holding data. */
  readonly target: string | undefined;
}

export interface SetPlace {
  readonly client: DnsManagementClient;
  readonly zone: HeldZone;
  readonly name: string;
  readonly type: RecordType;
}

export async function readSet({ client, zone, name, type }: SetPlace): Promise<HeldSet | undefined> {
  try {
    return heldSet(await client.recordSets.get(zone.resourceGroup, zone.zone, hostPart(name, zone.zone), azureType(type)), name, type);
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw problemOf(error, say('Reading the record set {name}', 'レコード セット {name} の読み取り', { name: value(name) }), name, type);
  }
}

/** Only where the set is still as it was looked at; `before` undefined: only where there is none. @throws ProblemError `azure-dns-changed` */
export async function writeSet({ client, zone, name, type }: SetPlace, records: readonly DnsRecord[], before: HeldSet | undefined): Promise<HeldSet> {
  const guard = before === undefined ? { ifNoneMatch: '*' } : { ifMatch: before.etag };
  try {
    const written = await client.recordSets.createOrUpdate(
      zone.resourceGroup,
      zone.zone,
      hostPart(name, zone.zone),
      azureType(type),
      asAzure(records, type),
      guard,
    );
    return heldSet(written, name, type);
  } catch (error) {
    throw problemOf(error, say('Writing the record set {name}', 'レコード セット {name} の書き込み', { name: value(name) }), name, type);
  }
}

/** @throws ProblemError `azure-dns-changed` */
export async function deleteSet({ client, zone, name, type }: SetPlace, { etag }: HeldSet): Promise<void> {
  try {
    await client.recordSets.delete(zone.resourceGroup, zone.zone, hostPart(name, zone.zone), azureType(type), { ifMatch: etag });
  } catch (error) {
    throw problemOf(error, say('Deleting the record set {name}', 'レコード セット {name} の削除', { name: value(name) }), name, type);
  }
}

export function azureType(type: RecordType): AzureType {
  return type === 'A' || type === 'AAAA' || type === 'CNAME' || type === 'TXT' ? type : fail(typeUnknown(type));
}

function heldSet(set: RecordSet, name: string, type: RecordType): HeldSet {
  const data = {
    A: set.aRecords?.map(({ ipv4Address = '' }) => ipv4Address),
    AAAA: set.aaaaRecords?.map(({ ipv6Address = '' }) => ipv6Address),
    TXT: set.txtRecords?.map((record) => (record.value ?? []).join('')),
    CNAME: set.cnameRecord?.cname === undefined ? undefined : [plainName(set.cnameRecord.cname)],
  }[type as 'A'];
  return {
    records: (data ?? []).map((each) => ({ name, type, data: each, ttl: set.ttl ?? USUAL_TTL_S })),
    etag: set.etag ?? '*',
    target: set.targetResource?.id,
  };
}

function asAzure(records: readonly DnsRecord[], type: RecordType): RecordSet {
  const data = records.map((record) => record.data);
  const ttl = Math.min(...records.map((record) => record.ttl ?? USUAL_TTL_S));
  if (type === 'A') return { ttl, aRecords: data.map((ipv4Address) => ({ ipv4Address })) };
  if (type === 'AAAA') return { ttl, aaaaRecords: data.map((ipv6Address) => ({ ipv6Address })) };
  if (type === 'TXT') return { ttl, txtRecords: data.map((text) => ({ value: pieces(text) })) };
  return { ttl, cnameRecord: { cname: data[0] ?? '' } };
}

// A string of a TXT record holds 255 octets (RFC 1035 3.3); what is cut here comes back joined.
function pieces(text: string): string[] {
  const cut: string[] = [];
  for (let at = 0; at < text.length || at === 0; at += TXT_PIECE) cut.push(text.slice(at, at + TXT_PIECE));
  return cut;
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

/** Azure's errors as Problems. @param name of the set, for what a precondition says */
export function problemOf(error: unknown, what: Text, name: string, type: RecordType): Error {
  const status = statusOf(error);
  if (!(error instanceof Error) || status === undefined) return error instanceof Error ? error : new Error('unknown');
  if (status === 412) return new ProblemError(changedMeanwhile(name, type));
  const { response } = error as { readonly response?: { readonly bodyAsText?: string | null; readonly headers?: { toJSON(): Record<string, string> } } };
  const reply: ArmReply = { status, headers: response?.headers?.toJSON() ?? {}, body: bodyOf(response?.bodyAsText ?? '') };
  return new ProblemError(armProblem(reply, what));
}

function bodyOf(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
