const OPEN = '\u001b]8;';
const END = '\u0007';
// Parts of one link on several rows light up together where they have an id.
const PARAMETERS = 'id=amltls';

/** The text as a link of the terminal (OSC 8); as it is where `url` is no address of the web. It stays as wide as it was. */
export function hyperlink(text: string, url: string): string {
  const { protocol, href } = URL.parse(url) ?? { protocol: '', href: '' };
  return protocol === 'https:' || protocol === 'http:' ? `${OPEN}${PARAMETERS};${href}${END}${text}${OPEN};${END}` : text;
}
