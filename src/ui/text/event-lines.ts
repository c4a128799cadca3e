import type { DnsRow, RunEvent, Text, WaitEvent } from '../../core/contracts/index.ts';
import { code, say, value } from '../../core/text/say.ts';
import { visible } from '../../core/text/visible.ts';
import { splitText, VERDICT_WORDS, VIEW_WORDS } from './dns-words.ts';
import { formatTime } from './formats.ts';
import { recordText } from './outcome-lines.ts';
import { findingLines, problemLines } from './problem-lines.ts';
import { STEP_WORDS } from './words.ts';
import { indent, type Writer } from './writer.ts';

type Shown = Exclude<RunEvent, { readonly type: 'outcome' | 'wait' }>;

/** One event as lines; an outcome and a wait have their own. */
export function eventLines(event: Shown, writer: Writer): readonly string[] {
  const { words, symbols } = writer;
  switch (event.type) {
    case 'step':
      return stepLine(event, writer);
    case 'change':
      return changeLine(event, writer);
    case 'operation':
      return [
        `  ${words(
          event.requestId === undefined
            ? say('Azure took the request.', 'Azure が要求を受け付けました。')
            : say('Azure took the request (request id {id}).', 'Azure が要求を受け付けました (要求 ID {id})。', { id: value(event.requestId) }),
        )}`,
      ];
    case 'instruct':
      return [
        ...indent([words(event.text), ...(event.records ?? []).map((record) => `  ${words(recordText(record))}`)]),
        // In one piece: what is taken for half a secret would be hidden.
        ...(event.copy === undefined ? [] : [event.copy.trimEnd().split('\n').map(visible).join('\n')]),
      ];
    case 'finding':
      return indent(findingLines(event.finding, writer));
    case 'note':
      return [`  ${event.level === 'warn' ? symbols.warning : symbols.info} ${words(event.text)}`];
  }
}

function stepLine({ step, state }: Extract<RunEvent, { type: 'step' }>, { words, symbols }: Writer): readonly string[] {
  const named = { step: STEP_WORDS[step] };
  switch (state) {
    case 'started':
      return [`${symbols.now} ${words(say('{step}: started', '{step}: 開始', named))}`];
    case 'done':
      return [`${symbols.done} ${words(say('{step}: done', '{step}: 完了', named))}`];
    case 'skipped':
      return [`${symbols.skipped} ${words(say('{step}: not needed', '{step}: 不要', named))}`];
    case 'failed':
      return [`${symbols.failed} ${words(say('{step}: failed', '{step}: 失敗', named))}`];
  }
}

function changeLine(event: Extract<RunEvent, { type: 'change' }>, writer: Writer): readonly string[] {
  const { words, symbols } = writer;
  const title = words(event.title);
  switch (event.state) {
    case 'started':
      return [`  ${symbols.pointer} ${title}`];
    case 'done':
      return [`  ${symbols.done} ${words(say('{title}: done', '{title}: 完了', { title: event.title }))}`];
    case 'skipped':
      return [`  ${symbols.skipped} ${title}`];
    case 'failed':
      return event.problem === undefined ? [`  ${symbols.failed} ${title}`] : indent([title, ...problemLines(event.problem, writer)]);
  }
}

/** What is waited for, or, at the end, what has come true. */
export function waitHead(event: WaitEvent): Text {
  return event.over ?? say('Waiting for {what}', '待機中: {what}', { what: event.for });
}

/** What a wait looks like now, as one text that changes only when something else is seen. */
export function waitLines(event: WaitEvent, { words }: Writer): readonly string[] {
  return [
    words(waitHead(event)),
    ...(event.seen === undefined ? [] : [`  ${words(say('seen: {seen}', '現在の状態: {seen}', { seen: event.seen }))}`]),
    ...(event.resume === undefined
      ? []
      : [
          `  ${words(say('Leave it with Ctrl-C and go on later: {command}', 'Ctrl-C で終了し、後で再開できます: {command}', { command: code(event.resume) }))}`,
        ]),
    ...(event.split === undefined ? [] : [`  ${words(splitText(event.split))}`]),
    ...(event.rows ?? []).map((row) => `  ${words(rowText(row, event.split !== undefined))}`),
    ...(event.eta === undefined ? [] : [`  ${words(allBy(event.eta))}`]),
  ];
}

/** When the last cache will have forgotten what it says now. */
export function allBy(eta: number): Text {
  return say('everybody will have it by {time}', '{time} までに全体に反映されます', { time: value(formatTime(eta)) });
}

/** Who says what, as one line. @param split inside and outside differ: it says whose clients hear it */
export function rowText(row: DnsRow, split = false): Text {
  const { server, answer, verdict, serial, until, since, view } = row;
  return say('{server}: {answer} ({view}{verdict}{serial}{since}{until})', '{server}: {answer} ({view}{verdict}{serial}{since}{until})', {
    server: value(server),
    answer: value(answer === '' ? '-' : answer),
    view: split ? say('{view}, ', '{view}、', { view: VIEW_WORDS[view] }) : '',
    verdict: VERDICT_WORDS[verdict],
    serial: serial === undefined ? '' : say(', serial {serial}', '、シリアル {serial}', { serial: value(String(serial)) }),
    since: since === undefined || verdict !== 'wrong' ? '' : say(', since {time}', '、{time} から', { time: value(formatTime(since)) }),
    until: until === undefined ? '' : say(', until {time}', '、{time} まで', { time: value(formatTime(until)) }),
  });
}
