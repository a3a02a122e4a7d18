/** One file of a ZIP archive, still packed. */
export interface Packed {
  readonly name: string;
  readonly isDeflated: boolean;
  /** How many bytes it says it has once unpacked. */
  readonly size: number;
  readonly bytes: Uint8Array;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_REMARK = 65_535;
const STORED = 0;
const DEFLATED = 8;

/** The files of an archive, as its directory at the end lists them. Nothing where it is no archive, or a broken one. */
export function filesInZip(bytes: Uint8Array): readonly Packed[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const files: Packed[] = [];
  let at = view.getUint32(end + 16, true);
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined;
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const [name = 0, extra = 0, remark = 0] = lengths;
    const content = contentAt(view, view.getUint32(at + 42, true), packed);
    if (!content) return undefined;
    if (method === STORED || method === DEFLATED) {
      files.push({
        name: String.fromCharCode(...bytes.subarray(at + 46, Math.min(at + 46 + name, bytes.length))),
        isDeflated: method === DEFLATED,
        size: view.getUint32(at + 24, true),
        bytes: content,
      });
    }
    at += 46 + name + extra + remark;
  }
  return files;
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_REMARK); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}

function contentAt(view: DataView, at: number, length: number): Uint8Array | undefined {
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL) return undefined;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + length > view.byteLength) return undefined;
  return new Uint8Array(view.buffer, view.byteOffset + start, length);
}
