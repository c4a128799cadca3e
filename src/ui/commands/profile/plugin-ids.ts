import { dirname } from 'node:path';
import type { Finding, PluginKind } from '../../../core/contracts/index.ts';
import type { Fault } from '../../../core/profile/faults.ts';
import { answersOf } from '../../../core/profile/flatten.ts';
import { nearest } from '../../../core/profile/nearest.ts';
import type { ParsedProfiles } from '../../../core/profile/parse.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { type Surveyed, survey } from '../../../plugins/shared/further/survey.ts';
import { surveyOptions } from '../plugin/attach.ts';
import type { Session } from '../session.ts';

const PLUGIN_KEYS: readonly (readonly [string, PluginKind])[] = [
  ['environment', 'environment'],
  ['target.plugin', 'target'],
  ['certificate.plugin', 'certificate'],
  ['dns.plugin', 'dns'],
];

/** An id that a profile names and nothing built in has. */
interface Named {
  readonly profile: string;
  readonly key: string;
  readonly kind: PluginKind;
  readonly id: string;
}

export interface Judged {
  readonly faults: readonly Fault[];
  /** Ids that only a plugin could bring which is not trusted: whether it does is not known before it may run. */
  readonly findings: readonly Finding[];
}

/** Whether there is a plugin for every id: built in, or trusted and named in `plugins:`. Nothing is run. @param path of the profile file */
export async function judgePluginIds(session: Session, parsed: ParsedProfiles, path: string): Promise<Judged> {
  const named = namedIds(session, parsed);
  if (named.length === 0) return { faults: [], findings: [] };
  const further = await survey(parsed.plugins, surveyOptions(session, dirname(path)));
  const usable = further.filter(({ problem }) => problem === undefined);
  const faults: Fault[] = [];
  const findings: Finding[] = [];
  for (const each of named) {
    if (usable.some((plugin) => brings(plugin, each))) continue;
    const doubtful = further.filter((plugin) => plugin.problem !== undefined && (plugin.trusted === undefined || brings(plugin, each)));
    if (doubtful.length > 0) findings.push(notJudged(each, doubtful));
    else faults.push(unknownPlugin(each, [...session.registry.ids(each.kind), ...idsOf(usable, each.kind)], parsed));
  }
  return { faults, findings };
}

function namedIds({ registry }: Session, parsed: ParsedProfiles): readonly Named[] {
  return [...parsed.profiles].flatMap(([profile, content]) => {
    const answers = answersOf(content);
    return PLUGIN_KEYS.flatMap(([key, kind]): Named[] => {
      const id = answers[key];
      return typeof id !== 'string' || registry.ids(kind).includes(id) ? [] : [{ profile, key, kind, id }];
    });
  });
}

const brings = ({ trusted }: Surveyed, { kind, id }: Pick<Named, 'kind' | 'id'>): boolean => trusted?.kind === kind && trusted.id === id;

const idsOf = (plugins: readonly Surveyed[], kind: PluginKind): readonly string[] =>
  plugins.flatMap(({ trusted }) => (trusted?.kind === kind ? [trusted.id] : []));

function unknownPlugin({ profile, key, id }: Named, known: readonly string[], parsed: ParsedProfiles): Fault {
  const close = nearest(id, known);
  const words = { id: value(id), key: code(key) };
  return {
    ...parsed.placeOf(['profiles', profile, ...key.split('.')], 'value'),
    key: `profiles.${profile}.${key}`,
    message:
      close === undefined
        ? say('{key}: there is no {id}. Known: {known}', '{key}: {id} はありません。使えるもの: {known}', { ...words, known: code(known.join(', ')) })
        : say('{key}: there is no {id}. Did you mean {close}?', '{key}: {id} はありません。{close} ではありませんか?', { ...words, close: code(close) }),
  };
}

function notJudged({ profile, key, id }: Named, plugins: readonly Surveyed[]): Finding {
  return {
    code: 'plugin-not-judged',
    severity: 'warning',
    subject: `profiles.${profile}.${key}`,
    message: say(
      'Whether there is a plugin {id} could not be judged: nothing of {plugins} is run before it is trusted.',
      'プラグイン {id} の有無は確認できませんでした。{plugins} は許可されるまで実行されません。',
      { id: value(id), plugins: value(plugins.map(({ spec }) => spec).join(', ')) },
    ),
    next: plugins.map(({ spec }) =>
      say('Look at it with {command}, then validate again.', '{command} で内容を確認してから、もう一度検証してください。', {
        command: code(`amltls plugin trust ${spec}`),
      }),
    ),
  };
}
