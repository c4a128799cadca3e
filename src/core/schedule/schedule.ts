import type { Scheduler, ScheduleUnit, ScheduleWish } from './unit.ts';

const UNITS: Readonly<Record<Scheduler, () => Promise<(wish: ScheduleWish) => ScheduleUnit>>> = {
  systemd: async () => (await import('./systemd.ts')).systemdUnit,
  cron: async () => (await import('./cron.ts')).cronUnit,
  windows: async () => (await import('./windows.ts')).windowsUnit,
  github: async () => (await import('./github.ts')).githubUnit,
  kubernetes: async () => (await import('./kubernetes.ts')).kubernetesUnit,
};

/** What makes a scheduler run the renewal of these profiles regularly. */
export async function scheduleUnit(scheduler: Scheduler, wish: ScheduleWish): Promise<ScheduleUnit> {
  return (await UNITS[scheduler]())(wish);
}
