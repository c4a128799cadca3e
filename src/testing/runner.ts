/** The three functions of a test runner that the suites need; vitest (`after: afterAll`) and node:test have them. */
export interface Runner {
  readonly describe: (name: string, define: () => void) => unknown;
  readonly it: (name: string, run: () => void | Promise<void>) => unknown;
  /** Called inside `describe`: runs once when its tests are over. */
  readonly after: (run: () => void | Promise<void>) => unknown;
}
