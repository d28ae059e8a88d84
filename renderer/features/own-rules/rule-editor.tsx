// One own rule being written: name, formula with completion and live result, level, note, on or off.
import { Button, Input, Segmented, Switch } from 'antd';
import { useDeferredValue, useMemo } from 'react';
import { tryOwnRule } from '#shared/checks/own/check-own.ts';
import { vocabularyOf } from '#shared/checks/own/vocabulary.ts';
import { type OwnRule, ownRuleSchema } from '#shared/records/own-rule.ts';
import { useProjects, useReference } from '../../api/queries.ts';
import { LEVEL_LABELS } from '../../ui/theme.ts';
import { FormulaInput } from './formula-input.tsx';
import { RuleResult } from './rule-result.tsx';

const LEVELS = ['error', 'warning', 'info'] as const;

export interface RuleEditorProps {
  id: string;
  isNew: boolean;
  draft: OwnRule;
  isChanged: boolean;
  disabled: boolean;
  onDraft: (draft: OwnRule) => void;
  onSave: () => void;
  onClose: () => void;
  onRemove: () => void;
}

/** What a formula finds in the list as it is, a little behind the typing. */
function useResult(id: string, draft: OwnRule) {
  const formula = useDeferredValue(draft.formula);
  const projects = useProjects().data?.projects;
  const reference = useReference().data;
  return useMemo(() => {
    if (!projects || !reference || formula.trim() === '') return null;
    const data = { ...reference, projects, claims: [], records: {} };
    return tryOwnRule(id, { name: '', formula, level: 'warning', note: '', on: true }, data);
  }, [id, formula, projects, reference]);
}

export function RuleEditor(props: RuleEditorProps) {
  const { id, isNew, draft, isChanged, disabled, onDraft, onSave, onClose, onRemove } = props;
  const reference = useReference().data;
  const result = useResult(id, draft);
  const parsed = ownRuleSchema.safeParse(draft);
  const isBroken = result !== null && 'message' in result;
  const missing = parsed.success ? null : (parsed.error.issues[0]?.message ?? '');
  const canSave = !disabled && parsed.success && !isBroken && (isChanged || isNew);
  return (
    <form
      className="xj-rule-editor"
      data-testid="rule-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) onSave();
      }}
    >
      <h2>
        {isNew ? `新规则 ${id}` : `规则 ${id}`}
        <Switch
          checked={draft.on}
          disabled={disabled}
          checkedChildren="启用"
          unCheckedChildren="停用"
          onChange={(on) => onDraft({ ...draft, on })}
        />
      </h2>
      <div className="xj-rule-field">
        名称
        <Input
          value={draft.name}
          disabled={disabled}
          maxLength={60}
          aria-label="名称"
          placeholder="如：户均人数合理"
          onChange={(event) => onDraft({ ...draft, name: event.target.value })}
          data-testid="rule-name"
        />
      </div>
      <div className="xj-rule-field">
        公式
        <FormulaInput
          value={draft.formula}
          disabled={disabled}
          vocabulary={reference ? vocabularyOf(reference.plan, reference.reference) : null}
          onChange={(formula) => onDraft({ ...draft, formula })}
        />
      </div>
      <RuleResult formula={draft.formula} result={result} onFix={(formula) => onDraft({ ...draft, formula })} />
      <div className="xj-rule-field">
        级别
        <Segmented
          value={draft.level}
          disabled={disabled}
          options={LEVELS.map((value) => ({ value, label: LEVEL_LABELS[value] }))}
          onChange={(level) => onDraft({ ...draft, level })}
        />
      </div>
      <div className="xj-rule-field">
        不符合时怎么办（可不填，写在每条结果后面）
        <Input
          value={draft.note}
          disabled={disabled}
          maxLength={300}
          aria-label="不符合时怎么办"
          placeholder="如：请核对户数和人数"
          onChange={(event) => onDraft({ ...draft, note: event.target.value })}
        />
      </div>
      <div className="xj-rule-buttons">
        <Button type="primary" htmlType="submit" disabled={!canSave} data-testid="rule-save">
          保存
        </Button>
        <Button onClick={onClose}>{isChanged ? '不保存' : '关闭'}</Button>
        <span className="xj-faint">{draft.formula !== '' && missing !== null ? missing : ''}</span>
        <span className="xj-grow" />
        {!isNew && (
          <Button danger disabled={disabled} onClick={onRemove} data-testid="rule-remove">
            删除
          </Button>
        )}
      </div>
    </form>
  );
}
