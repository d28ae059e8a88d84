// The kinds of record a workbook keeps besides projects and claims. A new kind is one entry here: storage, log, undo
// and the calls records.list and records.save follow.
import { z } from 'zod';
import { explanationSchema } from '../checks/explanation.ts';
<<<<<<< HEAD
import { paragraphSchema } from '../text/paragraph.ts';
=======
import { ruleRecordSchema } from '../checks/rule-record.ts';
>>>>>>> 6dc129d (Rules T07-T18, X03-X06 and P02-P13: data with settings and examples that a test runs)

interface RecordKindSpec<S extends z.ZodType> {
  schema: S;
  /** What the log calls it. */
  name: string;
  /** What the log calls this one. */
  title: (value: z.output<S>) => string;
}

function kind<S extends z.ZodType>(spec: RecordKindSpec<S>): RecordKindSpec<S> {
  return spec;
}

export const RECORD_KINDS = {
  explanation: kind({ schema: explanationSchema, name: '属实说明', title: ({ text }) => text }),
<<<<<<< HEAD
  paragraph: kind({ schema: paragraphSchema, name: '文稿段落', title: ({ title }) => title }),
=======
  'rule-settings': kind({ schema: ruleRecordSchema, name: '审核规则设置', title: ({ rule }) => rule }),
>>>>>>> 6dc129d (Rules T07-T18, X03-X06 and P02-P13: data with settings and examples that a test runs)
} as const;

export type RecordKind = keyof typeof RECORD_KINDS;
export type RecordValue<K extends RecordKind> = z.output<(typeof RECORD_KINDS)[K]['schema']>;

export const recordKind = z.enum(Object.keys(RECORD_KINDS) as [RecordKind, ...RecordKind[]]);
