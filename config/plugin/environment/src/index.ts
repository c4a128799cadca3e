import { createArm, createInventory, definePlugin, type Environment, say, thisMachine } from 'amltls/plugin';
import { cloud } from './cloud.ts';

/** One more cloud: its own resource manager and names, this computer's network. */
export default definePlugin({
  api: 1,
  kind: 'environment',
  id: '__ID__',
  title: say('The cloud __ID__', 'クラウド __ID__'),
  summary: say('Azure in a data centre of your own.', '自社データ センターの Azure。'),
  questions: [],
  async open(): Promise<Environment & AsyncDisposable> {
    const here = await thisMachine();
    const { armEndpoint, cloudAppSuffix, aciSuffix, caPem, tokenVariable } = cloud();
    // Whoever signs in here: amltls asks for a token when it needs one, and again when it has ended.
    const credential = {
      async getToken() {
        const token = await here.secrets.resolve({ from: 'env', name: tokenVariable }, AbortSignal.timeout(10_000));
        return { token, expiresOnTimestamp: Date.now() + 10 * 60_000 };
      },
    };
    const arm = createArm({
      endpoint: armEndpoint,
      dataPlaneSuffixes: [],
      credential,
      scopes: `${armEndpoint}/.default`,
      userAgent: 'amltls __ID__',
      ...(caPem === undefined ? {} : { caPem }),
    });
    return {
      ...here,
      id: '__ID__',
      title: say('The cloud __ID__', 'クラウド __ID__'),
      practice: false,
      cloud: { armEndpoint, cloudAppSuffix, aciSuffix },
      arm,
      inventory: createInventory({ arm }),
      defaults: {},
      async [Symbol.asyncDispose]() {},
    };
  },
});
