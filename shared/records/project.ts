// What a project must be, for the store, its log, and facts that hold projects as they were.
import { z } from 'zod';
import type { Project } from '../domain/project.ts';
import type { Fen } from '../values/money.ts';

const fen = z.custom<Fen>((value) => Number.isSafeInteger(value));
const text = z.string().nullable();
const count = z.number().int().nullable();

export const projectSchema: z.ZodType<Project> = z.object({
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
  own: z.record(z.string(), z.string()).exactOptional(),
  amounts: z.object({
    total: fen.nullable(),
    bySource: z.record(z.string(), fen),
    byYear: z.record(z.string(), fen),
    cells: z.record(z.string(), fen),
  }),
});
