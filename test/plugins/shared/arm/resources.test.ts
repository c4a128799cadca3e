import { afterAll, describe, expect, it } from 'vitest';
import {
  computeApiVersion,
  computePath,
  getResource,
  getWorkspace,
  listAll,
  mmsBase,
  servicesPath,
  workspacePath,
} from '../../../../src/plugins/shared/arm/resources.ts';
import { startArmServer } from './arm-server.ts';
import { armFor, problemOf, signal } from './setup.ts';
import { throwawayCertificate } from './throwaway-ca.ts';

const certificate = throwawayCertificate();
const server = await startArmServer(certificate);
afterAll(() => server[Symbol.asyncDispose]());
const arm = armFor(server, certificate);
const answers = { 'azure.subscriptionId': 's-1', 'azure.resourceGroup': 'rg (a)', 'azure.workspace': 'ws', 'target.computeName': 'aks1' };
const WORKSPACE = '/subscriptions/s-1/resourceGroups/rg%20(a)/providers/Microsoft.MachineLearningServices/workspaces/ws';
const notFound = (code: string, message: string) => ({ status: 404, body: { error: { code, message } } });

describe('paths', () => {
  it('come from the answers, each part escaped', () => {
    expect(workspacePath(answers)).toBe(WORKSPACE);
    expect(computePath(answers)).toBe(`${WORKSPACE}/computes/aks1`);
    expect(computePath(answers, 'a/b')).toBe(`${WORKSPACE}/computes/a%2Fb`);
    expect(servicesPath(answers)).toBe(`${WORKSPACE}/services`);
    expect(servicesPath(answers, 'scorer')).toBe(`${WORKSPACE}/services/scorer`);
    expect(computeApiVersion(answers)).toBe('2022-10-01');
    expect(computeApiVersion({ 'azure.apiVersion': '2021-04-01' })).toBe('2021-04-01');
  });

  it('name the answer that is missing', async () => {
    const problem = await problemOf(Promise.resolve().then(() => workspacePath({ 'azure.subscriptionId': 's' })));
    expect(problem.code).toBe('answer-missing');
    expect(JSON.stringify(problem.message)).toContain('azure.resourceGroup');
  });
});

describe('getting a resource', () => {
  const asked = { path: computePath(answers), apiVersion: '2022-10-01' };

  it('gives it, or undefined where only it is missing', async () => {
    server.answer({ status: 200, body: { name: 'aks1' } });
    expect(await getResource(arm, asked, signal)).toEqual({ name: 'aks1' });
    server.answer(
      notFound('ResourceNotFound', "The Resource 'Microsoft.MachineLearningServices/workspaces/ws/computes/aks1' under resource group 'rg' was not found."),
    );
    expect(await getResource(arm, asked, signal)).toBeUndefined();
    server.answer(notFound('ComputeNotFound', 'no such compute'));
    expect(await getResource(arm, asked, signal)).toBeUndefined();
  });

  it.each([
    ['SubscriptionNotFound', "The subscription 's-1' could not be found.", 'subscription-not-found'],
    ['ResourceGroupNotFound', "Resource group 'rg' could not be found.", 'resource-group-not-found'],
    ['ParentResourceNotFound', 'x', 'not-found'],
    ['ResourceNotFound', "The Resource 'Microsoft.MachineLearningServices/workspaces/ws' under resource group 'rg' was not found.", 'not-found'],
  ])('does not take %s for "create it"', async (code, message, expected) => {
    server.answer(notFound(code, message));
    expect((await problemOf(getResource(arm, asked, signal))).code).toBe(expected);
  });

  it('does not take an answer of something else for the resource', async () => {
    server.answer({ status: 200, text: '<html>', headers: {} });
    expect((await problemOf(getResource(arm, asked, signal))).code).toBe('answer-not-understood');
  });
});

describe('listing', () => {
  it('follows nextLink to the end, and no circle', async () => {
    server.answerBy(({ url }) => ({
      status: 200,
      body: url.includes('page=2')
        ? { value: [{ name: 'b' }], nextLink: `${server.url}/list?page=2` }
        : { value: [{ name: 'a' }], nextLink: `${server.url}/list?page=2` },
    }));
    expect(await listAll(arm, { path: '/list', apiVersion: '1' }, signal)).toEqual([{ name: 'a' }, { name: 'b' }]);
    expect(server.seen.map((each) => each.url)).toEqual(['/list?api-version=1', '/list?page=2&api-version=1']);
  });

  it('follows no link out of the cloud, and says what was refused', async () => {
    server.answer({ status: 200, body: { value: [], nextLink: 'https://evil.example/' } });
    expect((await problemOf(listAll(arm, { path: '/list' }, signal))).code).toBe('arm-foreign-host');
    server.answer({ status: 403, body: { error: { code: 'AuthorizationFailed', message: 'no' } } });
    expect((await problemOf(listAll(arm, { path: '/list' }, signal))).code).toBe('permission-denied');
  });
});

describe('the model-management service', () => {
  const discoverable = (document: Record<string, string>) =>
    server.answerBy(({ url }) =>
      url.startsWith('/subscriptions') ? { status: 200, body: { properties: { discoveryUrl: `${server.url}/discovery` } } } : { status: 200, body: document },
    );

  it('is found by the discovery document, once', async () => {
    const fresh = armFor(server, certificate);
    discoverable({ api: `${server.url}/`, modelmanagement: 'https://old.example' });
    const bases = await Promise.all([mmsBase(fresh, answers, signal), mmsBase(fresh, answers, signal)]);
    expect(bases).toEqual(Array.from({ length: 2 }, () => `${server.url}/modelmanagement/v1.0${WORKSPACE}`));
    expect(server.seen.map((each) => each.url)).toEqual([`${WORKSPACE}?api-version=2022-10-01`, '/discovery']);
  });

  it('is looked for again after a failure; a missing workspace is called by its name', async () => {
    const fresh = armFor(server, certificate);
    server.answer({ status: 404 });
    expect((await problemOf(mmsBase(fresh, answers, signal))).code).toBe('workspace-not-found');
    discoverable({ modelmanagement: server.url });
    expect(await mmsBase(fresh, answers, signal)).toContain('/modelmanagement/v1.0/');
    expect(await getWorkspace(fresh, answers, signal)).toHaveProperty('properties');
    discoverable({});
    expect((await problemOf(mmsBase(armFor(server, certificate), answers, signal))).code).toBe('answer-not-understood');
  });
});
