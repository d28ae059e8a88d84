// What is chosen in the picker of fields, and the field that it makes.
import type { FieldSpec } from '#shared/text/field-spec.ts';
import { type AmountUnit, parseTemplate, printField } from '#shared/text/template.ts';

export type FieldInfo = Omit<FieldSpec, 'read'>;

export interface FieldChoice {
  name: string;
  subjects: readonly string[];
  items: number | null;
  unit: AmountUnit | '';
  /** '' follows the figure. */
  decimals: string;
  bare: boolean;
}

export const FIRST_CHOICE: FieldChoice = {
  name: '总投资',
  subjects: [],
  items: null,
  unit: '',
  decimals: '',
  bare: false,
};

/** The choice that a field of the text shows; undefined where it is none. */
export function choiceOf(source: string): FieldChoice | undefined {
  const [part] = parseTemplate(source);
  if (part?.kind !== 'field') return undefined;
  const { name, args, format } = part.call;
  const last = args.at(-1);
  const items = last !== undefined && /^\d{1,2}$/.test(last) ? Number(last) : null;
  return {
    name,
    subjects: items === null ? args : args.slice(0, -1),
    items,
    unit: format.unit ?? '',
    decimals: format.decimals === undefined ? '' : String(format.decimals),
    bare: format.bare ?? false,
  };
}

/** The field as it goes into the template; what the field does not take is left out. */
export function fieldOf(choice: FieldChoice, info: FieldInfo | undefined): string {
  const takes = info?.takes ?? 'none';
  const args = [
    ...(takes === 'none' ? [] : choice.subjects),
    ...(takes === 'items' && choice.items !== null ? [String(choice.items)] : []),
  ];
  return printField({
    name: choice.name,
    args,
    format: {
      ...(choice.unit === '' ? {} : { unit: choice.unit }),
      ...(choice.decimals === '' ? {} : { decimals: Number(choice.decimals) }),
      ...(choice.bare ? { bare: true } : {}),
    },
  });
}

/** Why the choice makes no field yet; null where it does. */
export function missingIn(choice: FieldChoice, info: FieldInfo | undefined): string | null {
  if (!info) return '请选择要插入的数。';
  if (info.takes === 'reference' && choice.subjects.length === 0) return '请选择表或图。';
  if (info.needsSubject && choice.subjects.length === 0) return '请选择类别、年度、来源或地点。';
  return null;
}
