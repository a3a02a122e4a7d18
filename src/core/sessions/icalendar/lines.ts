/** RFC 5545 3.1: a line holds at most 75 octets, its end not counted. */
const MOST_OCTETS = 75;

/** A property with its value as it is: a date, a rule, a number. */
export function property(name: string, value: string): string {
  return `${name}:${value}`;
}

/** A property whose value is text, escaped (RFC 5545 3.3.11). */
export function textProperty(name: string, text: string): string {
  return property(name, escapeText(text));
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (letter) => `\\${letter}`).replace(/\r?\n/g, '\\n');
}

/** The lines as one file: folded by octets between letters, each ended by CRLF. */
export function toFile(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function fold(line: string): string {
  const pieces = [''];
  let octets = 0;
  for (const letter of line) {
    const more = octetsOf(letter);
    if (octets + more > MOST_OCTETS) {
      // The space that marks a folded line counts as well.
      pieces.push('');
      octets = 1;
    }
    pieces[pieces.length - 1] += letter;
    octets += more;
  }
  return pieces.join('\r\n ');
}

/** How many octets a letter takes in UTF-8. */
function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
