import { z } from 'zod';
import { PROFILE_NAME } from './names.ts';
import { profileFileSchema } from './schema.ts';

/** The text of `config/profile.schema.json`, for editors. */
export function profileJsonSchema(): string {
  const schema = z.toJSONSchema(profileFileSchema, {
    target: 'draft-7',
    io: 'input',
    override({ zodSchema, jsonSchema }) {
      // A check written as code has no JSON schema of its own.
      if (zodSchema._zod.def.type === 'record') jsonSchema.propertyNames = { type: 'string', pattern: PROFILE_NAME.source };
    },
  });
  return `${JSON.stringify({ ...schema, title: 'amltls profiles' }, null, 2)}\n`;
}
