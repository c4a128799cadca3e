import type { OpenWait, WaitKind } from '../wait/open-wait.ts';
import type { Parts } from './parts.ts';
import { profileCommand } from './profile-command.ts';

type About = Pick<OpenWait, 'subject' | 'startedAt' | 'deadline'> & Partial<Pick<OpenWait, 'baseline' | 'records'>>;

/** A wait of this profile as it lies on the disk, so that another process can go on with it. Nobody has been asked for anything yet. */
export function waitOf(kind: WaitKind, parts: Pick<Parts, 'context' | 'elsewhere' | 'source'>, about: About): OpenWait {
  const { context, source } = parts;
  return {
    version: 1,
    kind,
    profile: context.profile ?? null,
    profileFile: source?.file ?? null,
    environment: context.env.id,
    askedAt: null,
    resume: profileCommand(`watch ${kind}`, parts),
    baseline: null,
    records: [],
    ...about,
  };
}
