import type { Session } from '../session.ts';
import type { Candidate, Values } from './candidates.ts';
import type { Typed } from './typed.ts';

/** What stands in the profile file and in the tables of this program. Nothing that the file names is run or trusted for it. */
export function valuesFrom(session: Session): Values {
  return async (argument, typed) => {
    switch (argument) {
      case 'profile':
      case 'profiles':
      case 'from':
        return await profiles(session, typed);
      case 'kind':
        return await kinds(typed);
      case 'lesson':
        return await lessons(session);
      case 'code':
        return plain((await import('../../../core/learn/explain/explain.ts')).explainedCodes());
      case 'shell':
        return plain((await import('./scripts.ts')).SHELLS);
      default:
        return [];
    }
  };
}

const plain = (words: readonly string[]): readonly Candidate[] => words.map((word) => ({ word, says: '' }));

/** Each with the name that it secures. */
async function profiles(session: Session, { config }: Typed): Promise<readonly Candidate[]> {
  const { findOptions } = await import('../profiles.ts');
  const { openBook, writtenAnswers } = await import('../../../core/profile/book.ts');
  const options = findOptions(session);
  const book = await openBook({ ...options, config: config ?? options.config });
  if (book === undefined) return [];
  return book.names.map((word) => {
    const answers = writtenAnswers(book, word);
    return { word, says: String(answers['domain.fqdn'] ?? answers['domain.leafDomainLabel'] ?? '') };
  });
}

async function kinds({ command }: Typed): Promise<readonly Candidate[]> {
  if (command.name() === 'watch') return plain((await import('../../../core/wait/open-wait.ts')).WAIT_KINDS);
  return plain((await import('../plugin/kinds.ts')).PLUGIN_KINDS);
}

async function lessons(session: Session): Promise<readonly Candidate[]> {
  const { courses } = await import('../learn/lessons.ts');
  return (await courses(session)).map(({ lesson }) => ({ word: lesson.id, says: lesson.title[session.language] }));
}
