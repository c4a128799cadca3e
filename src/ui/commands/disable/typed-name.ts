import type { Text } from '../../../core/contracts/index.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { prompted } from '../../host/prompted.ts';
import { type Session, terminalOf } from '../session.ts';

/** @throws ProblemError `approval-needed` where nobody can type */
export function requireSomebody(session: Session): void {
  if (!session.person && !(session.plain && session.options.format === 'text')) approvalNeeded();
}

/** Goes on only where the name itself was typed. @throws ProblemError `approval-mistyped`; Interrupted at the end of the input */
export async function requireTypedName(session: Session, name: string, question: Text): Promise<void> {
  const typed = await typedLine(session, question);
  if (typed === name) return;
  fail({
    code: 'approval-mistyped',
    owner: 'you',
    message: say('{typed} is not {name}: nothing was changed.', '{typed} は {name} と一致しません。何も変更していません。', {
      typed: value(typed),
      name: value(name),
    }),
    next: [say('Run it again and type the name as it stands.', 'もう一度実行し、名前をそのまま入力してください。')],
  });
}

async function typedLine(session: Session, question: Text): Promise<string> {
  if (session.plain) return (await session.lines().read(session.words(question), session.signal)).trim();
  const { input } = await import('@inquirer/prompts');
  return (await prompted(terminalOf(session), (context) => input({ message: session.words(question) }, context))).trim();
}

function approvalNeeded(): never {
  fail({
    code: 'approval-needed',
    owner: 'you',
    message: say(
      'Switching TLS off has to be approved, and nobody is at a terminal here.',
      'TLS をオフにするには承認が必要ですが、ここにはターミナルがありません。',
    ),
    next: [
      say('Add {flag}, or run it in a terminal and type the profile’s name.', '{flag} を付けるか、ターミナルで実行してプロファイル名を入力してください。', {
        flag: code('--yes'),
      }),
    ],
  });
}
