// What the codes of Chinese fonts mean that a PDF names and does not hold (宋体 in GBK-EUC-H): older programs write such
// files, and the PDF library has no table for them. Codes of GBK and Unicode are decoded by the runtime, so a table of
// our own making will do: letters get the numbers that Adobe gives them, for their widths, all else that of Unicode.

/** The collection's own numbers of ASCII signs: of full pitch 1 to 95, of half width from 814 on. */
const PROPORTIONAL = 1;
const HALF_WIDTH = 814;

/** Asked by the library for tables it has not got; names that are not known here are remembered. */
export function createCmapSource(): {
  factory: new () => { fetch(order: { kind: string; filename: string }): Promise<Uint8Array> };
  missing: Set<string>;
} {
  const missing = new Set<string>();
  class CmapSource {
    fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const table = kind === 'cMapUrl' ? tableOf(filename) : null;
      if (table !== null) return Promise.resolve(Buffer.from(table, 'latin1'));
      if (kind === 'cMapUrl') missing.add(filename);
      return Promise.reject(new Error(`no ${filename}`));
    }
  }
  return { factory: CmapSource, missing };
}

const tables = new Map<string, string>();

/** A table in the language of PDF; null for another one than those of simplified Chinese. */
function tableOf(name: string): string | null {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const lines = linesOf(name);
  if (lines === null) return null;
  const table = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    `/CMapName /${name} def /CMapType 1 def /WMode ${name.endsWith('-V') ? 1 : 0} def`,
    ...lines,
    'endcmap end end',
  ].join('\n');
  tables.set(name, table);
  return table;
}

function linesOf(name: string): string[] | null {
  if (name === 'Adobe-GB1-UCS2') return meanings();
  if (/^UniGB-(?:UCS2|UTF16)-[HV]$/.test(name)) return unicodeCodes();
  const gbk = /^(?:GBK|GBKp|GBK2K|GB|GBpc)(?:-EUC)?-[HV]$/.exec(name);
  return gbk === null ? null : gbkCodes(/^GB(?:Kp|pc)/.test(name) ? PROPORTIONAL : HALF_WIDTH);
}

/** From our numbers to Unicode. */
function meanings(): string[] {
  const ascii = (first: number): string => `<${hex(first)}> <${hex(first + 94)}> <0020>`;
  return [
    space('<0000> <FFFF>'),
    '3 beginbfrange',
    '<0000> <FFFF> <0000>',
    ascii(PROPORTIONAL),
    ascii(HALF_WIDTH),
    'endbfrange',
  ];
}

function unicodeCodes(): string[] {
  return [
    space('<0000> <FFFF>'),
    '2 begincidrange',
    '<007f> <ffff> 127',
    `<0020> <007e> ${PROPORTIONAL}`,
    'endcidrange',
  ];
}

/** Codes of two bytes as the runtime decodes them; neighbours that are neighbours in Unicode too are one range. */
function gbkCodes(ascii: number): string[] {
  const ranges: { from: number; to: number; sign: number }[] = [];
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      const sign = text.length === 1 ? text.charCodeAt(0) : 0xfffd;
      if (sign === 0xfffd) continue;
      const code = lead * 256 + trail;
      const last = ranges.at(-1);
      if (last !== undefined && last.to + 1 === code && last.sign + code - last.from === sign) last.to = code;
      else ranges.push({ from: code, to: code, sign });
    }
  }
  return [
    space('<00> <80>', '<8140> <FEFE>'),
    `${ranges.length + 1} begincidrange`,
    `<20> <7e> ${ascii}`,
    ...ranges.map(({ from, to, sign }) => `<${hex(from)}> <${hex(to)}> ${sign}`),
    'endcidrange',
  ];
}

function space(...ranges: string[]): string {
  return `${ranges.length} begincodespacerange ${ranges.join(' ')} endcodespacerange`;
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
