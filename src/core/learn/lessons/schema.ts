import * as z from 'zod';
import { parseDuration } from '../../text/parse-duration.ts';
import { checkSchema } from './checks/schema.ts';

const name = z.string().min(1);
const both = z.strictObject({ en: name, ja: name });
/** What one key moves the clock by where a task says nothing else. */
export const USUAL_LATER = '5h';

const wait = z.string().refine((text) => parseDuration(text) !== undefined, { error: 'not a duration such as 5h or 60d' });

/** A certificate and its key that lie in the lesson's folder at the start, issued by the practice CA. */
const pair = z.strictObject({
  cert: name,
  key: name,
  names: z.array(name).min(1),
  /** Practice days that it is valid for. */
  days: z.int().positive().default(199),
  /** Where the certificate of the issuing CA goes instead of into `cert`. */
  intermediate: name.optional(),
  /** Encrypts the key. */
  passphrase: name.optional(),
});

const record = z.strictObject({
  zone: name,
  name: name,
  type: z.enum(['A', 'AAAA', 'CNAME', 'TXT', 'CAA']),
  data: name.optional(),
  ttl: z.int().nonnegative().default(300),
});

/** What happens in the world before a task begins. */
const happening = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('later'), by: wait }),
  z.strictObject({ event: z.literal('set-record'), record }),
  z.strictObject({ event: z.literal('remove-record'), record }),
]);

const task = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** A few words; where finding out is the task they do not tell. */
  title: both,
  do: both,
  /** The command that Enter starts; none where finding it is the task. */
  run: name.optional(),
  /** The same in lines, where nobody can move the clock while work waits. */
  runInLines: name.optional(),
  /** How far one key moves the clock. */
  later: wait.default(USUAL_LATER),
  before: z.array(happening).default([]),
  checks: z.array(checkSchema).min(1),
  hints: z.array(both).length(3),
  /** The same with Python and az, with the values of this profile. */
  equivalents: z.strictObject({ operation: z.enum(['secure', 'renew', 'disable']), profile: name }).optional(),
  done: both,
});

const question = z
  .strictObject({ ask: both, options: z.array(both).min(2).max(4), right: z.int().positive(), why: both })
  .refine(({ right, options }) => right <= options.length, { path: ['right'], error: 'no option has this number' });

/** A lesson's file. */
export const lessonSchema = z.strictObject({
  number: z.int().positive(),
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: both,
  goal: both,
  /** What to know first: ids of glossary terms. */
  terms: z.array(name).min(1),
  /** The sections of a seed that differ from the default practice world. */
  world: z.record(z.string(), z.json()).default({}),
  pairs: z.array(pair).default([]),
  files: z.array(z.strictObject({ path: name, text: z.string() })).default([]),
  tasks: z.array(task).min(1),
  questions: z.array(question).min(2).max(3),
  /** What the learner can do now. */
  after: both,
  /** A profile to be filled in for the real thing. */
  profile: z.string().optional(),
});

export type Lesson = Readonly<z.infer<typeof lessonSchema>>;
export type LessonTask = Lesson['tasks'][number];
export type LessonQuestion = Lesson['questions'][number];
export type LessonPair = Lesson['pairs'][number];
export type LessonHappening = LessonTask['before'][number];
export type Both = z.infer<typeof both>;
