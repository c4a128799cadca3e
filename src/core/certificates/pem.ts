/** One armoured block, or the whole of a DER file. */
export interface Block {
  /** `CERTIFICATE`, `PRIVATE KEY`, …; `DER` where there was no armour. */
  readonly label: string;
  /** undefined where the armour is damaged: no end, no base64. */
  readonly der: Uint8Array | undefined;
  /** Header lines of the old style (`Proc-Type: 4,ENCRYPTED`), which only encrypted keys have. */
  readonly headers: string;
  /** 1-based line of BEGIN. */
  readonly line: number;
}

const BEGIN = '-----BEGIN ';
const DASHES = '-----';
const CUT = /^[A-Z0-9 ]{0,64}-{0,4}\s*$/;

/**
 * Everything armoured in a file, in order; text around it, BOM, CRLF and UTF-16 (PowerShell writes it) do no harm.
 * Time and memory are linear in the file.
 */
export function readBlocks(bytes: Uint8Array): readonly Block[] {
  if (bytes[0] === 0x30 && !startsLikeText(bytes)) return [{ label: 'DER', der: bytes, headers: '', line: 1 }];
  const text = decodeText(bytes);
  const blocks: Block[] = [];
  let line = 1;
  let seen = 0;
  for (let begin = text.indexOf(BEGIN); begin !== -1; begin = text.indexOf(BEGIN, begin + BEGIN.length)) {
    line += newlines(text, seen, begin);
    seen = begin;
    const labelEnd = text.indexOf(DASHES, begin + BEGIN.length);
    if (labelEnd === -1) {
      // Cut off in the middle of a BEGIN line: what it began is missing.
      if (CUT.test(text.slice(begin + BEGIN.length))) blocks.push({ label: 'PEM', line, der: undefined, headers: '' });
      break;
    }
    const label = text.slice(begin + BEGIN.length, labelEnd);
    if (!/^[A-Z0-9 ]{1,64}$/.test(label)) continue;
    const end = text.indexOf(DASHES, labelEnd + DASHES.length);
    const closed = end !== -1 && text.startsWith(`${DASHES}END ${label}${DASHES}`, end);
    blocks.push({ label, line, ...(closed ? readBody(text.slice(labelEnd + DASHES.length, end)) : { der: undefined, headers: '' }) });
  }
  return blocks;
}

/** RFC 7468: 64 columns, LF, one line feed at the end. */
export function toPem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `${BEGIN}${label}${DASHES}\n${lines.join('\n')}\n${DASHES}END ${label}${DASHES}\n`;
}

/** UTF-8 or, by its byte order mark, UTF-16. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return view(bytes.subarray(2)).toString('utf16le');
  if (first === 0xfe && second === 0xff) return swapped(bytes.subarray(2)).toString('utf16le');
  return view(first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes).toString('utf8');
}

// TextDecoder would do the same and takes 5 ms to load.
const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
const swapped = (bytes: Uint8Array): Buffer => Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();

function readBody(body: string): Pick<Block, 'der' | 'headers'> {
  const lines = body.trim().split(/\r\n|\r|\n/u);
  const blank = lines.findIndex((line) => line.trim() === '');
  const hasHeaders = lines[0]?.includes(':') === true && blank !== -1;
  const headers = hasHeaders ? lines.slice(0, blank).join('\n') : '';
  const base64 = (hasHeaders ? lines.slice(blank) : lines).join('').replace(/\s+/gu, '');
  const sound = base64 !== '' && base64.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/u.test(base64);
  return { headers, der: sound ? new Uint8Array(Buffer.from(base64, 'base64')) : undefined };
}

// A DER file begins with SEQUENCE (0x30, the character "0") and a length octet that is no text for anything certificate-sized.
function startsLikeText(bytes: Uint8Array): boolean {
  const [, length = 0, next = 0] = bytes;
  return length < 0x80 && length >= 0x20 && next >= 0x20 && next < 0x7f;
}

// Looked for in this stretch alone: a file without any would be read to its end each time.
function newlines(text: string, from: number, to: number): number {
  return text.slice(from, to).split('\n').length - 1;
}
