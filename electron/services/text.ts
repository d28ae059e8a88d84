// The plan's document for the window: paragraphs with figures and marks, and the fields that may be inserted.
import type { BlockView } from '#shared/contract/methods/text.ts';
import type { MethodArgs, MethodOutput } from '#shared/contract/methods.ts';
import { planYears, topSources } from '#shared/domain/reference.ts';
import { USUAL_SHOWING } from '#shared/format/shown-amount.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { showTable } from '#shared/tables/table-unit.ts';
import { type CheckedText, checkTemplate } from '#shared/text/check-template.ts';
import { planFacts } from '#shared/text/facts.ts';
import { FIELDS } from '#shared/text/fields.ts';
import { type Block, documentOutline } from '#shared/text/outline.ts';
import { partLabels } from '#shared/text/plan-parts.ts';
import { categoryWord, planCategories } from '#shared/text/subject.ts';

/** The document in order. */
export function planText(data: PlanData): MethodOutput<'text.get'> {
  const labels = partLabels(data);
  const view = (block: Block): BlockView => {
    if (block.kind === 'heading') return block;
    if (block.kind === 'paragraph') {
      const { kind, id, title, template, standard, categoryId } = block;
      return { kind, id, title, template, standard, checked: checkTemplate(template, data, labels, categoryId) };
    }
    const label = labels(block.id) ?? block.id;
    if (block.kind === 'chart') return { ...block, label, title: block.chart.title };
    return { ...block, label, title: block.table.title, table: showTable(block.table, USUAL_SHOWING) };
  };
  return { blocks: documentOutline(data).map(view) };
}

/** A wording with figures and marks. */
export function checkWording(data: PlanData, { text, paragraph }: MethodArgs<'text.check'>): CheckedText {
  const block = documentOutline(data).find((candidate) => candidate.kind === 'paragraph' && candidate.id === paragraph);
  return checkTemplate(text, data, partLabels(data), block?.kind === 'paragraph' ? block.categoryId : null);
}

/** What the picker of fields offers. */
export function textFields(data: PlanData): MethodOutput<'text.fields'> {
  const labels = partLabels(data);
  const subject = (group: string, words: readonly string[]) => words.map((word) => ({ group, word, depth: 0 }));
  return {
    fields: FIELDS.map(({ read: _, ...spec }) => spec),
    subjects: [
      ...planCategories(data).map(({ category, depth }) => ({
        group: '类别',
        word: categoryWord(data, category),
        depth,
      })),
      ...subject('年度', planYears(data.plan).map(String)),
      ...subject(
        '资金来源',
        topSources(data.reference).map(({ name }) => name),
      ),
      ...subject(
        '地点',
        planFacts(data).places.map(({ name }) => name),
      ),
    ],
    parts: documentOutline(data).flatMap((block) =>
      block.kind === 'table' || block.kind === 'chart'
        ? [{ kind: block.kind, id: block.id, label: labels(block.id) ?? block.id }]
        : [],
    ),
  };
}
