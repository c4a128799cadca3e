import { join } from 'node:path';
import { decodeText } from '../../../core/certificates/pem.ts';
import { toChainPem } from '../../../core/certificates/read.ts';
import type { Change, ChangeEvent, Context, Text } from '../../../core/contracts/index.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { poll } from '../../../core/wait/poll.ts';
import { bundleOf } from '../../shared/pair/bundle.ts';
import type { Draft } from '../../shared/shelf/shelf.ts';
import { returned } from './questions.ts';
import type { Place } from './request.ts';
import { type Found, findReturned } from './returned.ts';
import { howToOrder } from './words.ts';

const PAUSE_MS = 5_000;

/** Waits for what the authority sends, puts the chain in order, checks it against the key and takes the pair into use. */
export function takeAnswer({ shelf, wish }: Place): Change {
  return {
    id: 'certificate:csr-answer',
    step: 'certificate',
    title: say('Order the certificate and take it in', '証明書を注文し、受け取ったものを取り込む'),
    effect: 'by-hand',
    why: say('The authority issues it when somebody has ordered it there.', '証明機関に注文すると発行されます。'),
    after: { names: wish.names, waitsIn: whereOf(shelf.folder, undefined) },
    async *apply(context, pending) {
      const draft = (await shelf.draft()) ?? fail(noRequest());
      const where = placeOf(shelf.folder, context);
      const request = decodeText(await context.env.files.read(draft.request));
      yield { type: 'instruct', text: howToOrder({ requestFile: draft.request, where, names: wish.names }), copy: request };
      const found = yield* waitForIt(draft, where, wish.names, context, pending?.startedAt);
      const files = await shelf.commit(draft, toChainPem(found.chain.serve));
      const { fingerprintSha256, notAfter } = bundleOf(found.chain, files, undefined);
      yield {
        type: 'note',
        level: 'info',
        text: say('The certificate from {path} fits the key and is in use from now on.', '{path} の証明書は鍵と一致しました。以後、この証明書を使用します。', {
          path: value(found.file),
        }),
      };
      return { certFile: files.cert, fingerprintSha256, notAfter };
    },
  };
}

async function* waitForIt(
  draft: Draft,
  where: string,
  names: readonly string[],
  context: Context,
  since: number | undefined,
): AsyncGenerator<ChangeEvent, Extract<Found, { state: 'right' }>, void> {
  const { clock } = context.env;
  let seen: Text = say('nothing yet in {path}', '{path} にはまだ何もありません', { path: value(where) });
  const right = yield* poll<Extract<Found, { state: 'right' }>, ChangeEvent>({
    clock,
    signal: context.signal,
    startedAt: since ?? clock.now(),
    async look() {
      const found = await findReturned({ draft, where, names }, context);
      if (found.state === 'right') return { done: true, value: found };
      if (found.state === 'wrong') seen = found.why;
      return { done: false };
    },
    pause: () => PAUSE_MS,
    event: ({ attempt, startedAt, nextAt }) => ({
      type: 'wait',
      id: 'certificate:csr-answer',
      for: say('the certificate from the authority', '証明機関からの証明書'),
      attempt,
      startedAt,
      nextAt,
      byHand: true,
      seen,
    }),
  });
  return right ?? fail(noRequest());
}

function placeOf(folder: string, { answers, paths }: Context): string {
  const answer = answers[returned.key];
  return whereOf(folder, typeof answer === 'string' && answer.trim() !== '' ? paths.resolve(answer) : undefined);
}

const whereOf = (folder: string, named: string | undefined): string => named ?? join(folder, 'returned');

function noRequest() {
  return {
    code: 'csr-request-missing',
    owner: 'you' as const,
    message: say('The certificate request is gone.', '証明書署名要求が見つかりません。'),
    next: [
      say(
        'Run the same command again: it makes a new one. Order with that one.',
        '同じコマンドをもう一度実行すると新しい要求を作成します。その要求で注文してください。',
      ),
      say('Or look with {command}.', '{command} で確認することもできます。', { command: code('amltls cert inspect FILE') }),
    ],
  };
}
