export type RecordType = 'A' | 'AAAA' | 'CNAME' | 'DNAME' | 'TXT' | 'NS' | 'SOA' | 'CAA';

/** A record as public DNS has to show it. Names in A-labels, lower case, without a trailing dot; `ttl` in seconds. */
export interface DnsRecord {
  readonly name: string;
  readonly type: RecordType;
  readonly data: string;
  readonly ttl?: number;
}

/** One server that can be asked by address. */
export interface DnsServer {
  /** As a person knows it: `ns1.contoso.com`, `1.1.1.1`, `system`. */
  readonly label: string;
  readonly address: string;
  readonly port: number;
  readonly role: 'authoritative' | 'resolver';
  /** Asked over HTTPS (RFC 8484): always, or, with `overHttps: 'fallback'`, where port 53 does not answer. */
  readonly url?: string;
  readonly overHttps?: 'always' | 'fallback';
}

/** The SOA of a zone: `serial` and `minimum` (RFC 2308) as numbers, times in seconds. */
export interface Soa {
  readonly zone: string;
  readonly serial: number;
  readonly minimum: number;
  readonly ttl: number;
  /** How often a secondary server asks for news. */
  readonly refresh?: number;
}

/** What one server said. `rcode` as in RFC 1035 mnemonics; TTLs in seconds as received. */
export interface DnsReply {
  readonly server: DnsServer;
  readonly rcode: string;
  readonly authoritative: boolean;
  readonly answers: readonly DnsRecord[];
  /** The authority section: referrals. */
  readonly authorities?: readonly DnsRecord[];
  /** Of a negative answer, or asked for. */
  readonly soa?: Soa;
  readonly transport: 'udp' | 'tcp' | 'https';
  /** The resolver says that it validated the answer (AD, RFC 4035). */
  readonly validated?: boolean;
}

export interface DnsQuestion {
  readonly name: string;
  readonly type: RecordType;
  /** Asks a validating resolver for what it has without its verdict (CD, RFC 4035). */
  readonly unvalidated?: boolean;
}

export interface DnsZone {
  readonly zone: string;
  /** Those that the delegation names and those that the zone itself names, by address. */
  readonly servers: readonly DnsServer[];
  /** Names of the servers as the zone above has them; missing where the way down could not be followed. */
  readonly delegated?: readonly string[];
  /** Names of the servers as the zone itself has them. */
  readonly listed?: readonly string[];
  /** Servers whose name leads to no address. */
  readonly unresolvable?: readonly string[];
}

/** Looking, never writing. Every call ends by itself within seconds. */
export interface DnsClient {
  /** @throws ProblemError `dns-unreachable` when no usable answer came */
  ask(server: DnsServer, question: DnsQuestion, signal: AbortSignal): Promise<DnsReply>;
  /** The closest enclosing zone of a name, with every authoritative server by address; undefined where none can be found. */
  zoneOf(name: string, signal: AbortSignal): Promise<DnsZone | undefined>;
  /** `system`, `ADDRESS[:PORT]`, `https://…` → servers. An empty list means the environment's default. */
  resolvers(names: readonly string[]): readonly DnsServer[];
  /** The addresses a client on this machine would use; empty where the name does not exist. */
  lookup(name: string, signal: AbortSignal): Promise<readonly string[]>;
}
