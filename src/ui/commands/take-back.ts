import type { Environment, Text } from '../../core/contracts/index.ts';
import type { Made } from '../../core/dns/receipt.ts';
import { madeRecords, takeBack } from '../../core/engine/take-back.ts';
import { pathsIn } from '../../core/profile/own-folder.ts';
import { code, say } from '../../core/text/say.ts';
import { confirm } from './confirm.ts';
import { drive } from './drive.ts';
import type { UsableProfile } from './profiles.ts';
import { type Session, tell } from './session.ts';

/**
 * Offers to take back the DNS records that a profile's plugin made on this machine. Asks a person, defaulting to no; where nobody is there, or by
 * `--yes`, which answers another question, it only says what stays: a name that leads to an address that is given up can be taken over.
 */
export async function offerTakeBack(session: Session, env: Environment, { answers, name, paths }: UsableProfile): Promise<void> {
  const { registry, signal } = session;
  const whole = { ...env.defaults, ...answers };
  const kept = (await session.store()).record(env, whole);
  const made = madeRecords((await kept.journal()).entries());
  const id = answers['dns.plugin'];
  if (made.length === 0 || typeof id !== 'string') return;
  const dns = await registry.get('dns', id);
  if (dns.undo === undefined) return;
  if (!session.person || !(await confirm(session, question(made)))) {
    tell(session, stays(made));
    return;
  }
  const context = { env, answers: whole, signal, profile: name, paths: pathsIn(env, paths) };
  await drive(session, env, name, takeBack({ context, kept, dns, made }));
}

const shown = (made: readonly Made[]) => code(made.flatMap(({ records }) => records.map(({ name, type, data }) => `${name} ${type} ${data}`)).join(', '));

function question(made: readonly Made[]): Text {
  return say('Also take back the DNS record {records}, which was made from here?', 'ここから作成した DNS レコード {records} も元に戻しますか?', {
    records: shown(made),
  });
}

function stays(made: readonly Made[]): Text {
  return say(
    'The DNS record {records} stays. Delete it once nobody uses the name: when the address is given up, somebody else may get it.',
    'DNS レコード {records} はそのまま残ります。名前を使用しなくなったら削除してください。アドレスが解放されると、第三者に割り当てられる可能性があります。',
    { records: shown(made) },
  );
}
