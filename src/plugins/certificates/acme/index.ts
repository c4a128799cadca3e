import { join } from 'node:path';
import { URGENT_SHARE } from '../../../core/certificates/lifetime.ts';
import { type CertBundle, type CertificatePlugin, type Context, definePlugin } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';
import { findingsOfPlace } from '../../shared/keys/place.ts';
import { folder } from '../../shared/keys/questions.ts';
import { refuseUnwritable, shelfFolder } from '../../shared/shelf/folder.ts';
import { type InUse, judgeInUse } from '../../shared/shelf/in-use.ts';
import { openShelf } from '../../shared/shelf/shelf.ts';
import { issueChange } from './issue.ts';
import { questions } from './questions.ts';
import { findingsBeforeOrder } from './ready.ts';
import { momentIn, renewalWindow } from './renewal-info.ts';
import { type Wish, wishOf } from './wish.ts';

type Planned = Awaited<ReturnType<CertificatePlugin['plan']>>;

/** A certificate from an authority that issues by itself (RFC 8555), and the next one when it is time. */
export default definePlugin({
  api: 1,
  kind: 'certificate',
  id: 'acme',
  title: say("Have one issued automatically (Let's Encrypt and others)", "自動で発行を受ける (Let's Encrypt など)"),
  summary: say(
    'Free public certificates, proved by a DNS record, renewed by themselves.',
    'DNS レコードで確認される無料のパブリック証明書です。更新も自動です。',
  ),
  questions,
  async plan(names, context, dns, early = false): Promise<Planned> {
    const { env } = context;
    const wish = await wishOf(names, context);
    const shelf = shelfOf(names, context);
    const inUse = await judgeInUse(await shelf.current(), wish.names, context);
    if (inUse !== undefined && !(early && !inUse.fresh) && !(await isDue(inUse, wish, context)))
      return { bundle: inUse.bundle, findings: inUse.findings, changes: [] };
    await refuseUnwritable(shelf.folder, env.files);
    const findings = [...(await findingsBeforeOrder(wish, dns, context)), ...(await findingsOfPlace(join(shelf.folder, 'key.pem'), context))];
    if (dns === undefined) return { findings, changes: [] };
    return { findings, changes: [issueChange({ wish, shelf, dns, inUse: inUse?.bundle })] };
  },
  async dueFrom(names, context) {
    const wish = await wishOf(names, context);
    const inUse = await judgeInUse(await shelfOf(names, context).current(), wish.names, context);
    if (inUse === undefined || inUse.fresh) return undefined;
    const { bundle, covers } = inUse;
    const from = covers ? await dueAt(bundle, wish, context) : 0;
    return from === undefined ? undefined : { fingerprintSha256: bundle.fingerprintSha256, from };
  },
});

function shelfOf(names: readonly string[], context: Context) {
  return openShelf(shelfFolder('acme', names, context.answers[folder.key], context), context.env);
}

async function isDue({ bundle, replaceable, covers, fresh }: InUse, wish: Wish, context: Context): Promise<boolean> {
  if (!covers) return true;
  if (fresh) return false;
  const from = await dueAt(bundle, wish, context);
  return from === undefined ? replaceable : context.env.clock.now() >= from;
}

/** By the authority's own word where it gives one (RFC 9773), but never later than is safe; otherwise a third of the life decides. ms since the epoch */
async function dueAt(bundle: CertBundle, wish: Wish, context: Context): Promise<number | undefined> {
  const urgent = urgentFrom(bundle);
  if (context.env.clock.now() >= urgent) return urgent;
  const window = await renewalWindow(bundle, wish, context);
  return window === undefined ? undefined : Math.min(momentIn(window, bundle), urgent);
}

function urgentFrom({ notBefore, notAfter }: CertBundle): number {
  const [start, end] = [Date.parse(notBefore), Date.parse(notAfter)];
  return end - (end - start) * URGENT_SHARE;
}
