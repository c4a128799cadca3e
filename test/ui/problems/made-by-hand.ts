import { CommanderError } from 'commander';
import { CATALOGUE, type RuleCode } from '../../../src/core/certificates/rules/catalogue.ts';
import { findingOfRule } from '../../../src/core/certificates/rules/finding.ts';
import { unreachable } from '../../../src/core/check/findings.ts';
import type { Finding, Problem } from '../../../src/core/contracts/index.ts';
import { blockedProblem } from '../../../src/core/engine/run.ts';
import { say, value } from '../../../src/core/text/say.ts';
import { refusalProblem, unusable } from '../../../src/plugins/certificates/acme/problems.ts';
import { operationEnded } from '../../../src/plugins/shared/arm/operation-problems.ts';
import { serviceProblem } from '../../../src/plugins/shared/arm/problems.ts';
import { fileProblem } from '../../../src/plugins/shared/local/file-problems.ts';
import { partProblem } from '../../../src/ui/commands/cert/convert/problems.ts';
import { usageProblem } from '../../../src/ui/commands/usage.ts';

const NOW = Date.UTC(2027, 0, 15, 9);
const FILE = './cert.pem';
const AUTHORITY = 'acme.contoso-ca.com';
const WORDS = 'WORDS OF THE SERVICE';
const UPDATE = say('The update of the compute {name}', 'コンピューティング {name} の更新', { name: value('aks-prod') });

/** One of Azure's codes for each of ours, with its status. */
const AZURE_SAYS: Readonly<Record<string, number>> = {
  AuthorizationFailed: 403,
  ExpiredAuthenticationToken: 401,
  SubscriptionNotFound: 404,
  ResourceGroupNotFound: 404,
  ResourceNotFound: 404,
  MissingSubscriptionRegistration: 409,
  Conflict: 409,
  BadRequest: 400,
  QuotaExceeded: 409,
  RequestDisallowedByPolicy: 403,
  DnsRecordInUse: 409,
  SubnetIsFull: 400,
  KubernetesUnaccessible: 409,
  InternalServerError: 500,
  TooManyRequests: 429,
};
const ACME_SAYS = ['rateLimited', 'unauthorized', 'rejectedIdentifier', 'unsupportedIdentifier', 'caa', 'badCSR', 'invalidContact', 'userActionRequired'];

/** Problems that are nothing without what they tell of. */
export function madeInstead(): readonly (Problem | Finding)[] {
  const mismatch = findingOfRule('key-mismatch', FILE, {});
  return [
    blockedProblem({ steps: [{ step: 'certificate', changes: [], notes: [], findings: [mismatch] }] }),
    unusable(AUTHORITY, mismatch),
    usageProblem(new CommanderError(1, 'commander.unknownOption', "unknown option '--al'"), {
      commands: ['check'],
      flags: ['--all'],
      given: undefined,
      help: 'amltls plan --help',
    }),
    usageProblem(new CommanderError(1, 'commander.excessArguments', ''), { commands: ['check'], flags: [], given: 'chekc', help: 'amltls --help' }),
    usageProblem(new CommanderError(1, 'commander.missingArgument', "missing required argument 'files'"), {
      commands: [],
      flags: [],
      given: undefined,
      help: 'amltls plan --help',
    }),
    usageProblem(new CommanderError(1, 'commander.optionMissingArgument', "option '--host <name>' argument missing"), {
      commands: [],
      flags: [],
      given: undefined,
      help: 'amltls check --help',
    }),
    usageProblem(new CommanderError(1, 'commander.excessArguments', ''), { commands: [], flags: [], given: undefined, help: 'amltls plan --help' }),
    usageProblem(new CommanderError(1, 'commander.help', ''), { commands: [], flags: [], given: undefined, help: 'amltls cert --help' }),
  ];
}

/** Problems and findings whose code or words come out of a table: made by the functions that look them up. */
export function madeBesides(): readonly (Problem | Finding)[] {
  const rules = Object.keys(CATALOGUE).map((code) => findingOfRule(code as RuleCode, FILE, { detail: value('DETAIL') }));
  const looked = { host: 'www.contoso.com', port: 443 };
  const layers = (['dns', 'tcp', 'tls', 'http'] as const).map((layer) =>
    unreachable(looked.host, { address: '203.0.113.10', layer, reason: 'ETIMEDOUT' }, { ...looked, profile: 'contoso' }),
  );
  const error = { code: 'ServerError', message: WORDS, details: [] };
  const azure = Object.entries(AZURE_SAYS).map(([code, status]) => serviceProblem({ ...error, code }, UPDATE, { status, requestId: 'REQUEST-ID' }));
  const acme = ACME_SAYS.map((type) => {
    const body = JSON.stringify({ type: `urn:ietf:params:acme:error:${type}`, detail: WORDS });
    return refusalProblem(AUTHORITY, { status: 403, headers: { 'retry-after': '3600' }, body }, NOW).problem;
  });
  const files = ['EROFS', 'ENOTDIR', 'EACCES', 'EMFILE', 'EIO'].map((code) => fileProblem(Object.assign(new Error(code), { code }), FILE, 'write').problem);
  return [
    ...rules,
    ...layers,
    ...azure,
    ...acme,
    ...files,
    operationEnded(UPDATE, { state: 'failed', word: 'Failed', error }, { status: 200, headers: {}, body: {} }).problem,
    operationEnded(UPDATE, { state: 'failed', word: 'Failed' }, { status: 200, headers: {}, body: {} }).problem,
    partProblem({ label: 'PRIVATE KEY', fault: 'locked', line: 1 }, './key.pem'),
  ];
}
