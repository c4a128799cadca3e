import type { SecretRef } from './answers.ts';
import type { DnsClient, DnsRecord } from './dns.ts';
import type { Files } from './files.ts';
import type { Json } from './json.ts';
import type { Finding } from './problem.ts';
import type { Text } from './text.ts';

export interface Clock {
  /** ms since the epoch; practice time in the sandbox. */
  now(): number;
  /** Sleeps `ms` of this clock; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export interface ArmRequest {
  readonly method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';
  /** A path below the resource manager's endpoint (`/subscriptions/…`), or an absolute URL that an answer of the service gave. */
  readonly path: string;
  /** Added to the query where the URL has none. */
  readonly apiVersion?: string;
  readonly body?: Json;
  /** Default `application/json`. */
  readonly contentType?: string;
  /** Only where the resource is still as its ETag says; `ifNoneMatch: '*'`: only where there is none. The answer is 412 otherwise. */
  readonly ifMatch?: string;
  readonly ifNoneMatch?: string;
}

export interface ArmReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
}

/** The resource manager and the data planes behind the same sign-in. Retries 429, 5xx and resets; refreshes tokens; sends the token to hosts of its own cloud only. */
export interface Arm {
  /** Every status is returned, none thrown. @throws ProblemError `network-unreachable`, `sign-in-failed`, `arm-foreign-host` */
  send(request: ArmRequest, signal: AbortSignal): Promise<ArmReply>;
  /** Drops the cached token, for example after a 401 that a new token may cure. */
  forgetToken(): void;
}

export interface Listed {
  /** What becomes the answer. */
  readonly value: string;
  readonly label: Text;
  readonly detail?: Text;
  /** The one that the surroundings suggest (az's selected subscription). */
  readonly suggested?: boolean;
}

/** What the signed-in user can see. @throws ProblemError when the listing is refused or fails */
export interface Inventory {
  subscriptions(signal: AbortSignal): Promise<readonly Listed[]>;
  resourceGroups(subscriptionId: string, signal: AbortSignal): Promise<readonly Listed[]>;
  workspaces(scope: { subscriptionId: string; resourceGroup: string }, signal: AbortSignal): Promise<readonly Listed[]>;
  clusters(scope: { subscriptionId: string; resourceGroup?: string }, signal: AbortSignal): Promise<readonly Listed[]>;
  computes(scope: { subscriptionId: string; resourceGroup: string; workspace: string }, signal: AbortSignal): Promise<readonly Listed[]>;
  services(scope: { subscriptionId: string; resourceGroup: string; workspace: string }, signal: AbortSignal): Promise<readonly Listed[]>;
}

/** The layer at which a look from outside ended. */
export type Layer = 'dns' | 'tcp' | 'tls' | 'http';

export interface PeekTarget {
  /** An IP address, or a name to be resolved as a client would. */
  readonly address: string;
  readonly port: number;
  /** SNI; without it none is sent. */
  readonly servername?: string;
  /** The newest version that is offered, to see whether a server still speaks old ones. */
  readonly maxVersion?: 'TLSv1.1' | 'TLSv1.2';
}

/** The served chain without anybody's verdict; it is validated at `Environment.clock`. `chain`: DER, leaf first. */
export type Peek =
  | { readonly seen: true; readonly address: string; readonly protocol: string; readonly chain: readonly Uint8Array[] }
  | { readonly seen: false; readonly layer: Layer; readonly reason: string };

export interface TlsClient {
  /** Ends within 10 s of wall time. */
  peek(target: PeekTarget, signal: AbortSignal): Promise<Peek>;
  /** PEM certificates that clients of this environment trust. */
  roots(): Promise<readonly string[]>;
}

export type HttpProbe = { readonly seen: true; readonly status: number } | { readonly seen: false; readonly layer: Layer; readonly reason: string };

export interface HttpClient {
  /**
   * One GET without credentials, no redirect followed, certificate not judged; `address` is connected to instead of the URL's host.
   * `timeoutMs`: wall time, default 10 s.
   */
  probe(url: string, options: { readonly address?: string; readonly timeoutMs?: number }, signal: AbortSignal): Promise<HttpProbe>;
}

export interface Secrets {
  /** @throws ProblemError `secret-missing` or a file problem */
  resolve(ref: SecretRef, signal: AbortSignal): Promise<string>;
}

/** Writes records where the environment itself plays the registrar. */
export interface Registrar {
  get(name: string, type: DnsRecord['type'], signal: AbortSignal): Promise<readonly DnsRecord[]>;
  /** Replaces the whole record set of that name and type. */
  set(records: readonly DnsRecord[], signal: AbortSignal): Promise<void>;
  remove(record: Pick<DnsRecord, 'name' | 'type'>, signal: AbortSignal): Promise<void>;
}

/** Names and suffixes that differ between clouds (facts.md section 6). */
export interface Cloud {
  readonly armEndpoint: string;
  /** `cloudapp.azure.com`: Microsoft names are `<label><6>.<region>.<suffix>`. */
  readonly cloudAppSuffix: string;
  readonly aciSuffix: string;
}

/** Everything outside the program. The sandbox is another Environment, never an `if`. */
export interface Environment {
  readonly id: string;
  readonly title: Text;
  /** True where nothing outside this machine can be touched; UIs show it all the time. */
  readonly practice: boolean;
  readonly cloud: Cloud;
  readonly clock: Clock;
  readonly arm: Arm;
  readonly inventory: Inventory;
  readonly dns: DnsClient;
  readonly tls: TlsClient;
  readonly http: HttpClient;
  readonly files: Files;
  readonly secrets: Secrets;
  readonly registrar?: Registrar;
  /** What is to be said before a certificate and its key go to this environment. @param subject what the findings are about: the file, or the name */
  readonly concerns?: (chainPem: string, subject: string) => Promise<readonly Finding[]>;
  /** An ACME authority (RFC 8555) that belongs to it: found anew at each look, since it may move. `caFile`: PEM, absolute, of the CA that signed its https certificate. */
  readonly authority?: { readonly title: string; readonly directoryUrl: string; readonly caFile: string };
  /** Where journals and records about this environment belong, if not in the user's state folder. */
  readonly stateFolder?: string;
  /** The answers come from a file that is not the user's own: of the addresses in it only public ones are connected to. */
  readonly guarded?: boolean;
  /** It stays on this machine: nobody beyond loopback is asked or told anything for it. */
  readonly closed?: boolean;
  /** Answers that this environment fills in where a profile leaves them out (the sandbox's seeded workspace). */
  readonly defaults: Readonly<Record<string, Json>>;
  /** Options that fit here best, by question key: marked for a person, never taken unasked. */
  readonly suggests?: Readonly<Record<string, string>>;
}
