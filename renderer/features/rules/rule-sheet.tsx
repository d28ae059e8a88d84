// One rule: what it says, examples, what it rests on, and its settings.
import { Button, Select, Space, Switch, Tag } from 'antd';
import { useEffect, useState } from 'react';
import { citation } from '#shared/checks/policy-documents.ts';
import type { Rule } from '#shared/checks/rule.ts';
import { isSame } from '#shared/compare/fact.ts';
import { planYears } from '#shared/domain/reference.ts';
import type { RuleRecord } from '#shared/records/rule-settings.ts';
import { useWorkbook } from '../../api/queries.ts';
import { saveRecord } from '../../api/records.ts';
import { lockedText } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { LEVEL_COLORS, LEVEL_LABELS } from '../../ui/theme.ts';
import { type RuleDraft, type RuleLevel, toDraft, toRecord } from './rule-draft.ts';
import { SettingField } from './setting-field.tsx';

const LEVELS: readonly RuleLevel[] = ['error', 'warning', 'info'];

interface RuleSheetProps {
  rule: Rule;
  record: RuleRecord | undefined;
  say: (words: string) => string;
}

export function RuleSheet(props: RuleSheetProps) {
  const { rule, record, say } = props;
  return (
    <article className="xj-rule-sheet" data-testid="rule-sheet">
      <h2>
        {rule.id}　{say(rule.title)}
        <Tag color={LEVEL_COLORS[rule.level]}>{LEVEL_LABELS[rule.level]}</Tag>
      </h2>
      <p>{say(rule.help)}</p>
      <table className="xj-rule-examples">
        <tbody>
          <tr>
            <th>通过的例子</th>
            <td>{say(rule.examples.passes.text)}</td>
          </tr>
          <tr>
            <th>不通过的例子</th>
            <td>{say(rule.examples.fails.text)}</td>
          </tr>
          <tr>
            <th>依据</th>
            <td>{rule.basis ? rule.basis.map(citation).join('；') : '表内、表间的加减关系和填报常理'}</td>
          </tr>
        </tbody>
      </table>
      <RuleForm key={rule.id} rule={rule} record={record} say={say} />
    </article>
  );
}

function RuleForm({ rule, record, say }: RuleSheetProps) {
  const session = useSession();
  const workbook = useWorkbook();
  const [draft, setDraft] = useState<RuleDraft>(() => toDraft(rule, record));
  // Undo, or another window, may change the record while it is shown.
  useEffect(() => setDraft(toDraft(rule, record)), [rule, record]);
  const locked = lockedText(workbook);
  const isLocked = locked !== null;
  const next = toRecord(rule, draft);
  const isChanged = !isSame(next, record);
  const years = workbook ? planYears(workbook.plan) : [];
  const save = (value: RuleRecord | null) => void saveRecord(session, 'rule-settings', rule.id, value);
  return (
    <section className="xj-rule-form" aria-label="规则设置">
      <h3>设置</h3>
      {rule.isFixed ? (
        <p className="xj-faint">这是必审规则，不能停用或改级别：少了它，不平的数也能定稿。</p>
      ) : (
        <Space size={18} className="xj-setting-head">
          <span>
            <Switch
              size="small"
              disabled={isLocked}
              checked={draft.isOn}
              onChange={(isOn) => setDraft({ ...draft, isOn })}
              data-testid="rule-on"
            />{' '}
            {draft.isOn ? '启用' : '停用'}
          </span>
          <span>
            级别{' '}
            <Select
              size="small"
              aria-label="级别"
              disabled={isLocked || !draft.isOn}
              style={{ width: 84 }}
              value={draft.level}
              options={LEVELS.map((value) => ({ value, label: LEVEL_LABELS[value] }))}
              onChange={(level) => setDraft({ ...draft, level })}
            />
          </span>
        </Space>
      )}
      {(rule.settings ?? []).map((spec) => (
        <SettingField
          key={spec.id}
          spec={{ ...spec, label: say(spec.label) }}
          value={draft.values[spec.id] ?? []}
          years={years}
          isLocked={isLocked}
          onChange={(value) => setDraft({ ...draft, values: { ...draft.values, [spec.id]: value } })}
        />
      ))}
      <Space>
        <Button type="primary" disabled={isLocked || !isChanged} onClick={() => save(next)} data-testid="save-rule">
          保存设置
        </Button>
        <Button
          disabled={isLocked || (record === undefined && !isChanged)}
          onClick={() => restore()}
          data-testid="restore-rule"
        >
          恢复默认
        </Button>
        <span className="xj-faint">{isLocked ? locked : '设置存在工作簿里，命令行审核也按它；可以撤销。'}</span>
      </Space>
    </section>
  );

  function restore(): void {
    setDraft(toDraft(rule, undefined));
    if (record !== undefined) save(null);
  }
}
