// Reading and saving records and view states.
import { readViewState, writeViewState } from '#electron/db/view-states.ts';
import type { MethodArgs, MethodOutput } from '#shared/contract/methods.ts';
import { RECORD_KINDS, type RecordKind, type RecordValue, recordTitle } from '#shared/records/kinds.ts';
import { type RecordImage, recordKey } from '#shared/records/records.ts';
import { indicatorFault } from '#shared/tables/indicator-fault.ts';
import { AppError } from '#shared/values/app-error.ts';
import type { Session } from './session.ts';

/** All records, or those of some kinds. */
export function listRecords(session: Session, { kinds }: MethodArgs<'records.list'>): MethodOutput<'records.list'> {
  const { records } = session.planData();
  const wanted = kinds ?? (Object.keys(RECORD_KINDS) as RecordKind[]);
  return {
    records: wanted.flatMap((kind) => [...(records[kind] ?? [])].map(([id, value]) => ({ kind, id, value }))),
  };
}

/** Saves and deletes records as one undo step. Errors: invalid-input where a value does not fit its kind. */
export function saveRecords(session: Session, { changes }: MethodArgs<'records.save'>): { changed: number } {
  const images = changes.map(({ kind, id, value }) => ({ key: recordKey(kind, id), image: toImage(kind, id, value) }));
  session.change('records.save', saveLabel(session, changes), (tx) => {
    for (const { key, image } of images) tx.put('record', key, image);
  });
  return { changed: images.length };
}

function saveLabel(session: Session, changes: MethodArgs<'records.save'>['changes']): string {
  const [first, ...others] = changes;
  if (!first) return '';
  const before = session.kernel.stores.record.read(recordKey(first.kind, first.id));
  const after = toImage(first.kind, first.id, first.value);
  const verb = after === null ? '删除' : before === null ? '添加' : '修改';
  const one = after ?? before;
  if (others.length > 0 || one === null) return `${verb} ${changes.length} 条${RECORD_KINDS[first.kind].name}`;
  return `${verb}${recordTitle(one)}`;
}

function toImage(kind: RecordKind, id: string, value: unknown): RecordImage | null {
  if (value === null) return null;
  const parsed = RECORD_KINDS[kind].schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') ?? '';
    throw new AppError(
      'invalid-input',
      `${RECORD_KINDS[kind].name}没有保存：${where === '' ? '' : `${where} `}填写有误（${issue?.message ?? ''}）。请改正后再保存。`,
    );
  }
  const fault = kind === 'indicator' ? unitFault(parsed.data as RecordValue<'indicator'>) : null;
  if (fault !== null) throw new AppError('invalid-input', `${fault}没有保存。`);
  return { kind, id, value: parsed.data };
}

/** One that is taken out of 表1 needs nothing any more. */
function unitFault(indicator: RecordValue<'indicator'>): string | null {
  return indicator.isRemoved ? null : indicatorFault(indicator);
}

export function viewState(session: Session, key: string): unknown {
  return readViewState(session.file.db, key);
}

/** A workbook that cannot be changed forgets its view. */
export function rememberView(session: Session, key: string, value: unknown): void {
  if (session.file.readOnly === null) writeViewState(session.file.db, key, value);
}
