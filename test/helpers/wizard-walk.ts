import type { Home } from './bin.ts';
import type { PtyTerminal } from './terminal-pty.ts';
import { japanese } from './translate.ts';
import { wellDrawn } from './well-drawn.ts';

export type Language = 'en' | 'ja';

/** One question of the wizard as a person meets it, and the answer. Words are English. */
export interface Stop {
  readonly question: string;
  /** What stands on the screen once keys are of use. */
  readonly ready?: string;
  /** Before it is answered, on the drawn screen. */
  readonly meanwhile?: (terminal: PtyTerminal, language: Language) => Promise<void>;
  readonly answer:
    | { readonly choose: string; readonly value: string }
    | { readonly type: string }
    /** PEM where a path is asked for; on the drawn screen only. */
    | { readonly pem: string }
    /** The default or what is marked; `plain` where lines have no mark. */
    | { readonly accept: true; readonly plain?: string };
}

export const more: Stop = { question: 'Set more options of this step', ready: '❯ No', answer: { accept: true } };

export const ownName = (fqdn: string): readonly Stop[] => [
  { question: 'Which name do clients call', answer: { choose: 'A name of my own', value: 'custom' } },
  { question: 'fully qualified domain name', answer: { type: fqdn } },
];

export const pemFiles = (certFile: string, keyFile: string): readonly Stop[] => [
  { question: 'Where does the certificate come from', answer: { choose: 'PEM files', value: 'pem' } },
  { question: 'Where is the certificate file', answer: { type: certFile } },
  { question: 'Where is the private key file', answer: { type: keyFile } },
  more,
];

export const workspace: readonly Stop[] = [
  { question: 'Which subscription', ready: '❯ Practice', answer: { accept: true } },
  { question: 'Which resource group', ready: '❯ rg-practice', answer: { accept: true, plain: '1' } },
  { question: 'Which workspace', ready: '❯ ws-practice', answer: { accept: true, plain: '1' } },
];

export const target = (label: string, value: string): Stop => ({ question: 'Where does the web service run', answer: { choose: label, value } });

export const practiceDns: readonly Stop[] = [{ question: 'Who writes the DNS record', answer: { choose: 'The practice registrar', value: 'practice' } }, more];

// As the listing writes it.
const AKS2 = '/subscriptions/11111111-1111-4111-8111-111111111111/resourcegroups/rg-practice/providers/Microsoft.ContainerService/managedClusters/aks2';

/** The questions of each target in the practice Azure, from the first to the review. */
export const WALKS = {
  'aks-attach': (certFile: string, keyFile: string): readonly Stop[] => [
    ...ownName('www.contoso.com'),
    ...pemFiles(certFile, keyFile),
    ...workspace,
    target('An AKS cluster that exists', 'aks-attach'),
    { question: 'What is the compute called', ready: '❯ aks-prod', answer: { accept: true, plain: 'aks-prod' } },
    { question: 'Which AKS cluster', ready: '❯ aks1', answer: { accept: true } },
    more,
    ...practiceDns,
  ],
  'aks-provision': (): readonly Stop[] => [
    { question: 'Which name do clients call', answer: { choose: 'A name from Microsoft', value: 'microsoft' } },
    { question: 'Which label should the Microsoft name begin with', answer: { type: 'contoso' } },
    more,
    ...workspace,
    target('A new AKS cluster', 'aks-provision'),
    { question: 'What is the compute called', ready: 'Listed', answer: { type: 'new-aks' } },
    { question: 'How many nodes', ready: '❯ 3', answer: { accept: true } },
    { question: 'Which VM size', ready: 'Standard_D3_v2', answer: { accept: true } },
    more,
  ],
  aci: (certFile: string, keyFile: string): readonly Stop[] => [
    ...ownName('aci.contoso.com'),
    ...pemFiles(certFile, keyFile),
    ...workspace,
    target('A web service on Azure Container Instances', 'aci'),
    { question: 'What is the web service called', ready: '❯ scorer', answer: { accept: true, plain: 'scorer' } },
    { question: 'Which file describes the new service', answer: { accept: true } },
    more,
    ...practiceDns,
  ],
  'kubernetes-extension': (certFile: string, keyFile: string): readonly Stop[] => [
    ...ownName('www.contoso.com'),
    ...pemFiles(certFile, keyFile),
    ...workspace,
    target('Azure ML v2: the Kubernetes extension', 'kubernetes-extension'),
    { question: 'Which cluster is it', ready: '❯ aks-quiet', answer: { type: AKS2 } },
    more,
    ...practiceDns,
  ],
} as const;

