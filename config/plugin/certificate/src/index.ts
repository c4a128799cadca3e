import { definePlugin, judgePair, say } from 'amltls/plugin';

/** Finds a certificate and its key. The key is referred to and never handed around; amltls judges the pair before anything is sent. */
export default definePlugin({
  api: 1,
  kind: 'certificate',
  id: '__ID__',
  title: '__ID__',
  summary: say('Takes the certificate from where it is kept.', '保管場所から証明書を取得します。'),
  questions: [
    { kind: 'path', key: 'certificate.certFile', label: say('Where is the certificate?', '証明書はどこにありますか?'), extensions: ['.pem'] },
    { kind: 'path', key: 'certificate.keyFile', label: say('Where is its private key?', '秘密鍵はどこにありますか?'), extensions: ['.pem', '.key'] },
    { kind: 'path', key: 'certificate.trust', label: say('Which private CA issued it?', '発行したプライベート CA はどれですか?'), optional: true },
  ],
  async plan(names, context) {
    const { answers, env, paths } = context;
    const files = { cert: paths.resolve(String(answers['certificate.certFile'])), key: paths.resolve(String(answers['certificate.keyFile'])) };
    const trust = answers['certificate.trust'];
    const trustPem = typeof trust === 'string' ? new TextDecoder().decode(await env.files.read(paths.resolve(trust))) : undefined;
    // What has yet to be fetched or made is a Change whose `apply` does it (files in `paths.own`); then `bundle` is missing until it has run.
    return { ...(await judgePair(files, names, context, trustPem)), changes: [] };
  },
});
