import type { Domain, DomainKind, SecretRef } from './answers.ts';
import type { Context } from './context.ts';
import type { DnsRecord } from './dns.ts';
import type { Environment } from './environment.ts';
import type { ChangeEvent } from './event.ts';
import type { Json } from './json.ts';
import type { Change } from './plan.ts';
import type { Finding, Problem } from './problem.ts';
import type { Question } from './question.ts';
import type { Text } from './text.ts';

interface PluginBase<K extends string> {
  readonly api: 1;
  readonly kind: K;
  /** Folder, profile key, problem-code prefix and docs page: one word. */
  readonly id: string;
  readonly title: Text;
  readonly summary: Text;
  readonly questions: readonly Question[];
  /** Why it cannot be used here; it stays in the list, with the reason. */
  ready?(context: Context): Promise<Problem | undefined>;
}

/** A certificate and where its key is; the key itself never. */
export interface CertBundle {
  /** Serving order: leaf, intermediates. */
  readonly chainPem: string;
  readonly key: SecretRef;
  readonly names: readonly string[];
  /** ISO 8601 */
  readonly notBefore: string;
  readonly notAfter: string;
  /** Of the leaf: lower-case hex. */
  readonly fingerprintSha256: string;
  /** Absolute paths the parts came from, for findings. */
  readonly files?: { readonly cert: string; readonly key: string };
  /** PEM of a private CA that checks are to accept. */
  readonly trustPem?: string;
}

export interface CertificatePlugin extends PluginBase<'certificate'> {
  /**
   * What is there now, looked at and not changed. `bundle` is missing where it has yet to be made (`changes` says how).
   * Findings of severity error stop everything: nothing is sent.
   * A certificate that is due for renewal and can be had anew is left out of the answer: a change gets the next one.
   * @param dns the profile's DNS plugin, for authorities that want a record as proof; undefined where the profile has none
   * @param early a person insists on the next one although this one is not due
   */
  plan(
    names: readonly string[],
    context: Context,
    dns?: DnsPlugin,
    early?: boolean,
  ): Promise<{ readonly bundle?: CertBundle; readonly findings: readonly Finding[]; readonly changes: readonly Change[] }>;
  /** From when the authority wants the present certificate renewed; undefined where it says nothing: the share of the lifetime decides then. */
  dueFrom?(names: readonly string[], context: Context): Promise<Due | undefined>;
}

/** Of the certificate with this fingerprint; `from` in ms since the epoch. */
export interface Due {
  readonly fingerprintSha256: string;
  readonly from: number;
}

/** What was deployed last by this profile on this machine, as the receipt and the proof had it. */
export interface Deployment {
  readonly fingerprintSha256?: string;
  /** The resource's `modifiedOn` after it (AKS); ISO 8601. */
  readonly modifiedOn?: string;
  readonly at: string;
}

export interface TargetInput {
  readonly domain: Domain;
  /** undefined for a Microsoft certificate, for TLS off, and while it has yet to be made. */
  readonly bundle?: CertBundle;
  readonly last?: Deployment;
  /** Send even where "unchanged" cannot be told. */
  readonly redeploy: boolean;
}

/** Where the service is and what must be true of it. */
export interface Endpoints {
  readonly scoringUris: readonly string[];
  /** The name that clients use; for a Microsoft certificate without a service a guess from the served SAN. */
  readonly host?: string;
  readonly hostIsGuess?: boolean;
  /** Addresses the front end listens on. */
  readonly addresses: readonly string[];
  readonly port: number;
  /** Behind an internal load balancer: not reachable from everywhere. */
  readonly internal: boolean;
  /** What public DNS has to show; empty where Azure sets it. */
  readonly records: readonly DnsRecord[];
  /** Set where nothing can answer yet, with what has to happen first. */
  readonly waiting?: Text;
  /** The resource's own time stamp, for `Deployment.modifiedOn`. */
  readonly modifiedOn?: string;
  /** The resource's provisioning state or the service's state, in the service's word. */
  readonly state?: string;
}

export type Operation = 'secure' | 'renew' | 'disable';

/** The same work with Microsoft's own tools. */
export interface Equivalent {
  readonly tool: 'python' | 'az';
  readonly title: Text;
  /** Ready to run, this user's values filled in, files by path. */
  readonly code: string;
  readonly notes: readonly Text[];
}

/** What a target found to do. */
export interface TargetPlan {
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
  readonly notes: readonly Text[];
}

export interface TargetPlugin extends PluginBase<'target'> {
  /** The kinds of domain it can serve. */
  readonly domains: readonly DomainKind[];
  /** Looks at the resource and says what has to change. @throws ProblemError where the rules of the service forbid it */
  plan(input: TargetInput, context: Context): Promise<TargetPlan>;
  /** Reads; `domain` tells which names to expect. undefined where the resource does not exist yet. */
  endpoints(domain: Domain, context: Context): Promise<Endpoints | undefined>;
  /** Asks the service to renew the certificate that it issued itself; missing where it issues none. @throws ProblemError where there is none to renew */
  renew?(domain: Extract<Domain, { kind: 'microsoft' }>, context: Context): Promise<TargetPlan>;
  /** Switches TLS off; a change of effect `none` where it is off. */
  disable?(context: Context): Promise<TargetPlan>;
  equivalents(operation: Operation, domain: Domain, context: Context): readonly Equivalent[];
}

export interface DnsPlugin extends PluginBase<'dns'> {
  /** Changes that make these records be there; none where they are. The engine waits for propagation, plugins never do. */
  plan(records: readonly DnsRecord[], context: Context): Promise<readonly Change[]>;
  /**
   * Changes that take exactly these records away where they still stand, and no other. Missing where nobody can but a person.
   * @param before what stood there before they were made, from the receipt: it comes back
   */
  undo?(records: readonly DnsRecord[], context: Context, before?: readonly DnsRecord[]): Promise<readonly Change[]>;
}

export interface EnvironmentPlugin extends PluginBase<'environment'> {
  /** True where nothing outside this machine can be touched: known before it is opened. */
  readonly practice?: boolean;
  /** Cheap: nothing is signed in to before the first request. */
  open(context: OpenContext): Promise<Environment & AsyncDisposable>;
}

export interface OpenContext {
  readonly answers: Readonly<Record<string, Json>>;
  readonly signal: AbortSignal;
  /** Shows one line to the person who waits for a sign-in; undefined where nobody is there. */
  readonly tell: ((line: Text) => void) | undefined;
  /** The answers come from a file that is not the user's own: of the addresses in it only public ones are connected to. */
  readonly guarded?: boolean;
  /** Who is asked where a profile names no resolvers, as the person set it; left out: the environment's own choice. */
  readonly resolvers?: readonly string[];
  /** Options of the command line that concern an environment (`--state-dir`, `--speed`). */
  readonly options: Readonly<Record<string, string>>;
}

export type Plugin = CertificatePlugin | TargetPlugin | DnsPlugin | EnvironmentPlugin;
export type PluginKind = Plugin['kind'];
export type PluginOf<K extends PluginKind> = Extract<Plugin, { kind: K }>;

/** Generators of changes, for helpers that several plugins share. */
export type Applying = AsyncGenerator<ChangeEvent, Json, void>;

/** Identity, for inference only. */
export function definePlugin<P extends Plugin>(plugin: P): P {
  return plugin;
}
