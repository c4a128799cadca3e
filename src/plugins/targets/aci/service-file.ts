import { z } from 'zod/mini';
import type { Context, JsonObject } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { code, say, value } from '../../../core/text/say.ts';
import { booleanAnswer, numberAnswer, present, textAnswer } from '../../shared/web-service/fields.ts';

const texts = z.record(z.string(), z.string());
const amount = z.number().check(z.positive());

/** The create body without name and TLS (facts.md 2.1); what Azure may add to it is passed on. */
const serviceFile = z.looseObject({
  computeType: z.optional(z.string().check(z.regex(/^aci$/i))),
  name: z.optional(z.string()),
  description: z.optional(z.string()),
  location: z.optional(z.string()),
  kvTags: z.optional(texts),
  properties: z.optional(texts),
  keys: z.optional(z.looseObject({ primaryKey: z.optional(z.string()), secondaryKey: z.optional(z.string()) })),
  imageId: z.optional(z.string()),
  environmentImageRequest: z.optional(z.looseObject({})),
  containerResourceRequirements: z.optional(z.looseObject({ cpu: z.optional(amount), memoryInGB: z.optional(amount) })),
  authEnabled: z.optional(z.boolean()),
  appInsightsEnabled: z.optional(z.boolean()),
  dnsNameLabel: z.optional(z.string()),
});

const TLS = ['sslEnabled', 'sslCertificate', 'sslKey', 'cname'];

/** What the service file and the answers say about a new service; the answers win. @throws ProblemError `aci-service-file`, a file problem */
export async function readServiceFile(path: string, context: Context): Promise<JsonObject> {
  const file = context.paths.resolve(path);
  const fields = parseServiceFile(file, new TextDecoder().decode(await context.env.files.read(file)));
  const { answers } = context;
  const name = textAnswer(answers, 'target.serviceName');
  if (name !== undefined && typeof fields['name'] === 'string' && fields['name'] !== name) throw otherName(file, fields['name'], name);
  const requirements = present({
    ...(fields['containerResourceRequirements'] as JsonObject | undefined),
    ...present({ cpu: numberAnswer(answers, 'target.cpu'), memoryInGB: numberAnswer(answers, 'target.memoryInGb') }),
  });
  return {
    ...fields,
    ...(Object.keys(requirements).length === 0 ? {} : { containerResourceRequirements: requirements }),
    ...present({ authEnabled: booleanAnswer(answers, 'target.authEnabled'), dnsNameLabel: textAnswer(answers, 'target.dnsNameLabel') }),
  };
}

/** @throws ProblemError `aci-service-file` naming what is wrong and where; never what stands there */
export function parseServiceFile(file: string, text: string): JsonObject {
  const parsed = serviceFile.safeParse(jsonIn(file, text));
  if (!parsed.success) {
    throw unusable(file, parsed.error.issues.map(faultIn).join(', '));
  }
  const tls = Object.keys(parsed.data).filter((field) => TLS.includes(field));
  if (tls.length > 0) throw tlsInFile(file, tls);
  return parsed.data as JsonObject;
}

function faultIn(issue: z.core.$ZodIssue): string {
  const path = issue.path.join('.') || 'JSON';
  return issue.code === 'invalid_type' ? `${path} (${issue.expected})` : path;
}

// What JSON.parse says may quote the file, and a service file may hold the service's keys.
function jsonIn(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw unusable(file, 'JSON');
  }
}

function unusable(file: string, faults: string): ProblemError {
  return new ProblemError({
    code: 'aci-service-file',
    owner: 'you',
    message: say('The service file {file} cannot be used; look at: {faults}', 'サービス ファイル {file} は使用できません。確認が必要な箇所: {faults}', {
      file: value(file),
      faults: value(faults),
    }),
    next: [
      say(
        'It holds the body of a create request as JSON, without TLS: for example {members}.',
        'TLS の設定を除いた作成要求の本文を JSON で記述します (例: {members})。',
        { members: code('containerResourceRequirements, environmentImageRequest, authEnabled') },
      ),
    ],
  });
}

function tlsInFile(file: string, fields: readonly string[]): ProblemError {
  return new ProblemError({
    code: 'aci-service-file-tls',
    owner: 'you',
    message: say('The service file {file} holds TLS settings: {fields}', 'サービス ファイル {file} に TLS の設定が含まれています: {fields}', {
      file: value(file),
      fields: code(fields.join(', ')),
    }),
    next: [
      say('Take them out: name, certificate and key come from {keys}.', 'それらを削除してください。名前、証明書、キーは {keys} から設定されます。', {
        keys: code('domain.fqdn, certificate.*'),
      }),
    ],
  });
}

function otherName(file: string, inFile: string, wanted: string): ProblemError {
  return new ProblemError({
    code: 'aci-service-file-name',
    owner: 'you',
    message: say(
      'The service file {file} names {inFile}, the profile {wanted}.',
      'サービス ファイル {file} の名前は {inFile} ですが、プロファイルでは {wanted} です。',
      {
        file: value(file),
        inFile: value(inFile),
        wanted: value(wanted),
      },
    ),
    next: [
      say('Take {member} out of the file, or make both the same.', 'ファイルから {member} を削除するか、同じ名前にしてください。', { member: code('name') }),
    ],
  });
}
