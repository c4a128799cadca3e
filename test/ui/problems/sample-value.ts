const SAMPLE = Symbol('sample');

/** What a name in the source mostly stands for. */
const LIKELY: Readonly<Record<string, string>> = {
  address: '203.0.113.10',
  at: '2027-01-15T09:00:00Z',
  certFile: './cert.pem',
  clusterName: 'aks1',
  command: 'amltls check',
  computeName: 'aks-prod',
  end: 'scorer.eastus.azurecontainer.io',
  file: './cert.pem',
  flag: '--flag',
  flags: '--sandbox',
  folder: './profiles',
  fqdn: 'www.contoso.com',
  host: 'www.contoso.com',
  hostname: 'www.contoso.com',
  key: 'certificate.keyFile',
  keyFile: './key.pem',
  language: 'en',
  layer: 'tls',
  location: 'eastus',
  name: 'contoso',
  path: './cert.pem',
  profile: 'contoso',
  profileFile: './amltls.config.yaml',
  resourceGroup: 'rg-ml',
  server: 'ns1.contoso.com',
  serviceName: 'scorer',
  store: 'certbot',
  subject: 'www.contoso.com',
  target: 'scorer.eastus.azurecontainer.io',
  uri: 'https://www.contoso.com/score',
  url: 'https://www.contoso.com/',
  vaultUrl: 'https://contoso.vault.azure.net/',
  workspace: 'ws-contoso',
  zone: 'contoso.com',
};

const NUMBER = 3;
const HOURS_MS = 3 * 3_600_000;
const DATE = '2027-01-15T09:00:00Z';
const said = (words: string) => ({ en: words, ja: words });
/** The sentence of a problem that only a run can make. */
export const OF_THE_RUN = said('WHAT THE RUN SAW');
/** The steps of a problem that is told of inside another. */
const OF_THE_CAUSE = said('WHAT THE CAUSE SAYS');

/** A word that a name of the source may stand for. */
export const wordFor = (name: string): string => LIKELY[name] ?? name;

/**
 * Stands for a value that only a run knows: whatever is read of it or done with it is such a value again, and where a word or a number is
 * wanted it is one that suits its name.
 */
export function sample(name: string): unknown {
  const word = () => wordFor(name);
  const known: Readonly<Record<PropertyKey, unknown>> = {
    [SAMPLE]: name,
    [Symbol.toPrimitive]: (hint: string) => (hint === 'number' ? NUMBER : word()),
    *[Symbol.iterator]() {
      yield sample(name);
    },
    toString: word,
    valueOf: word,
    toJSON: word,
    join: word,
    replace: word,
    split: () => [word()],
    length: NUMBER,
    size: NUMBER,
    map: (change: (each: unknown, at: number) => unknown) => [change(sample(name), 0)],
    flatMap: (change: (each: unknown, at: number) => unknown) => [change(sample(name), 0)].flat(),
    filter: () => [sample(name)],
  };
  return new Proxy(() => undefined, {
    get: (_target, property) => {
      if (Object.hasOwn(known, property)) return known[property];
      // Not a promise.
      return typeof property === 'string' && property !== 'then' ? sample(property) : undefined;
    },
    has: () => false,
    apply: () => sample(name),
    construct: () => sample(name) as object,
  });
}

/** The same value with words, numbers and times where samples stood; `place` is the property it is the value of. */
export function settled(value: unknown, place = '', depth = 0): unknown {
  if (typeof value === 'function') {
    const name = (value as { readonly [SAMPLE]?: string })[SAMPLE];
    if (name === undefined) return undefined;
    if (place === 'next') return [OF_THE_CAUSE];
    if (place === 'message' && depth === 1) return OF_THE_RUN;
    return place === 'duration' ? HOURS_MS : place === 'date' ? DATE : wordFor(name);
  }
  if (typeof value === 'number' && Number.isNaN(value)) return place === 'duration' ? HOURS_MS : NUMBER;
  if (Array.isArray(value)) return value.flatMap((each) => settled(each, place, depth));
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, settled(each, name, depth + 1)]));
}
