import { expect, it } from 'vitest';
import { explanationOf } from '../../../src/core/learn/explain/explain.ts';
import { refusalProblem } from '../../../src/plugins/certificates/acme/problems.ts';
import { codesOfSource } from './codes.ts';

it('every code that the source can produce is explained', () => {
  const codes = codesOfSource();
  expect(codes.length).toBeGreaterThan(300);
  const help = 'Add an entry for each of these to the file of its area in src/core/learn/explain/ (what it means, how it comes about, commands, cure).';
  expect(
    codes.filter((code) => explanationOf(code) === undefined),
    help,
  ).toEqual([]);
});

// RFC 8555 6.7 and RFC 9773 7; those with a code of their own are among the source's.
const TYPES =
  'accountDoesNotExist alreadyReplaced alreadyRevoked badCSR badNonce badPublicKey badSignatureAlgorithm caa compound connection dns externalAccountRequired incorrectResponse invalidContact malformed orderNotReady rejectedIdentifier serverInternal tls unauthorized unsupportedContact unsupportedIdentifier userActionRequired rateLimited'.split(
    ' ',
  );

it('what an authority says in the words of the RFC is explained', () => {
  const codeOf = (type: string) =>
    refusalProblem('CA', { status: 400, headers: {}, body: JSON.stringify({ type: `urn:ietf:params:acme:error:${type}` }) }, 0).problem.code;
  expect(TYPES.map(codeOf).filter((code) => explanationOf(code) === undefined)).toEqual([]);
  expect(explanationOf(refusalProblem('CA', { status: 400, headers: {}, body: 'no JSON' }, 0).problem.code)).toBeDefined();
});
