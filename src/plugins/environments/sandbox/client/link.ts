import { ProblemError } from '../../../../core/problems/problem-error.ts';
import { createPracticeClock, type PracticeClock } from '../clock/practice-clock.ts';
import { HostGone } from '../host/control-client.ts';
import { joinOrStart } from '../host/join-or-start.ts';
import { doesNotAnswer } from '../host/problems.ts';
import type { HostOptions, SandboxHost } from '../host/start-host.ts';
import { type Connection, connectionTo } from './connection.ts';
import { followClock, readClock } from './follow-clock.ts';

/** A way to the practice Azure that outlives its host: when that leaves, this process joins the next one or becomes it. */
export interface Link extends AsyncDisposable {
  /** One clock for the whole life of the link. */
  readonly clock: PracticeClock;
  /** The host of now; while it changes, the one before. */
  readonly latest: Connection;
  /** Does something with the host; once more with the next one where it had left before the work reached it. */
  use<T>(work: (connection: Connection) => Promise<T>, signal: AbortSignal): Promise<T>;
}

export interface LinkOptions extends Omit<HostOptions, 'clock'> {
  /** A host of this process: its clock is shared, and it stays when the link goes. */
  readonly host?: SandboxHost | undefined;
}

/** @throws ProblemError what joining and starting throw */
export async function openLink({ host: shared, ...options }: LinkOptions, signal: AbortSignal): Promise<Link> {
  const closing = new AbortController();
  const first = await joinOrStart(options, signal);
  const clock = shared?.clock ?? first.host?.clock ?? createPracticeClock(await readClock(first.control, signal));
  let latest = connectionTo(first);
  let renewing: Promise<Connection> | undefined;
  watch(latest, shared ?? latest.host);

  function watch(connection: Connection, host: SandboxHost | undefined): void {
    const gone = async () => {
      const next = await replace(connection);
      if (next === connection && !closing.signal.aborted) watch(connection, host);
    };
    const whenGone = () => void gone().catch(() => undefined);
    if (host === undefined) followClock(connection.control, clock, closing.signal).then(whenGone, () => undefined);
    else if (!host.stopped.aborted) host.stopped.addEventListener('abort', whenGone, { once: true });
  }

  /** Whoever notices first looks for the next host, the others wait with him. @returns the same connection where its host is there after all */
  async function replace(gone: Connection): Promise<Connection> {
    if (latest !== gone || closing.signal.aborted) return latest;
    renewing ??= renew(gone).finally(() => {
      renewing = undefined;
    });
    return await renewing;
  }

  async function renew(gone: Connection): Promise<Connection> {
    const joined = await joinOrStart({ ...options, speed: clock.base().speed, clock }, closing.signal);
    if (joined.info.instance === gone.info.instance) {
      joined.control.close();
      return gone;
    }
    if (joined.host === undefined) clock.rebase(await readClock(joined.control, closing.signal));
    gone.control.close();
    latest = connectionTo(joined);
    watch(latest, latest.host);
    return latest;
  }

  return {
    clock,
    get latest() {
      return latest;
    },
    async use(work, workSignal) {
      await renewing?.catch(() => undefined);
      const connection = latest;
      try {
        return await work(connection);
      } catch (error) {
        if (!hostMayBeGone(error) || workSignal.aborted) throw error;
        const next = await replace(connection);
        if (next === connection) throw told(error, connection);
        return await work(next).catch((again: unknown) => {
          throw told(again, next);
        });
      }
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      await renewing?.catch(() => undefined);
      latest.control.close();
      await latest.host?.[Symbol.asyncDispose]();
    },
  };
}

/** What a person can be told where no host could be reached. */
function told(error: unknown, { info }: Connection): unknown {
  return error instanceof HostGone ? doesNotAnswer(info.stateDir, error) : error;
}

/** `network-unreachable` says that nothing was sent, or that it was only a look. */
function hostMayBeGone(error: unknown): boolean {
  return error instanceof HostGone || (error instanceof ProblemError && error.problem.code === 'network-unreachable');
}
