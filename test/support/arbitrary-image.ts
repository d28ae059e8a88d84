// Images of any kind by chance, made from the schema of the kind: what a test says of all kinds it tries on all of them.
import type { Arbitrary } from 'fast-check';
import type { z } from 'zod';
import { KINDS } from '#electron/db/kinds/index.ts';
import { RECORD_KINDS, type RecordKind } from '#shared/records/kinds.ts';
import { fc } from './fc.ts';

type Def = z.core.$ZodTypeDef & Record<string, unknown>;

const words = fc.constantFrom('甲', '乙', '丙 2021', 'a|b', '2021');
const keys = fc.constantFrom('fiscal', 'fiscal.central', '2022', '2022|other.debt');

/** Plain values that a schema allows, apart from its refinements. */
function arbitraryOf(schema: z.core.$ZodType): Arbitrary<unknown> {
  const def = schema._zod.def as Def;
  const inner = (name: string): Arbitrary<unknown> => arbitraryOf(def[name] as z.core.$ZodType);
  switch (def.type) {
    case 'string':
      if (def.format === 'date') return fc.constantFrom('2021-01-01', '2026-11-30');
      return patternOf(def) ?? words;
    case 'number':
      return fc.integer({ min: boundOf(def, 'greater_than') ?? 0, max: boundOf(def, 'less_than') ?? 100 });
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries as Record<string, string>));
    case 'literal':
      return fc.constantFrom(...(def.values as unknown[]));
    case 'nullable':
      return fc.option(inner('innerType'));
    case 'optional':
      return fc.option(inner('innerType'), { nil: undefined });
    case 'default':
    case 'readonly':
      return inner('innerType');
    case 'pipe':
      return inner('in');
    case 'array':
      return fc.array(inner('element'), { maxLength: 3 });
    case 'tuple':
      return fc.tuple(...(def.items as z.core.$ZodType[]).map(arbitraryOf));
    case 'record':
      return fc.dictionary(keys, inner('valueType'), { maxKeys: 3 });
    case 'union':
      return fc.oneof(...(def.options as z.core.$ZodType[]).map(arbitraryOf));
    case 'intersection':
      return fc
        .tuple(inner('left'), inner('right'))
        .map(([left, right]) => ({ ...(left as object), ...(right as object) }));
    case 'object':
      return fc
        .record(
          Object.fromEntries(
            Object.entries(def.shape as Record<string, z.core.$ZodType>).map(([k, v]) => [k, arbitraryOf(v)]),
          ),
        )
        .map(withoutUndefined);
    case 'custom':
      return fc.oneof(fc.integer({ min: 0, max: 1e9 }), fc.record({ kind: words, document: words, id: words }));
    default:
      throw new Error(`no values for a schema of type ${def.type}`);
  }
}

interface Check {
  check: string;
  value?: number;
  pattern?: RegExp;
}

function checksOf(def: Def): Check[] {
  return ((def.checks ?? []) as { _zod: { def: Check } }[]).map((one) => one._zod.def);
}

function boundOf(def: Def, check: 'greater_than' | 'less_than'): number | undefined {
  return checksOf(def).find((one) => one.check === check)?.value;
}

function patternOf(def: Def): Arbitrary<string> | undefined {
  const pattern = checksOf(def).find((one) => one.pattern)?.pattern;
  return pattern && fc.stringMatching(pattern);
}

/** An image never holds undefined: it would not survive the log. */
function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}

/** Throws where hardly any value fits: the search for one would never end. */
function fitting(schema: z.ZodType, values: Arbitrary<unknown>): Arbitrary<object> {
  const tried = fc.sample(values, { numRuns: 200, seed: 1 }).filter((value) => schema.safeParse(value).success);
  if (tried.length < 10) throw new Error(`of 200 values ${tried.length} fit a schema`);
  return values
    .map((value) => schema.safeParse(value))
    .filter(({ success }) => success)
    .map(({ data }) => withoutUndefined(data as object));
}

/** Images that belong to one id: of a record, with one kind. */
export function imagesOf(name: keyof typeof KINDS): Arbitrary<object>[] {
  if (name !== 'record')
    return [fitting(KINDS[name].schema, arbitraryOf(KINDS[name].schema)).map((one) => withId(one))];
  return (Object.keys(RECORD_KINDS) as RecordKind[]).map((kind) => {
    const { schema } = RECORD_KINDS[kind];
    return fitting(schema, arbitraryOf(schema)).map((value) => ({ kind, id: 'x', value }));
  });
}

function withId(image: object): object {
  return 'id' in image ? { ...image, id: 'x' } : image;
}
