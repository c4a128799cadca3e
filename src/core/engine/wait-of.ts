import { profileCommand } from '../profile/profile-command.ts';
import type { OpenWait, WaitKind } from '../wait/open-wait.ts';
import type { Parts } from './parts.ts';

type About = Pick<OpenWait, 'subject' | 'startedAt' | 'deadline'> & Partial<Pick<OpenWait, 'baseline' | 'records' | 'resume'>>;

/** A wait of this profile as it lies on the disk, so that another process can go on with it. Nobody has been asked for anything yet. */
export function waitOf(kind: WaitKind, { context, source }: Pick<Parts, 'context' | 'source'>, about: About): OpenWait {
  return {
    version: 1,
    kind,
    profile: context.profile ?? null,
    profileFile: source?.file ?? null,
    environment: context.env.id,
    askedAt: null,
    resume: profileCommand(`watch ${kind}`, context),
    baseline: null,
    records: [],
    ...about,
  };
}
