import type { Context, Driver, Environment, Equivalent, RunEvent } from '../../core/contracts/index.ts';
import { domainOf } from '../../core/domain/domain-of.ts';
import { Interrupted } from '../../core/problems/interrupted.ts';
import { hasHyperlinks, hasUnicode } from '../host/terminal.ts';
import type { InkOptions } from '../ink/options.ts';
import { type Session, terminalOf } from './session.ts';

type About = Pick<Environment, 'title' | 'practice' | 'clock'>;

/**
 * The way to whoever is there: Ink for a person at a capable terminal, lines for the others, NDJSON for programs.
 * @param leave what a key does that leaves a wait open
 */
export async function driverFor(session: Session, env: About, profile: string | undefined, leave?: () => void): Promise<Driver> {
  const driver = await openDriver(session, env, profile, leave);
  const { heard } = session;
  return heard === undefined ? driver : { ...driver, watch: (events) => driver.watch(overheard(events, heard)) };
}

async function* overheard(events: AsyncIterable<RunEvent>, heard: (event: RunEvent) => void): AsyncGenerator<RunEvent, void, void> {
  for await (const event of events) {
    heard(event);
    yield event;
  }
}

async function openDriver(session: Session, env: About, profile: string | undefined, leave: (() => void) | undefined): Promise<Driver> {
  const { options, language, out } = session;
  if (options.format !== 'text') {
    const { createHeadlessDriver } = await import('../headless/driver.ts');
    return createHeadlessDriver({ event: options.format === 'ndjson' ? out.line : undefined, clock: env.clock, profile, language });
  }
  if (!session.person || session.plain) return await plainDriver(session);
  if (options.prompts) return await promptsDriver(session);
  const { createInkDriver } = await import('../ink/driver.ts');
  const ink = await inkOptions(session, env, profile);
  return createInkDriver(leave === undefined ? ink : { ...ink, leave });
}

export async function plainDriver(session: Session): Promise<Driver> {
  const { createPlainDriver } = await import('../plain/driver.ts');
  return createPlainDriver({ ...(await inLines(session)), lines: session.lines });
}

async function promptsDriver(session: Session): Promise<Driver> {
  const { createPromptsDriver } = await import('../plain/prompts/driver.ts');
  return createPromptsDriver({ ...(await inLines(session)), ...terminalOf(session) });
}

async function inLines({ writer, signal, out, notes }: Session) {
  const { systemClock } = await import('../../plugins/shared/local/clock.ts');
  return { places: { result: out.line, note: notes.line }, writer, signal, wall: systemClock };
}

export async function inkOptions(session: Session, environment: InkOptions['environment'], profile: string | undefined): Promise<InkOptions> {
  const { host, language, signal, options } = session;
  const { colorDepthOf } = await import('../ink/options.ts');
  return {
    stdin: host.stdin,
    stdout: host.stdout,
    language,
    environment,
    signal,
    interrupt: () => host.stop(new Interrupted()),
    job: host.job,
    colorDepth: colorDepthOf(host.stdout, host.env, options.color),
    unicode: hasUnicode(host),
    // Ink's own variable, and what a screen that is heard looks like goes with it.
    screenReader: host.env['INK_SCREEN_READER'] === 'true',
    links: hasHyperlinks(host),
    theme: host.settings.theme ?? 'auto',
    equivalents: (context) => equivalentsOf(session, context),
    certificate: (context, show) => {
      import('./certificates/in-wizard.ts').then(({ certificateOverlay }) => certificateOverlay(session, context, show)).catch(() => undefined);
    },
    ...(session.aside === undefined ? {} : { aside: session.aside }),
    ...(profile === undefined ? {} : { profile }),
  };
}

// Half-way through the questions there may be nothing to show yet.
async function equivalentsOf({ registry }: Session, context: Context): Promise<readonly Equivalent[]> {
  const id = context.answers['target.plugin'];
  if (typeof id !== 'string' || context.answers['domain.kind'] === undefined) return [];
  const target = await registry.get('target', id);
  return target.equivalents('secure', domainOf(context.answers), context);
}
