import type { Json, Problem, Question, RunEvent, Text } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';
import type { Look } from '../look.ts';
import { createHome, type HomeNews, receiveHome } from '../screens/home/state.ts';
import { createProblem } from '../screens/problem/state.ts';
import { type Arrival, itemOf, receive } from '../screens/question/arrivals.ts';
import { createQuestion, type QuestionScreen } from '../screens/question/state.ts';
import { createReview, type ReviewScreen } from '../screens/review/state.ts';
import { createRun, reduceRun } from '../screens/run/state.ts';
import { stepsOfReview, stepsOfRun } from '../screens/steps.ts';
import { LEARNING_SCENES } from './learning.ts';
import { PANEL_SCENES } from './panels.ts';
import { agentCount, certFile, domainKind, fqdn, moreOptions, notAName, resolvers, viewOf, vmSize, workspace } from './questions.ts';
import { blockedReview, deploying, equivalents, NOW, propagating, refused, renewing, review, split } from './runs.ts';
import type { Scene } from './scene.ts';

interface Extra {
  readonly draft?: Json;
  readonly problem?: Problem;
  readonly remarks?: readonly Text[];
  readonly arrivals?: readonly Arrival[];
  readonly screen?: Partial<QuestionScreen>;
}

function asked(question: Question, extra: Extra = {}): Scene {
  return async (look) => {
    const { draft, problem, remarks = [] } = extra;
    const view = viewOf(question, { remarks, ...(draft === undefined ? {} : { draft }), ...(problem === undefined ? {} : { problem }) });
    const created = createQuestion(view, { lists: false, tools: true, panel: 'auto' });
    const field = [...(await itemsOf(question, look)), ...(extra.arrivals ?? [])].reduce(receive, created.field);
    return { steps: view.steps, screen: { ...created, field, listing: { state: 'ready' }, ...extra.screen } };
  };
}

async function itemsOf(question: Question, look: Look): Promise<readonly Arrival[]> {
  const context = {} as Parameters<NonNullable<Question['initial']>>[0];
  if (question.kind === 'choice') return [{ type: 'items', items: (await question.options(context)).map((option) => itemOf(option, look)) }];
  if (question.kind !== 'text' || question.suggest === undefined) return [];
  return [{ type: 'items', items: (await question.suggest(context)).items.map((option) => itemOf(option, look)) }];
}

function ran(events: readonly RunEvent[]): Scene {
  return () => {
    // Some minutes lie between one event and the next.
    const screen = events.reduce((shown, event, at) => reduceRun(shown, event, NOW + at * 190_000), createRun());
    return Promise.resolve({ steps: stepsOfRun(screen), screen });
  };
}

function reviewed(shown: typeof review, more: Partial<ReviewScreen> = {}): Scene {
  return () => Promise.resolve({ steps: stepsOfReview(shown), screen: { ...createReview(shown), ...more } });
}

const explored: Arrival = {
  type: 'explored',
  seen: {
    of: './cert.pem',
    found: {
      kind: 'file',
      size: 3412,
      holds: {
        certificates: 2,
        names: ['www.contoso.com', 'contoso.com'],
        notAfter: Date.UTC(2027, 3, 12),
        key: 'none',
        request: false,
        locked: false,
        damaged: false,
      },
    },
    matches: ['./cert.pem.old', './cert.pem.d/'],
  },
};

const zoneRemarks: readonly Text[] = [
  say(
    'www.contoso.com is in the zone contoso.com (name servers: ns1.contoso.com).',
    'www.contoso.com はゾーン contoso.com (ネーム サーバー: ns1.contoso.com) にあります。',
  ),
  say('It does not exist yet.', 'まだ存在しません。'),
  say(
    'Resolvers that were asked already remember the absence for up to 5 min.',
    '既に問い合わせを受けたリゾルバーは、最大 5 分の間「存在しない」と応答します。',
  ),
];

const homeNews: readonly HomeNews[] = [
  { type: 'standing', name: 'contoso', standing: { text: say('{days} days left', '残り {days} 日', { days: 56 }), due: false, share: 0.62 } },
  { type: 'standing', name: 'fabrikam', standing: { text: say('{days} days left, due', '残り {days} 日、更新時期', { days: 9 }), due: true, share: 0.1 } },
  { type: 'waits', count: 1 },
];

function homeWith(look: Look) {
  const named = [...Array.from({ length: 12 }, (_, at) => `service-${at + 1}`), 'contoso', 'fabrikam'].map((name) => ({
    name,
    detail: `${name}.example.com, aks-attach, azure`,
  }));
  return homeNews.reduce((screen, news) => receiveHome(screen, news, look), createHome(named, look));
}

/** Every screen with fixed data, by name. */
export const SCENES: Readonly<Record<string, Scene>> = {
  home: (look) => Promise.resolve({ steps: [], screen: homeWith(look) }),
  'home-first': (look) => Promise.resolve({ steps: [], screen: createHome([], look) }),
  choice: asked(domainKind),
  remarks: asked(domainKind, { remarks: zoneRemarks }),
  text: asked(fqdn, { draft: 'www.contoso.com' }),
  'text-problem': asked(fqdn, { draft: 'contoso', problem: notAName }),
  combo: asked(workspace),
  long: asked(vmSize),
  path: asked(certFile, { draft: './cert.pem', arrivals: [explored] }),
  number: asked(agentCount, { arrivals: [{ type: 'initial', value: 3 }] }),
  list: asked(resolvers, { arrivals: [{ type: 'initial', value: ['system', '1.1.1.1'] }] }),
  confirm: asked(moreOptions),
  why: asked(domainKind, { screen: { panel: 'why' } }),
  code: asked(fqdn, { screen: { equivalents, tools: { available: true, open: true } } }),
  review: reviewed(review),
  'review-requests': reviewed(review, { requests: true }),
  'review-blocked': reviewed(blockedReview),
  answers: reviewed(review, { mode: 'answers' }),
  run: ran(deploying),
  leaving: async (look) => {
    const { screen, steps } = await ran(deploying)(look);
    return { steps, screen: screen.type === 'run' ? { ...screen, leaving: true } : screen };
  },
  dns: ran(propagating),
  'dns-split': ran(split),
  renewal: ran(renewing),
  problem: () => Promise.resolve({ steps: viewOf(fqdn).steps, screen: createProblem(refused, { retry: true }) }),
  ...PANEL_SCENES,
  ...LEARNING_SCENES,
};
