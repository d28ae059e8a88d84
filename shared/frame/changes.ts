// The changes of 规划设置 that a planner makes, as they come through the door; several of one gesture are one undo step.
import { z } from 'zod';
import { SOURCE_SHOWN } from '../domain/reference.ts';

const id = z.string().min(1).max(200);
const name = z.string().max(200);
const names = z.array(z.string().max(200)).max(200);
const year = z.number().int().min(1900).max(2200).nullable();
/** Where among its siblings: before that one; null: at the end. */
const before = id.nullable().default(null);

const agencyParts = { from: year.optional(), to: year.optional(), successor: id.nullable().optional() };

const fundName = z.object({ from: year, to: year, name });

export const frameChange = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('plan'),
    set: z.strictObject({
      firstYear: z.number().int().optional(),
      lastYear: z.number().int().optional(),
      midYear: z.number().int().optional(),
      fundYear: year.optional(),
      name: name.optional(),
      shortName: name.optional(),
      title: name.optional(),
    }),
  }),
  /** A scheme of the program, with its classes and mappings; those that are there already stay as they are. */
  z.strictObject({ do: z.literal('scheme-built-in'), id }),
  z.strictObject({ do: z.literal('scheme-add'), id, name }),
  z.strictObject({ do: z.literal('scheme-set'), id, name }),
  z.strictObject({ do: z.literal('scheme-remove'), id }),
  /** The plan's own scheme from now on; projects take the classes that theirs are mapped to, or none. */
  z.strictObject({ do: z.literal('scheme-use'), id }),
  z.strictObject({ do: z.literal('class-add'), id, scheme: id, parent: id.nullable(), name, ordinal: name, before }),
  z.strictObject({
    do: z.literal('class-set'),
    id,
    name: name.optional(),
    ordinal: name.optional(),
    aliases: names.optional(),
    lastYear: year.optional(),
  }),
  z.strictObject({ do: z.literal('class-move'), id, parent: id.nullable(), before }),
  z.strictObject({ do: z.literal('class-merge'), id, into: id }),
  /** With all under it; `to` takes their projects (null: 未分类), without it there must be none. */
  z.strictObject({ do: z.literal('class-remove'), id, to: id.nullable().optional() }),
  /** 一、二、 and （一）（二） anew, in the order of the classes; null: of the top ones. */
  z.strictObject({ do: z.literal('class-number'), scheme: id, parent: id.nullable() }),
  /** What a class counts as in another scheme; null: as what stands over it. */
  z.strictObject({ do: z.literal('map'), from: id, scheme: id, to: id.nullable() }),
  z.strictObject({ do: z.literal('source-add'), id, parent: id.nullable(), name, before }),
  z.strictObject({
    do: z.literal('source-set'),
    id,
    name: name.optional(),
    aliases: names.optional(),
    names: z.array(fundName).max(50).optional(),
    shown: z.enum(SOURCE_SHOWN).optional(),
  }),
  z.strictObject({ do: z.literal('source-move'), id, parent: id.nullable(), before }),
  z.strictObject({ do: z.literal('source-merge'), id, into: id }),
  z.strictObject({ do: z.literal('source-remove'), id }),
  z.strictObject({ do: z.literal('agency-add'), id, name, aliases: names.default([]), ...agencyParts }),
  z.strictObject({ do: z.literal('agency-set'), id, name: name.optional(), aliases: names.optional(), ...agencyParts }),
  /** Two entries for one unit: names of the first become other names of the second. */
  z.strictObject({ do: z.literal('agency-merge'), id, into: id }),
  z.strictObject({ do: z.literal('agency-remove'), id }),
  /** An own column (自定义栏目), at the end. */
  z.strictObject({ do: z.literal('column-add'), id, name, printed: z.boolean().default(true) }),
  z.strictObject({ do: z.literal('column-set'), id, name: name.optional(), printed: z.boolean().optional() }),
  z.strictObject({ do: z.literal('column-move'), id, before }),
  /** With what projects hold in it. */
  z.strictObject({ do: z.literal('column-remove'), id }),
  z.strictObject({
    do: z.literal('place-add'),
    code: id,
    parent: id,
    name,
    level: z.enum(['county', 'town', 'village']),
    before,
  }),
  z.strictObject({
    do: z.literal('place-set'),
    code: id,
    name: name.optional(),
    aliases: names.optional(),
    /** Projects that write the old name write the new one. */
    rewrite: z.boolean().default(false),
  }),
  z.strictObject({
    do: z.literal('place-move'),
    code: id,
    parent: id,
    before,
    rewrite: z.boolean().default(false),
  }),
  z.strictObject({ do: z.literal('place-merge'), code: id, into: id, rewrite: z.boolean().default(false) }),
  z.strictObject({ do: z.literal('place-remove'), code: id }),
]);
export type FrameChange = z.output<typeof frameChange>;
export type FrameChangeOf<D extends FrameChange['do']> = Extract<FrameChange, { do: D }>;
