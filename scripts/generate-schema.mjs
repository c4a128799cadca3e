import { writeFile } from 'node:fs/promises';
import { profileJsonSchema } from '../src/core/profile/json-schema.ts';

await writeFile(new URL('../config/profile.schema.json', import.meta.url), profileJsonSchema());
console.log('config/profile.schema.json written');
