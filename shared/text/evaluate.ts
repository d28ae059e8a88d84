// A template with the plan's figures in it: what is shown, printed and checked.
import type { PlanData } from '#shared/records/plan-data.ts';
import { valueText } from './field-value.ts';
import { readField } from './fields.ts';
import { parseTemplate, type TemplatePart } from './template.ts';

export type TextPiece =
  | { kind: 'text'; text: string }
  /** `source`: the field as it stands in the template. `error`: why it has no value; its text is the source then. */
  | { kind: 'field'; source: string; text: string; error?: string; reference?: string };

/** The number under which a table or figure is printed; undefined for an unknown id. */
export type PartLabels = (id: string) => string | undefined;

/** Text and values in order; fields that cannot be read stay visible with the reason. */
export function evaluateTemplate(template: string, data: PlanData, labels: PartLabels): TextPiece[] {
  return parseTemplate(template).map((part) => evaluatePart(part, data, labels));
}

function evaluatePart(part: TemplatePart, data: PlanData, labels: PartLabels): TextPiece {
  if (part.kind === 'text') return part;
  const { source } = part;
  const failed = (error: string): TextPiece => ({ kind: 'field', source, text: source, error });
  if (part.kind === 'broken') return failed('括号里不是一个可用的数，请删掉重新插入');
  const value = readField(data, part.call.name, part.call.args);
  if (typeof value === 'string') return failed(value);
  if (value.kind === 'reference') {
    const label = labels(value.id);
    if (label === undefined) return failed(`规划里没有“${value.id}”`);
    return { kind: 'field', source, text: label, reference: value.id };
  }
  return { kind: 'field', source, text: valueText(value, part.call.format, (id) => labels(id) ?? id) };
}

/** The sentence as plain text. */
export function piecesText(pieces: readonly TextPiece[]): string {
  return pieces.map(({ text }) => text).join('');
}
