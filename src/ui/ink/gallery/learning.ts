import { seen } from '../../../core/learn/lessons/checks/seen.ts';
import type { LessonEntry, QuestionView, TaskView } from '../../../core/learn/lessons/view.ts';
import { code, say } from '../../../core/text/say.ts';
import { createGlossary } from '../screens/glossary/state.ts';
import { createLessonList, lessonList } from '../screens/lesson/list.ts';
import { createLesson } from '../screens/lesson/state.ts';
import { screenOf } from '../screens/panel/panel.ts';
import { createQuestion } from '../screens/question/state.ts';
import { createQuiz } from '../screens/quiz/screen.ts';
import { domainKind, viewOf } from './questions.ts';
import { equivalents, NOW } from './runs.ts';
import type { Scene } from './scene.ts';

const HOUR = 3_600_000;
const title = say('The certificate that expires', '期限の切れる証明書');
const tooEarly = say('Ask too early', '早すぎる更新');
const inTime = say('Ask in time', '適切な時期の更新');
const goal = say(
  'The cluster aks-prod has a Microsoft certificate with 100 days left. Nobody renews it but you.',
  'クラスター aks-prod の Microsoft の証明書は残り 100 日です。更新を要求するのは自分です。',
);

const entries: readonly LessonEntry[] = [
  {
    number: 1,
    title: say('A Microsoft certificate on a new AKS cluster', '新しい AKS クラスターと Microsoft の証明書'),
    goal: say('A cluster is made, and Azure gives it name and certificate.', 'クラスターを作成し、Azure が名前と証明書を割り当てます。'),
    state: 'done',
    tasks: 3,
    done: 3,
  },
  { number: 4, title, goal, state: 'begun', tasks: 2, done: 1 },
  {
    number: 6,
    title: say('TLS off and on again, and names that dangle', 'TLS のオフとオン、宙に浮いた名前'),
    goal: say('What is left behind when TLS is switched off.', 'TLS をオフにしたときに残るものを確認します。'),
    state: 'open',
    tasks: 4,
    done: 0,
  },
];

const task: TaskView = {
  number: 4,
  title,
  task: 1,
  of: 2,
  goal,
  terms: [],
  todo: say(
    'Ask for a renewal now, 100 days before the end: {command}. amltls says that it is too early and sends nothing.',
    '期限の 100 日前の今、更新を要求してみましょう: {command}。amltls は早すぎると判断し、何も送信しません。',
    { command: code('amltls renew contoso-ms') },
  ),
  tasks: [tooEarly, inTime],
  seen: [
    seen(say('Azure was asked to renew.', 'Azure に更新を要求した。'), undefined),
    seen(say('The certificate has at most 100 days left.', '証明書の残りが 100 日以内である。'), say('It has 101 days left.', '残りは 101 日です。')),
  ],
  hints: [
    say('The first command stops by itself; the second one asks Azure all the same.', '1 つ目のコマンドは途中で止まります。2 つ目は Azure に要求を送ります。'),
  ],
  moreHints: true,
  run: 'amltls renew contoso-ms --even-if-early',
  later: 5 * HOUR,
  folder: '/home/you/.local/state/amltls/learn/renewal/files',
  now: NOW,
  equivalents,
};

const question: QuestionView = {
  number: 4,
  title,
  question: 2,
  of: 3,
  before: say('Azure does nothing while more than about 70 days are left.', '残りが約 70 日を超えている間、Azure は何もしません。'),
  ask: say('What must never go with a renewal?', '更新と一緒に指定してはいけないものはどれですか?'),
  options: [
    say('{key}', '{key}', { key: code('overwriteExistingDomain: true') }),
    say('the leaf domain label', 'リーフ ドメイン ラベル'),
    say('the location', '場所 (location)'),
  ],
  wrong: say('The label has to be there: Azure takes it for removed otherwise.', 'ラベルは必要です。指定しないと、削除されたものとして扱われます。'),
};

const still = (screen: Awaited<ReturnType<Scene>>['screen']) => Promise.resolve({ steps: [], screen });

/** What is for those who learn. */
export const LEARNING_SCENES: Readonly<Record<string, Scene>> = {
  lessons: (look) => still(screenOf(lessonList, createLessonList(entries, look))),
  lesson: () => still(createLesson(task)),
  'lesson-done': () =>
    still(
      createLesson({
        ...task,
        done: say('Azure took the request and did nothing: too early.', 'Azure は要求を受け付けましたが、早すぎるため何もしませんでした。'),
      }),
    ),
  'lesson-tools': () => still({ ...createLesson({ ...task, done: goal }), tools: true }),
  quiz: (look) => still(createQuiz(question, look)),
  glossary: async (look) => {
    const view = viewOf(domainKind);
    const below = createQuestion(view, { lists: false, tools: true, panel: 'auto' });
    return { steps: view.steps, screen: below, glossary: createGlossary(below, look) };
  },
  'glossary-term': async (look) => {
    const view = viewOf(domainKind);
    const below = createQuestion(view, { lists: false, tools: true, panel: 'auto' });
    return { steps: view.steps, screen: below, glossary: { ...createGlossary(below, look), whole: true } };
  },
};
