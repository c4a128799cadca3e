import type { Cloud, Endpoints, Text } from '../contracts/index.ts';
import { say, value } from '../text/say.ts';

/** A name that leads to a service without TLS afterwards. */
export interface DanglingName {
  readonly name: string;
  /** Azure's own: nobody but Azure can take it away. */
  readonly microsoft: boolean;
}

export function danglingNames(
  endpoints: Endpoints | undefined,
  { cloudAppSuffix, aciSuffix }: Pick<Cloud, 'cloudAppSuffix' | 'aciSuffix'>,
): readonly DanglingName[] {
  if (endpoints === undefined) return [];
  const names = [...(endpoints.host === undefined ? [] : [endpoints.host]), ...endpoints.records.map((record) => record.name)];
  return [...new Set(names)].map((name) => ({ name, microsoft: [cloudAppSuffix, aciSuffix].some((suffix) => name.toLowerCase().endsWith(`.${suffix}`)) }));
}

export function danglingText({ name, microsoft }: DanglingName): Text {
  return microsoft
    ? say(
        'The Microsoft name {name} no longer serves: clients have to use the http URI, and switching TLS on again may give another name.',
        'Microsoft の名前 {name} は使えなくなります。クライアントは http の URI を使う必要があり、TLS を再びオンにすると別の名前になることがあります。',
        { name: value(name) },
      )
    : say(
        'The DNS record of {name} still leads here: take it away once nobody uses it, or somebody else may get the address.',
        '{name} の DNS レコードはまだここを指しています。使用しなくなったら削除してください。アドレスが他者に割り当てられる可能性があります。',
        { name: value(name) },
      );
}
