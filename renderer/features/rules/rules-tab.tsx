// 审核规则说明: all rules on the left, one of them with its examples and settings on the right.
import { Input, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { inFundWords } from '#shared/checks/bridge-fund.ts';
import type { Rule } from '#shared/checks/rule.ts';
import { RULE_BY_ID, RULES } from '#shared/checks/rules.ts';
import { useChecks, useReference } from '../../api/queries.ts';
import { useRecords } from '../../api/records.ts';
import { useSession } from '../../session.ts';
import { useStore } from '../../ui/store.ts';
import { LEVEL_COLORS, LEVEL_LABELS } from '../../ui/theme.ts';
import { RuleSheet } from './rule-sheet.tsx';
import './rules.css';

const FAMILIES: readonly (readonly [letter: string, title: string])[] = [
  ['T', '表内审核'],
  ['X', '表间和文表审核'],
  ['P', '政策审核'],
  ['B', '资金审核'],
  ['L', '项目办理审核'],
  ['E', '公示审核'],
  ['G', '调整变更审核'],
  ['D', '资产审核'],
  ['F', '指标审核'],
  ['C', '绩效审核'],
  ['K', '任务、村情和名单审核'],
];

function isFound({ id, title, help }: Rule, text: string, say: (words: string) => string): boolean {
  const wanted = text.trim().toLowerCase();
  return wanted === '' || say(`${id} ${title} ${help}`).toLowerCase().includes(wanted);
}

export function RulesTab() {
  const { nav } = useSession();
  const shownId = useStore(nav, (state) => state.ruleId);
  const records = useRecords('rule-settings');
  const findings = useChecks().data?.findings;
  const [text, setText] = useState('');
  const counts = useMemo(() => {
    const byRule = new Map<string, number>();
    for (const { rule } of findings ?? []) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
    return byRule;
  }, [findings]);
  const reference = useReference().data?.reference;
  const say = (words: string): string => (reference ? inFundWords(words, reference) : words);
  const rule = RULE_BY_ID.get(shownId ?? '') ?? RULES[0];
  return (
    <div className="xj-catalog" data-testid="rules-tab">
      <nav aria-label="审核规则">
        <Input
          allowClear
          size="small"
          placeholder="查找规则"
          aria-label="查找规则"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {FAMILIES.map(([letter, title]) => {
          const rules = RULES.filter((one) => one.id.startsWith(letter) && isFound(one, text, say));
          if (rules.length === 0) return null;
          return (
            <section key={letter}>
              <h3 className="xj-catalog-family">{title}</h3>
              {rules.map((one) => {
                const record = records.get(one.id);
                return (
                  <button
                    key={one.id}
                    type="button"
                    className="xj-catalog-rule"
                    aria-current={one.id === rule?.id}
                    onClick={() => nav.set({ ruleId: one.id })}
                    data-testid={`rule-${one.id}`}
                  >
                    <span className="xj-catalog-id">{one.id}</span>
                    <span className="xj-catalog-title">{say(one.title)}</span>
                    {record && <Tag>{record.isOn ? '已改' : '停用'}</Tag>}
                    <span className="xj-catalog-count">{counts.get(one.id) ?? ''}</span>
                    <span style={{ color: LEVEL_COLORS[one.level] }}>{LEVEL_LABELS[record?.level ?? one.level]}</span>
                  </button>
                );
              })}
            </section>
          );
        })}
      </nav>
      {rule && <RuleSheet rule={rule} record={records.get(rule.id)} say={say} />}
    </div>
  );
}
