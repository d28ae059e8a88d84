// 修改、添加 one row of a list: a field for each column, read as a sheet is read; what cannot be read is told at its field.
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { planYears } from '#shared/domain/reference.ts';
import { shownText, YES_WORDS } from '#shared/lists/field-text.ts';
import type { ListField, ListId, ListSpec } from '#shared/lists/list-spec.ts';
import { LISTS } from '#shared/lists/lists.ts';
import { readTyped } from '#shared/lists/read-field.ts';
import { RECORD_KINDS } from '#shared/records/kinds.ts';
import { parseAmount } from '#shared/values/parse-amount.ts';
import { useProjects, useReference } from '../../api/queries.ts';
import { saveRecord, useRecords } from '../../api/records.ts';
import { useSession } from '../../session.ts';
import { Field } from '../funds/form-field.tsx';

type Texts = Readonly<Record<string, string>>;
type Value = Readonly<Record<string, unknown>>;

/** `id`: '' for a new row. */
export function ListDialog({ list, id, close }: { list: ListId; id: string; close: () => void }) {
  const session = useSession();
  const spec: ListSpec = LISTS[list];
  const before = useRecords(list).get(id) as Value | undefined;
  const plan = useReference().data?.plan;
  const projects = useProjects().data?.projects ?? [];
  const fields = spec.fields.filter(({ key }) => key !== 'projectName');
  const [texts, setTexts] = useState<Texts>(() => textsOf(fields, spec, before));
  const [projectId, setProject] = useState<string | null>((before?.projectId as string | undefined) ?? null);
  const [faults, setFaults] = useState<Texts>({});
  const years = spec.years && !spec.years.isRowEach && plan ? planYears(plan) : [];
  const set = (key: string, text: string): void => setTexts((all) => ({ ...all, [key]: text }));
  const save = async (): Promise<void> => {
    const read = readTexts(fields, texts);
    if (spec.isOfProjects && projectId === null) read.faults.projectId = '请选择项目';
    const byYear = Object.fromEntries(
      Object.entries(texts).flatMap(([key, text]) =>
        key.startsWith('year:') && text.trim() !== '' ? [[key.slice(5), text.trim()]] : [],
      ),
    );
    const value = {
      ...before,
      ...read.value,
      ...(projectId === null ? {} : { projectId }),
      ...(years.length > 0 && spec.years ? { [spec.years.key]: byYear } : {}),
    };
    const parsed = RECORD_KINDS[list].schema.safeParse(value);
    const issue = parsed.success ? undefined : parsed.error.issues[0];
    if (issue) read.faults[String(issue.path[0] ?? '')] ??= issue.message;
    setFaults(read.faults);
    if (!parsed.success || Object.keys(read.faults).length > 0) return;
    if (await saveRecord(session, list, id || crypto.randomUUID(), parsed.data as never)) close();
  };
  const remove = async (): Promise<void> => {
    if (await saveRecord(session, list, id, null)) close();
  };
  return (
    <Modal
      open
      width={820}
      title={`${id === '' ? '添加' : '修改'}${spec.noun}`}
      onCancel={close}
      footer={
        <>
          {id !== '' && (
            <Button danger onClick={() => void remove()} data-testid="list-remove">
              删除
            </Button>
          )}
          <Button onClick={close}>取消</Button>
          <Button type="primary" onClick={() => void save()} data-testid="list-save">
            保存
          </Button>
        </>
      }
    >
      <div className="xj-funds-form xj-list-form" data-testid="list-dialog">
        {spec.isOfProjects && (
          <Field label="项目名称" isWide>
            <Select
              aria-label="项目名称"
              style={{ width: '100%' }}
              showSearch={{ optionFilterProp: 'label' }}
              value={projectId}
              status={faults.projectId ? 'error' : ''}
              options={projects.map(({ id: value, name, town }) => ({ value, label: `${name}（${town ?? ''}）` }))}
              onChange={setProject}
            />
          </Field>
        )}
        {fields.map((field) => (
          <Field key={field.key} label={field.label} isWide={field.isLong === true}>
            <Typed
              field={field}
              text={texts[field.key] ?? ''}
              fault={faults[field.key]}
              change={(text) => set(field.key, text)}
            />
          </Field>
        ))}
        {years.map((year) => (
          <Field key={year} label={`${year}年目标`}>
            <Input
              aria-label={`${year}年目标`}
              value={texts[`year:${year}`] ?? ''}
              onChange={(event) => set(`year:${year}`, event.target.value)}
            />
          </Field>
        ))}
      </div>
    </Modal>
  );
}

function Typed({
  field,
  text,
  fault,
  change,
}: {
  field: ListField;
  text: string;
  fault: string | undefined;
  change: (text: string) => void;
}) {
  const words = field.kind === 'yes' ? YES_WORDS : field.choices;
  const status = fault === undefined ? '' : 'error';
  const common = { 'aria-label': field.label, value: text, status } as const;
  return (
    <>
      {words ? (
        <Select
          {...common}
          style={{ width: '100%' }}
          options={['', ...words].map((value) => ({ value, label: value || '（不填）' }))}
          onChange={change}
        />
      ) : field.isLong ? (
        <Input.TextArea
          {...common}
          autoSize={{ minRows: 1, maxRows: 4 }}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <Input {...common} onChange={(event) => change(event.target.value)} />
      )}
      {fault !== undefined && <div className="xj-list-fault">{fault}</div>}
    </>
  );
}

function textsOf(fields: readonly ListField[], { years }: ListSpec, value: Value | undefined): Texts {
  const own = fields.map((field) => [field.key, shownText(field, value?.[field.key])] as const);
  const byYear = years
    ? Object.entries((value?.[years.key] ?? {}) as Texts).map(([year, text]) => [`year:${year}`, text] as const)
    : [];
  return Object.fromEntries([...own, ...(years?.isRowEach ? [] : byYear)]);
}

/** Each text by the kind of its field; what is none is a fault, and nothing is saved. */
function readTexts(
  fields: readonly ListField[],
  texts: Texts,
): { value: Record<string, unknown>; faults: Record<string, string> } {
  const value: Record<string, unknown> = {};
  const faults: Record<string, string> = {};
  for (const field of fields) {
    const text = (texts[field.key] ?? '').trim();
    if (field.kind === 'wan' || field.kind === 'yuan') {
      const read = parseAmount(text, field.kind === 'wan' ? '万元' : '元');
      value[field.key] = read.kind === 'amount' ? read.fen : null;
      if (read.kind === 'unreadable') faults[field.key] = `不是金额：${read.reason}`;
      continue;
    }
    const read = readTyped(field, text);
    if (read === undefined) faults[field.key] = `“${text}”看不懂`;
    value[field.key] = read ?? null;
  }
  return { value, faults };
}
