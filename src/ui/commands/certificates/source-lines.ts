import { visible } from '../../../core/text/visible.ts';
import type { CertificateSource } from '../../ink/screens/certificates/state.ts';
import { NOTHING_WRONG, ROLES, SOURCES } from '../../text/chain-words.ts';
import { worstFirst } from '../../text/check-words.ts';
import { findingLines } from '../../text/problem-lines.ts';
import { indent, type Writer } from '../../text/writer.ts';
import { certificateLines } from '../cert/inspect/certificate-lines.ts';

/** Certificates from one place as lines: the chain from the leaf up, then what is wrong with it. */
export function sourceLines({ id, links, findings, note }: CertificateSource, writer: Writer): readonly string[] {
  const { words, symbols } = writer;
  const chain = links.flatMap(({ name, role, details }) => [
    `${symbols.bullet} ${visible(name)}, ${words(ROLES[role])}`,
    ...indent(certificateLines(details, writer)),
  ]);
  const wrong = worstFirst(findings).flatMap((finding) => findingLines(finding, writer));
  const fine = links.length > 0 && wrong.length === 0 ? [`${symbols.done} ${words(NOTHING_WRONG)}`] : [];
  return ['', words(SOURCES[id]), ...indent([...chain, ...(note === undefined ? [] : [words(note)]), ...wrong, ...fine])];
}
