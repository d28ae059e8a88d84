// Single properties ([MS-DOC] 2.2.5): a code that says how long its value is, and the value.

/** Codes of the properties that are looked at. */
export const SPRM = {
  style: 0x4600,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  outline: 0x2640,
  listLevel: 0x260a,
  list: 0x460b,
  hugeA: 0x6645,
  hugeB: 0x6646,
  tableShape: 0xd608,
  tableHead: 0x3404,
  verticalMerge: 0xd62b,
  merge: 0x5624,
  deleted: 0x0800,
  inserted: 0x0801,
  hidden: 0x083c,
  symbol: 0x6a09,
} as const;

const SIZES = [1, 1, 2, 4, 2, 2, -1, 3];
const CHANGE_TABS = 0xc615;

/** Calls `take` for each property; one whose value would leave the bytes ends the list. */
export function eachSprm(bytes: Buffer, take: (code: number, value: Buffer) => void): void {
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = bytes.readUInt16LE(at);
    let from = at + 2;
    let size = SIZES[code >> 13] as number;
    if (size < 0) {
      if (code === SPRM.tableShape) {
        if (from + 2 > bytes.length) return;
        size = bytes.readUInt16LE(from) - 1;
        from += 2;
      } else if (code === CHANGE_TABS && bytes[from] === 255) {
        size = tabsSize(bytes, from + 1);
        from += 1;
      } else {
        size = bytes[from] as number;
        from += 1;
      }
    }
    if (size < 0 || from + size > bytes.length) return;
    take(code, bytes.subarray(from, from + size));
    at = from + size;
  }
}

/** Tab stops that are deleted (4 bytes each), then those that are added (3 bytes each). */
function tabsSize(bytes: Buffer, from: number): number {
  const deleted = 1 + (bytes[from] ?? 0) * 4;
  return deleted + 1 + (bytes[from + deleted] ?? 0) * 3;
}
