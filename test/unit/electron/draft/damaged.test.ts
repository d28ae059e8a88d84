// Damage by chance, with a fixed seed: a copy of a document with some bytes changed ends in a draft or in a sentence with
// what to do, soon, and never in another error. Nothing of it is kept.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readDraftHere } from '#electron/draft/read-draft.ts';
import { AppError } from '#shared/values/app-error.ts';
import { createRandom } from '#test/support/make-bench-book.ts';
import { makePdf, ruledTable } from '#test/support/make-pdf.ts';

const doc = readFileSync(fileURLToPath(new URL('../../../fixtures/draft/plan.doc', import.meta.url)));
const table = ruledTable(
  [72, 200, 300],
  [700, 680, 660],
  [
    ['类别', '总投资'],
    ['产业', '100'],
  ],
);
const rtf = Buffer.from(
  '{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}}{\\stylesheet{\\s1 heading 1;}}\\pard\\s1 Head\\par' +
    '\\trowd\\clvmgf\\cellx900\\cellx1800\\pard\\intbl A\\cell B{\\footnote\\pard N\\par}\\cell\\row\\trowd\\clvmrg\\cellx900\\cellx1800\\pard\\intbl\\cell C\\cell\\row\\pard End\\par}',
);
const html = Buffer.from(
  '<html><body><h1>一、总则</h1><ol><li>甲</ol><table><thead><tr><th rowspan=2>a<th>b</thead><tr><td>c</table><div id=ftn1>注</div></body></html>',
);

const files: [name: string, copies: number, bytes: Buffer][] = [
  ['规划.doc', 200, doc],
  ['规划.pdf', 30, makePdf([{ texts: [{ x: 72, y: 740, text: '一、总体情况' }, ...table.texts], lines: table.lines }])],
  ['规划.rtf', 300, rtf],
  ['规划.html', 300, html],
];

it.each(files)('ends well for every damaged %s', async (name, copies, bytes) => {
  const random = createRandom(20_250_701);
  const pick = (count: number): number => Math.floor(random() * count);
  for (let copy = 0; copy < copies; copy++) {
    let damaged = Buffer.from(bytes);
    for (let n = 1 + pick(6); n > 0 && damaged.length > 32; n--) {
      const at = pick(damaged.length - 8);
      const kind = pick(4);
      if (kind === 0) damaged[at] = pick(256);
      else if (kind === 1) damaged.writeUInt32LE([0, 1, 0x7fffffff, 0xffffffff][pick(4)] as number, at);
      else if (kind === 2) damaged = Buffer.concat([damaged.subarray(0, at), damaged.subarray(at + pick(24))]);
      else if (pick(4) === 0) damaged = damaged.subarray(0, at);
    }
    const end = await readDraftHere(damaged, name, { milliseconds: 20_000 }).catch((error: unknown) => error);
    if (!(end instanceof Error)) continue;
    expect(end).toBeInstanceOf(AppError);
    expect(end.message).toMatch(/请/);
    expect((end as AppError).code).not.toBe('internal');
  }
});
