/**
 * `amltls/plugin`: all that a plugin may build on. The contracts, words as data, Problems, helpers that keep no state and reach nothing but the
 * context they are handed, and for environments the parts that they are made of. Everything else of amltls may change from one version to the next.
 */
export * from '../core/contracts/index.ts';
export { domainOf } from '../core/domain/domain-of.ts';
export { fail, ProblemError } from '../core/problems/problem-error.ts';
export { isAbort, toProblem } from '../core/problems/to-problem.ts';
export { profileCommand } from '../core/profile/profile-command.ts';
export { redactJson, redactText } from '../core/redact/redact.ts';
export { lines } from '../core/text/join.ts';
export { parseDuration } from '../core/text/parse-duration.ts';
export { code, date, duration, link, say, value } from '../core/text/say.ts';
export { visible } from '../core/text/visible.ts';
export { poll } from '../core/wait/poll.ts';
export { createArm } from '../plugins/shared/arm/create-arm.ts';
export { followOperation } from '../plugins/shared/arm/follow-operation.ts';
export { createInventory } from '../plugins/shared/arm/inventory.ts';
export { expectOk, serviceProblem } from '../plugins/shared/arm/problems.ts';
export { getResource, listAll } from '../plugins/shared/arm/requests.ts';
export { command as shellCommand } from '../plugins/shared/equivalents/shell.ts';
export { judgePair } from '../plugins/shared/pair/judge-pair.ts';
export { booleanAnswer, listOf, numberAnswer, objectOf, present, textAnswer, textOf } from '../plugins/shared/web-service/fields.ts';
export { previewOfPair, resolvePair } from '../plugins/shared/web-service/private-key.ts';
export { lookAtEach } from '../plugins/shared/web-service/served.ts';
export { suggestFrom } from '../plugins/shared/web-service/suggest.ts';
export { cannotTell, judge } from '../plugins/shared/web-service/verdict.ts';
export { thisMachine } from './this-machine.ts';
