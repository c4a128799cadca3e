// For `node --import`: taking text apart fails as soon as AMLTLS_TEST_BREAK_AT is in it, as a fault in what draws would.
const word = process.env['AMLTLS_TEST_BREAK_AT'] ?? '';
const { segment } = Intl.Segmenter.prototype;

Intl.Segmenter.prototype.segment = function (text: string) {
  if (text.includes(word)) throw new Error(`broken at ${word} on the way to https://somebody:hunter2-canary@proxy.contoso.com`);
  return segment.call(this, text);
};
