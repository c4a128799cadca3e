import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceCodeCredentialOptions } from '@azure/identity';
import { describe, expect, it } from 'vitest';
import type { Text } from '../../../../src/core/contracts/index.ts';
import { exitCodeOf } from '../../../../src/core/problems/problem-error.ts';
import { createAzureCredential } from '../../../../src/plugins/shared/credentials/azure-credential.ts';
import { signInFailed } from '../../../../src/plugins/shared/credentials/sign-in-problem.ts';

const PUBLIC = { title: 'Azure', azName: 'AzureCloud' };
const next = (error: unknown, place = PUBLIC) => JSON.stringify(signInFailed(error, place).problem.next);

describe('a failed sign-in', () => {
  it('ends with 4, says how to sign in, and keeps the long words of the chain to itself', () => {
    const { problem } = signInFailed(
      new Error('ChainedTokenCredential authentication failed.\nCredentialUnavailableError: EnvironmentCredential is unavailable…'),
      PUBLIC,
    );
    expect([problem.code, exitCodeOf(problem)]).toEqual(['sign-in-failed', 4]);
    expect(JSON.stringify(problem)).not.toContain('Chained');
    expect(JSON.stringify(problem.next)).toContain('az login --tenant');
  });

  it('names the code of Microsoft Entra, wherever it is', () => {
    const error = Object.assign(new Error('outer'), { errors: [new Error('x'), new Error('AADSTS700082: The refresh token has expired')] });
    expect(signInFailed(error, PUBLIC).problem.service).toEqual({ code: 'AADSTS700082' });
    expect(next(error)).toContain('error?code=700082');
  });

  it('selects the cloud first where it is not the public one, and thinks of the network', () => {
    expect(next(new Error('x'), { title: 'China', azName: 'AzureChinaCloud' })).toContain('az cloud set --name AzureChinaCloud && az login');
    expect(next(new Error('getaddrinfo ENOTFOUND login.microsoftonline.com'))).toContain('amltls doctor');
  });
});

/** In place of Microsoft's sign-in service, which no test can reach: what the SDK's two credentials do then. */
function standIn() {
  const calls = { quiet: 0, asking: 0 };
  class DefaultAzureCredential {
    async getToken(): Promise<never> {
      calls.quiet += 1;
      throw new Error('ChainedTokenCredential authentication failed.');
    }
  }
  class DeviceCodeCredential {
    readonly prompt: DeviceCodeCredentialOptions['userPromptCallback'];
    constructor(options?: DeviceCodeCredentialOptions) {
      this.prompt = options?.userPromptCallback;
    }
    async getToken() {
      calls.asking += 1;
      this.prompt?.({ userCode: 'ABC-123', verificationUri: 'https://microsoft.com/devicelogin', message: 'raw words' });
      return { token: 'device', expiresOnTimestamp: Date.now() + 3_600_000 };
    }
  }
  const sdk = { DefaultAzureCredential, DeviceCodeCredential } as unknown as typeof import('@azure/identity');
  return { calls, sdk: async () => sdk };
}

describe('the credential', () => {
  const options = { ...PUBLIC, authorityHost: 'https://login.microsoftonline.com' };

  it('asks a person who is there for one code, however many requests wait, and does not try the rest again', async () => {
    const { calls, sdk } = standIn();
    const told: Text[] = [];
    const credential = createAzureCredential({ ...options, tell: (line) => told.push(line) }, sdk);
    const tokens = await Promise.all([1, 2, 3].map(() => credential.getToken('scope')));
    expect(tokens.map((each) => each?.token)).toEqual(['device', 'device', 'device']);
    await credential.getToken('scope');
    expect(calls).toEqual({ quiet: 1, asking: 2 });
    expect(told[0]).toMatchObject({ with: { url: { link: 'https://microsoft.com/devicelogin' }, code: { code: 'ABC-123' } } });
    expect(JSON.stringify(told)).not.toContain('raw words');
  });

  it('asks nobody where nobody is', async () => {
    const { calls, sdk } = standIn();
    const credential = createAzureCredential({ ...options, tell: undefined }, sdk);
    await expect(credential.getToken('scope')).rejects.toThrow('sign-in-failed');
    expect(calls.asking).toBe(0);
  });

  it('on a machine that is signed in to nothing: a problem, within seconds, from the real SDK', () => {
    const home = mkdtempSync(join(tmpdir(), 'amltls-home-'));
    const url = new URL('../../../../src/plugins/shared/credentials/azure-credential.ts', import.meta.url).href;
    const script = `
      const { createAzureCredential } = await import(${JSON.stringify(url)});
      const credential = createAzureCredential({ authorityHost: 'https://login.microsoftonline.com', title: 'Azure', azName: 'AzureCloud', tell: undefined });
      const codes = await Promise.all([1, 2].map(() => credential.getToken('https://management.azure.com/.default').then(() => 'token', (error) => error.problem?.code ?? String(error))));
      console.log(JSON.stringify(codes));`;
    try {
      const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
        encoding: 'utf8',
        env: { HOME: home, PATH: '', AZURE_TOKEN_CREDENTIALS: 'AzureCliCredential' },
      });
      expect(JSON.parse(output)).toEqual(['sign-in-failed', 'sign-in-failed']);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});
