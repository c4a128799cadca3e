import { definePlugin } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';
import { recordSets } from '../../../core/wait/propagation/record-set.ts';
import { changeFor, stateOf, undoFor } from './change.ts';
import { questions } from './questions.ts';
import { serverOf } from './server.ts';

/** Dynamic update with TSIG: BIND, Knot, PowerDNS, Windows DNS. Each update is guarded by what was seen, so that nothing of others is lost. */
export default definePlugin({
  api: 1,
  kind: 'dns',
  id: 'rfc2136',
  title: say('Dynamic update (RFC 2136)', '動的更新 (RFC 2136)'),
  summary: say(
    'Sets the record on your own DNS server: BIND, Knot, PowerDNS, Windows DNS.',
    '自社の DNS サーバー (BIND、Knot、PowerDNS、Windows DNS) にレコードを設定します。',
  ),
  questions,
  async plan(records, context) {
    const server = await serverOf(context);
    return await Promise.all(recordSets(records).map(async (set) => changeFor(await stateOf(set, server, context))));
  },
  async undo(records, context, before = []) {
    const server = await serverOf(context);
    const changes = await Promise.all(recordSets(records).map(async (set) => undoFor(await stateOf(set, server, context), before)));
    return changes.flat();
  },
});
