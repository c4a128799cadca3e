import type { Finding, Problem } from '../../core/contracts/index.ts';
import { say, value } from '../../core/text/say.ts';
import { symbolOf } from './symbols.ts';
import { SEVERITY_WORDS } from './words.ts';
import { indent, type Writer } from './writer.ts';

/** What happened, what the service said, what to do next. */
export function problemLines(problem: Problem, writer: Writer): readonly string[] {
  const { words, symbols } = writer;
  const [first = '', ...more] = words(problem.message).split('\n');
  return [
    `${symbols.failed} ${first}`,
    ...indent(more),
    ...indent(serviceLines(problem, writer)),
    ...indent(problem.next.flatMap((step) => words(step).split('\n')).map((line) => `${symbols.arrow} ${line}`)),
  ];
}

function serviceLines({ service }: Problem, { words }: Writer): readonly string[] {
  if (service === undefined) return [];
  const said = [service.code, service.message].filter((part) => part !== undefined && part !== '').join(': ');
  return [
    ...(said === '' ? [] : [words(say('The service said: {said}', 'サービスの応答: {said}', { said: value(said) }))]),
    ...(service.requestId === undefined ? [] : [words(say('Request id: {id}', '要求 ID: {id}', { id: value(service.requestId) }))]),
  ];
}

export function findingLines(finding: Finding, writer: Writer): readonly string[] {
  const { words, symbols } = writer;
  const head = say('{severity} {code} ({subject}): {message}', '{severity} {code} ({subject}): {message}', {
    severity: SEVERITY_WORDS[finding.severity],
    code: { code: finding.code },
    subject: { value: finding.subject },
    message: finding.message,
  });
  const source = finding.source === undefined ? [] : [`(${finding.source})`];
  return [`${symbolOf(finding.severity, symbols)} ${words(head)}`, ...indent([...finding.next.map((step) => `${symbols.arrow} ${words(step)}`), ...source])];
}
