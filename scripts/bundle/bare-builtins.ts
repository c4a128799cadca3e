import type { Plugin } from 'rolldown';

const PREFIX = '\0bare-';

/**
 * Node's own modules as the objects that they are. Imported by name they cost a start 9 ms: node makes a module of all names of each, and so reads every
 * property, `process.stdin`, `crypto.webcrypto` and `tls.rootCertificates` among them. Here only what the program names is read.
 */
export const bareBuiltins: Plugin = {
  name: 'bare-builtins',
  resolveId: {
    filter: { id: /^node:/ },
    handler(id, importer, { kind }) {
      // A `require` gets the object anyway, and the bundler's own runtime is there before everything else.
      if (kind !== 'import-statement' || importer?.startsWith('\0rolldown') === true) return { id, external: true };
      // One for each importer, so that it lies in the same file.
      return { id: `${PREFIX}${id}?${Buffer.from(importer ?? '').toString('base64url')}`, moduleSideEffects: false };
    },
  },
  load: {
    filter: { id: /^\0bare-node:/ },
    handler(id) {
      const name = id.slice(PREFIX.length, id.indexOf('?'));
      const names = Object.keys(process.getBuiltinModule(name) ?? {}).filter((each) => /^[A-Za-z_$][\w$]*$/.test(each) && each !== 'default');
      return [
        `const all = /* @__PURE__ */ process.getBuiltinModule(${JSON.stringify(name)});`,
        'export default all;',
        ...names.map((each) => `const $${each} = /* @__PURE__ */ (() => all.${each})();\nexport { $${each} as ${each} };`),
      ].join('\n');
    },
  },
};