/** What words may be on the screen in its language; what is marked keeps its mark. */
function wordsIn(language: Language, words: string): readonly string[] {
  if (language === 'en') return [words];
  return words.startsWith('❯ ') ? japanese(words.slice(2)).map((each) => `❯ ${each}`) : japanese(words);
}

// So much of a text that was cut tells it from others.
const TELLING = 6;

/** Whether one of several texts stands on the screen, wherever its lines are broken, or cut with an ellipsis. */
function stands(screen: string, words: readonly string[]): boolean {
  // Lines go on below, not in the panel beside them.
  const left = screen.replace(/ │.*$/gm, '');
  const texts = [screen, left].map((each) => each.replace(/\s+/g, ''));
  const parts = words.flatMap((each) => {
    const whole = each.replace(/\s+/g, '');
    return [whole, ...Array.from({ length: Math.max(0, whole.length - TELLING) }, (_, at) => `${whole.slice(0, TELLING + at)}…`)];
  });
  return texts.some((text) => parts.some((part) => text.includes(part)));
}

/** Until all of the words, English, stand on the screen in its language. */
export const waitForWords = (terminal: PtyTerminal, language: Language, ...words: readonly string[]): Promise<string> =>
  terminal.waitFor((screen) => words.every((each) => stands(screen, wordsIn(language, each))));

/** Answers in the drawn wizard, by keys; every screen on the way is looked at. */
export async function walk(terminal: PtyTerminal, stops: readonly Stop[], language: Language = 'en'): Promise<void> {
  for (const { question, ready, meanwhile, answer } of stops) {
    await waitForWords(terminal, language, question, ready ?? '❯');
    await wellDrawn(terminal);
    await meanwhile?.(terminal, language);
    if ('choose' in answer) {
      const [choose = ''] = wordsIn(language, answer.choose);
      terminal.type('/');
      await waitForWords(terminal, language, 'clear filter');
      terminal.type(choose);
      await terminal.waitFor((screen) => stands(screen, [`❯ ${choose}`]));
    } else if ('type' in answer) {
      terminal.press('CtrlU');
      terminal.type(answer.type);
      await terminal.waitFor(answer.type.slice(-12));
    } else if ('pem' in answer) {
      terminal.paste(answer.pem);
      await waitForWords(terminal, language, 'Keep it in a file that only you can read, and use that?');
      await wellDrawn(terminal);
      terminal.type('y');
      await terminal.waitFor(/pasted-[0-9a-f]{8}\.pem/);
    }
    await wellDrawn(terminal);
    terminal.press('Enter');
  }
}

/** The same answers for the wizard that asks line by line, each on its line. */
export const linesOf = (stops: readonly Stop[]): readonly string[] =>
  stops.map(({ answer }) => ('choose' in answer ? answer.value : 'type' in answer ? answer.type : 'plain' in answer ? (answer.plain ?? '') : ''));

/** `secure --plain`, fed through a pipe. */
export const walkPlainly = (home: Home, lines: readonly string[]) => home.run(['secure', '--plain', '--sandbox'], { input: `${lines.join('\n')}\n` });

/** Answers prompts, one after another; words are English. */
export async function walkPrompts(terminal: PtyTerminal, stops: readonly Stop[]): Promise<void> {
  for (const { question, answer } of stops) {
    await terminal.waitFor((screen) => screen.split('\n').some((line) => line.startsWith('? ') && line.includes(question)));
    if ('choose' in answer) {
      terminal.type(answer.choose);
      await terminal.waitFor((screen) => screen.includes(`❯ ${answer.choose}`));
    } else if ('type' in answer) {
      terminal.type(answer.type);
      await terminal.waitFor(answer.type.slice(-12));
    }
    terminal.press('Enter');
    await terminal.waitFor((screen) => !screen.split('\n').some((line) => line.startsWith('? ') && line.includes(question)) || screen.includes('? Set more'));
  }
}
