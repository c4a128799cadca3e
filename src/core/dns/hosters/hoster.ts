import type { Text } from '../../contracts/index.ts';

/** The form in which a host of zones takes a record. Labels are its own words, not translated. */
export interface RecordForm {
  /** The way to it through the menus. */
  readonly place: string;
  readonly type: string;
  /** What is chosen as the type where it is not the type's name. */
  readonly typeValue?: (type: string) => string;
  readonly name: string;
  readonly value: string;
  /** Missing where the form has no such field. */
  readonly ttl?: string;
  /** What is typed as the name for the top of the zone: `@`, or nothing. */
  readonly apex: '@' | '';
  readonly notes?: readonly Text[];
  /** What the words above were held against: the host's own description, or that of somebody who shows its form. Missing where none was found. */
  readonly source?: string;
}

export interface Hoster {
  readonly id: string;
  readonly title: string;
  /** Matches the names of its name servers. */
  readonly servers: RegExp;
  readonly form: RecordForm;
  /** The DNS plugin that can write there. */
  readonly plugin?: 'azure-dns';
}
