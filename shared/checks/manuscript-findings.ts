// What is wrong in the paragraphs that planners wrote, as findings of 勾稽审核: typed figures (X02), numbers of tables (X03),
// words for trends (X06), fields that find nothing. A standard paragraph is made of fields and cannot be wrong.
import type { Finding } from '../checks/finding.ts';
import { plainFinding } from '../checks/wording.ts';
import type { PlanData } from '../records/plan-data.ts';
import { recordsOf } from '../records/records.ts';
import { checkTemplate, type PlacedMark } from '../text/check-template.ts';
import { piecesText, type TextPiece } from '../text/evaluate.ts';
import { joinTexts } from '../text/joined-texts.ts';
import { documentOutline, type ParagraphBlock } from '../text/outline.ts';
import { partLabels } from '../text/plan-parts.ts';
import { checkConsistency } from '../text/self/consistency.ts';
import type { TextMark } from '../text/text-mark.ts';

/** The table name of findings about the plan's text. */
export const MANUSCRIPT = '文稿';

/** Findings about the paragraphs of the workbook, in the order of the document. */
export function checkManuscript(data: PlanData): Finding[] {
  const kept = recordsOf(data.records, 'paragraph');
  if (kept.size === 0) return [];
  const labels = partLabels(data);
  const paragraphs = documentOutline(data).filter(
    (block): block is ParagraphBlock => block.kind === 'paragraph' && kept.has(block.id),
  );
  const checked = paragraphs.map((block) => ({
    block,
    ...checkTemplate(block.template, data, labels, block.categoryId),
  }));
  const between = checkBetween(checked, data);
  return checked.flatMap(({ block, pieces, marks }) => {
    const broken = pieces.flatMap((piece) => (piece.kind === 'field' && piece.error !== undefined ? [piece] : []));
    const wrong = marks.filter(({ status }) => status === 'differs' || status === 'warning');
    return [
      ...[...wrong, ...(between.get(block.id) ?? [])].map((mark, at) => markFinding(block, mark, at)),
      ...broken.map(({ source, error }, at) =>
        paragraphFinding(block, 'X02', source, `${error}。请在文稿中重新选择这个数。`, '', `field ${at}`),
      ),
    ];
  });
}

type Wrong = Pick<TextMark, 'rule' | 'raw' | 'message' | 'current' | 'field'>;

/** What two paragraphs say differently of one matter, by paragraph; what stands in one alone is marked there already. */
function checkBetween(
  checked: readonly { block: ParagraphBlock; pieces: readonly TextPiece[]; marks: readonly PlacedMark[] }[],
  data: PlanData,
): ReadonlyMap<string, readonly Wrong[]> {
  const joined = joinTexts(checked.map(({ pieces }) => piecesText(pieces)));
  const placeOf = (at: number): string => `“${checked[joined.find(at).index]?.block.title ?? ''}”一段`;
  const found = new Map<string, Wrong[]>();
  for (const mark of checkConsistency(joined.text, data.plan, placeOf)) {
    const { index, at } = joined.find(mark.start);
    const own = checked[index];
    if (!own || own.marks.some(({ start, rule, raw }) => start === at && rule === mark.rule && raw === mark.raw))
      continue;
    found.set(own.block.id, [...(found.get(own.block.id) ?? []), mark]);
  }
  return found;
}

function markFinding(block: ParagraphBlock, mark: Wrong, at: number): Finding {
  const advice = mark.field === undefined ? '请核对后改正。' : '请改正，或在文稿中改为随数据变化。';
  return paragraphFinding(block, mark.rule, mark.raw, `${mark.message}${advice}`, mark.current ?? '', `mark ${at}`);
}

function paragraphFinding(
  { id, title }: ParagraphBlock,
  rule: string,
  raw: string,
  message: string,
  current: string,
  aspect: string,
): Finding {
  const place = { table: MANUSCRIPT, row: title, column: '正文' };
  const finding = plainFinding(rule, 'warning', place, `${MANUSCRIPT}“${title}”：${message}`, {
    left: raw,
    right: current,
    rightName: '数据',
    aspect: `${id} ${aspect}`,
  });
  return { ...finding, paragraphId: id };
}
