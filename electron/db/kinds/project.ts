// 项目: one row of the list with its figures.
import { z } from 'zod';
import type { Project } from '#shared/domain/project.ts';
import type { Fen } from '#shared/values/money.ts';
import { kind } from '../kernel/kind.ts';
import { projectStore } from './project-table.ts';
import { projectWords } from './project-words.ts';

const fen = z.custom<Fen>((value) => Number.isSafeInteger(value));
const text = z.string().nullable();
const count = z.number().int().nullable();

const schema: z.ZodType<Project> = z.object({
  id: z.string(),
  position: z.number(),
  code: text,
  name: z.string(),
  categoryId: text,
  regionCode: z.string(),
  town: text,
  village: text,
  nature: text,
  content: text,
  startAt: text,
  endAt: text,
  households: count,
  people: count,
  poorHouseholds: count,
  poorPeople: count,
  villages: count,
  unit: text,
  department: text,
  implementer: text,
  person: text,
  phone: text,
  nationalType: text,
  nationalSubtype: text,
  goal: text,
  linkage: text,
  participation: text,
  subsidyStandard: text,
  documentNumber: text,
  note: text,
  originId: text,
  originWorkbook: text,
  amounts: z.object({
    total: fen.nullable(),
    bySource: z.record(z.string(), fen),
    byYear: z.record(z.string(), fen),
    cells: z.record(z.string(), fen),
  }),
});

/** A project of version 1 does not say from which plan it came. */
function addOrigin(image: object): unknown {
  return { ...image, originId: null, originWorkbook: null };
}

export const project = kind<Project, ReadonlyMap<string, Project>>({
  title: '项目',
  tables: [],
  open: projectStore,
  schema,
  upgrades: [addOrigin],
  isMergedByValue: true,
  slice: (images) => images,
  words: projectWords,
});
