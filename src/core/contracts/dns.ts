export type RecordType = 'A' | 'AAAA' | 'CNAME' | 'TXT' | 'NS' | 'SOA' | 'CAA';

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
}

/** What one server said. `rcode` as in RFC 1035 mnemonics; TTLs in seconds as received. */
export interface DnsReply {
  readonly server: DnsServer;
  readonly rcode: string;
  readonly authoritative: boolean;
  readonly answers: readonly DnsRecord[];
  /** The SOA of a negative answer: serial and minimum (RFC 2308). */
  readonly soa?: { readonly zone: string; readonly serial: number; readonly minimum: number; readonly ttl: number };
  readonly transport: 'udp' | 'tcp';
}

export interface DnsZone {
  readonly zone: string;
  readonly servers: readonly DnsServer[];
}

/** Looking, never writing. Every call ends by itself within seconds. */
export interface DnsClient {
  /** @throws ProblemError `dns-unreachable` when no usable answer came */
  ask(server: DnsServer, question: { readonly name: string; readonly type: RecordType }, signal: AbortSignal): Promise<DnsReply>;
  /** The closest enclosing zone of a name, with every authoritative server by address; undefined where none can be found. */
  zoneOf(name: string, signal: AbortSignal): Promise<DnsZone | undefined>;
  /** `system`, `ADDRESS[:PORT]` → servers. An empty list means the environment's default. */
  resolvers(names: readonly string[]): readonly DnsServer[];
  /** The addresses a client on this machine would use; empty where the name does not exist. */
  lookup(name: string, signal: AbortSignal): Promise<readonly string[]>;
}
