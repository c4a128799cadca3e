import type { Certificate } from '../../../../core/certificates/certificate.ts';
import { shownCertificate } from '../../../../core/certificates/findings/shown.ts';
import { type Branch, treeOf } from '../../../../core/certificates/inspect/tree.ts';
import { isSelfSigned } from '../../../../core/certificates/order.ts';
import { say } from '../../../../core/text/say.ts';
import { indent, type Writer } from '../../../text/writer.ts';

/** Issuers above what they signed. */
export function treeLines(certificates: readonly Certificate[], writer: Writer): readonly string[] {
  return treeOf(certificates).flatMap((branch) => branchLines(branch, writer, ''));
}

function branchLines({ certificate, signed }: Branch, writer: Writer, mark: string): readonly string[] {
  const name = { name: shownCertificate(certificate) };
  const words = isSelfSigned(certificate) ? say('{name} (self-signed)', '{name} (自己署名)', name) : say('{name}', '{name}', name);
  const below = signed.flatMap((branch) => branchLines(branch, writer, `${writer.symbols.arrow} `));
  return [`${mark}${writer.words(words)}`, ...indent(below)];
}
