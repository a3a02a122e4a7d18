// A form posts line ends as CR LF (HTML); counting them twice would break the character limit.
const LINE_END = /\r\n?/g;
// C0 and C1 but tab and line feed. Nobody types them, and terminals and spreadsheets obey them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
// Read by code points, a whole pair is no surrogate.
const LONE_SURROGATE = /[\ud800-\udfff]/gu;
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Text as it may be kept: line ends are one character, control characters go, half an emoji becomes the mark `\ufffd`
 * that browsers post in its place. Whatever stays is the same after JSON and UTF-8.
 */
export function withoutControls(text: string): string {
  return text.replace(LINE_END, '\n').replace(CONTROL, '').replace(LONE_SURROGATE, '\ufffd');
}

/** Without marks of direction and of no width: they belong to sentences, never to a number, an address or a code. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}
