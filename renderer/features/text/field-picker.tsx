// Choosing a figure for the text: which, of what, in which unit; with its value now.
import { Button, Checkbox, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { AMOUNT_UNITS } from '#shared/text/template.ts';
import { choiceOf, FIRST_CHOICE, type FieldChoice, type FieldInfo, fieldOf, missingIn } from './field-choice.ts';
import { type FieldChoices, useChecked } from './use-text.ts';

interface FieldPickerProps {
  choices: FieldChoices;
  /** The field that is changed; null inserts a new one. */
  source: string | null;
  choose: (source: string) => void;
  remove: () => void;
  close: () => void;
}

const DECIMALS = ['', '0', '1', '2', '3', '4'];

export function FieldPicker({ choices, source, choose, remove, close }: FieldPickerProps) {
  const [choice, setChoice] = useState<FieldChoice>(
    () => (source === null ? undefined : choiceOf(source)) ?? FIRST_CHOICE,
  );
  const set = (part: Partial<FieldChoice>): void => setChoice((before) => ({ ...before, ...part }));
  const info = choices.fields.find(({ name }) => name === choice.name);
  const missing = missingIn(choice, info);
  const made = fieldOf(choice, info);
  const { checked } = useChecked(missing === null ? made : '');
  const preview = checked?.pieces[0];
  const error = missing ?? (preview?.kind === 'field' ? preview.error : undefined);
  return (
    <div className="xj-picker" data-testid="text-picker">
      <Select
        size="small"
        showSearch={{ optionFilterProp: 'search' }}
        data-testid="picker-field"
        value={choice.name}
        onChange={(name) => set({ name, subjects: [], items: null })}
        options={fieldOptions(choices.fields)}
        labelRender={({ value }) => value}
        popupMatchSelectWidth={420}
      />
      {info && <SubjectSelect choices={choices} info={info} choice={choice} set={set} />}
      {info?.takes === 'items' && (
        <InputNumber
          size="small"
          min={1}
          max={20}
          prefix="前"
          suffix="个"
          placeholder="全部"
          value={choice.items}
          onChange={(items) => set({ items })}
        />
      )}
      <Select
        size="small"
        className="xj-picker-unit"
        value={choice.unit}
        onChange={(unit) => set({ unit })}
        options={[
          { value: '' as const, label: '万元' },
          ...AMOUNT_UNITS.slice(1).map((unit) => ({ value: unit, label: unit })),
        ]}
      />
      <Select
        size="small"
        className="xj-picker-unit"
        value={choice.decimals}
        onChange={(decimals) => set({ decimals })}
        options={DECIMALS.map((value) => ({ value, label: value === '' ? '小数不限' : `${value} 位小数` }))}
      />
      <Checkbox checked={choice.bare} onChange={(event) => set({ bare: event.target.checked })}>
        不带单位
      </Checkbox>
      <div
        className={error === undefined ? 'xj-picker-value' : 'xj-picker-value xj-field-error'}
        data-testid="picker-value"
      >
        {error ?? preview?.text ?? ''}
      </div>
      <div className="xj-picker-foot">
        {source !== null && (
          <Button size="small" danger onClick={remove}>
            删除
          </Button>
        )}
        <Button size="small" onClick={close}>
          关闭
        </Button>
        <Button
          size="small"
          type="primary"
          disabled={error !== undefined}
          onClick={() => choose(made)}
          data-testid="picker-ok"
        >
          {source === null ? '插入' : '更改'}
        </Button>
      </div>
    </div>
  );
}

function fieldOptions(fields: readonly FieldInfo[]) {
  const groups = [...new Set(fields.map(({ group }) => group))];
  return groups.map((group) => ({
    label: group,
    options: fields
      .filter((field) => field.group === group)
      .map(({ name, summary }) => ({
        value: name,
        search: `${name}${summary}`,
        label: (
          <span title={summary}>
            {name}　<span className="xj-faint">{summary}</span>
          </span>
        ),
      })),
  }));
}

interface SubjectSelectProps {
  choices: FieldChoices;
  info: FieldInfo;
  choice: FieldChoice;
  set: (part: Partial<FieldChoice>) => void;
}

/** Classes only where the field asks for one; tables and charts where it gives their number; else up to three subjects. */
function SubjectSelect({ choices, info, choice, set }: SubjectSelectProps) {
  if (info.takes === 'none') return null;
  if (info.takes === 'reference') {
    const kind = info.name === '表' ? 'table' : 'chart';
    return (
      <Select
        size="small"
        showSearch
        data-testid="picker-subject"
        placeholder="选择"
        value={choice.subjects[0] ?? null}
        onChange={(id) => set({ subjects: id === null ? [] : [id] })}
        options={choices.parts.filter((part) => part.kind === kind).map(({ id, label }) => ({ value: id, label }))}
      />
    );
  }
  const offered =
    info.takes === 'subject' ? choices.subjects : choices.subjects.filter(({ group }) => group === '类别');
  const groups = [...new Set(offered.map(({ group }) => group))];
  return (
    <Select
      size="small"
      mode="multiple"
      maxCount={info.takes === 'subject' ? 3 : 1}
      data-testid="picker-subject"
      placeholder={info.needsSubject ? '类别、年度、来源或地点' : '全部'}
      value={[...choice.subjects]}
      onChange={(subjects: string[]) => set({ subjects })}
      options={groups.map((group) => ({
        label: group,
        options: offered
          .filter((subject) => subject.group === group)
          .map(({ word, depth }) => ({ value: word, label: `${'　'.repeat(depth)}${word}` })),
      }))}
    />
  );
}
