// Numbers of tables and figures: captions told twice or left out, references to what there is not or to another class.
import type { Draft } from '#shared/draft/draft.ts';
import type { DraftModel } from '../facts/draft-model.ts';
import type { ProofFinding, ProofPlace } from '../finding.ts';
import type { Flow } from '../flow.ts';
import { plainNumber } from '../tables/draft-tables.ts';
import type { ScannedFigure } from './text-terms.ts';

const REFERENCE = /(附表|附图|[图表])\s*(\d+(?:[-－—–.．]\d+)*)(?!\d)/g;
/** How far behind a figure a reference may stand and still be about it. */
const NEAR = 300;

interface Caption {
  block: number;
  label: string;
  text: string;
}

function captionsOf({ blocks }: Draft): Caption[] {
  return blocks.flatMap((block, at): Caption[] => {
    if (block.kind !== 'paragraph') return [];
    const text = block.text.trim();
    const match = /^(附表|附图|[图表])\s*(\d+(?:[-－—–.．]\d+)*)(?![\d年月])\s*(.*)$/.exec(text);
    // 表4-1显示… is a sentence.
    if (
      !match ||
      text.length > 80 ||
      /[。；]$/.test(text) ||
      /^(?:显示|可见|表明|所示|中|为|和|、)/.test(match[3] ?? '')
    )
      return [];
    return [{ block: at, label: plainNumber(`${match[1]}${match[2]}`), text }];
  });
}

function findingOf(
  where: ProofPlace,
  raw: string,
  message: string,
  level: ProofFinding['level'],
  against: ProofPlace[],
): ProofFinding {
  return { rule: 'X03', level, raw, expected: null, difference: null, where, against, message, cause: null };
}

export interface ProvedReferences {
  findings: ProofFinding[];
  checked: ProofPlace[];
}

export function proveReferences(
  draft: Draft,
  flow: Flow,
  scanned: readonly ScannedFigure[],
  model: DraftModel,
): ProvedReferences {
  const captions = captionsOf(draft);
  const proved: ProvedReferences = { findings: [], checked: [] };
  const byLabel = new Map<string, Caption>();
  for (const caption of captions) {
    const before = byLabel.get(caption.label);
    const place: ProofPlace = { kind: 'text', block: caption.block, start: 0, end: caption.label.length };
    if (!before) byLabel.set(caption.label, caption);
    else if (before.text.replaceAll(/\s/g, '') !== caption.text.replaceAll(/\s/g, '') && !/续/.test(caption.text))
      proved.findings.push(
        findingOf(
          place,
          caption.label,
          `编号“${caption.label}”用了两次：“${before.text}”和“${caption.text}”。请核对编号。`,
          'error',
          [{ kind: 'text', block: before.block, start: 0, end: before.label.length }],
        ),
      );
  }
  const categoryOf = new Map<string, string>();
  for (const [label, { text }] of byLabel) {
    const named = new Set(
      model.vocabulary
        .mentionsIn(text)
        .flatMap(({ subjects }) => subjects.slice(0, 1).flatMap(({ category }) => category ?? [])),
    );
    const [category] = named;
    if (category !== undefined && named.size === 1) categoryOf.set(label, category);
  }
  const kinds = new Set(captions.map(({ label }) => label.replace(/[\d-]+$/, '')));
  let next = 0;
  for (const { index, 0: raw, 1: kind = '', 2: number = '' } of flow.text.matchAll(REFERENCE)) {
    const where = flow.placeOf(index, index + raw.length);
    const label = plainNumber(`${kind}${number}`);
    const own = byLabel.get(label);
    if (own?.block === where.block && where.start < 2) continue;
    if (/第\s*$|[一-龥]代$/.test(flow.text.slice(Math.max(0, index - 2), index)) || !kinds.has(kind)) continue;
    proved.checked.push(where);
    if (!own) {
      const all = [...byLabel.keys()].filter((one) => one.startsWith(kind));
      const message = `引用了“${raw}”，文稿里没有这个编号的${kind.at(-1)}（有${all.slice(0, 8).join('、')}${all.length > 8 ? '等' : ''}）。请核对编号。`;
      proved.findings.push(findingOf(where, raw, message, 'error', []));
      continue;
    }
    while (next < scanned.length && (scanned[next]?.number.end ?? 0) <= index) next += 1;
    const last = scanned[next - 1];
    const isNear =
      last !== undefined && index - last.number.end <= NEAR && !flow.text.slice(last.number.end, index).includes('\n');
    const about = isNear ? model.vocabulary.topOf(last.categoryId ?? undefined) : null;
    const shown = categoryOf.get(label);
    if (about === null || shown === undefined || model.vocabulary.topOf(shown) === about) continue;
    const right = [...categoryOf].find(([other, category]) => category === about && other.startsWith(kind))?.[0];
    if (right === undefined) continue;
    const message = `这里说的是“${about}”，“${raw}”却是“${own.text}”，似应为${right}。请核对编号。`;
    proved.findings.push(
      findingOf(where, raw, message, 'error', [{ kind: 'text', block: own.block, start: 0, end: own.label.length }]),
    );
  }
  return proved;
}
