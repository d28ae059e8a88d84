// Which own rule is being written, and what becomes of it.
import { useState } from 'react';
import { isSame } from '#shared/compare/fact.ts';
import { nextOwnRuleId, type OwnRule } from '#shared/records/own-rule.ts';
import { saveRecord, useRecords } from '../../api/records.ts';
import { useSession } from '../../session.ts';

interface Draft {
  id: string;
  rule: OwnRule;
  /** As it was opened; null for a new one. */
  before: OwnRule | null;
}

const EMPTY: OwnRule = { name: '', formula: '', level: 'warning', note: '', on: true };

export function useRuleDraft() {
  const session = useSession();
  const rules = useRecords('own-rule');
  const [draft, setDraft] = useState<Draft | null>(null);
  const isChanged = draft !== null && !isSame(draft.rule, draft.before ?? EMPTY);

  /** Asks before something typed is thrown away. */
  const mayLeave = (): Promise<boolean> =>
    isChanged
      ? session.messenger.current.confirm({
          title: '放弃没有保存的修改？',
          content: `规则“${draft?.rule.name || draft?.id}”的修改还没有保存。`,
          okText: '放弃修改',
          danger: true,
        })
      : Promise.resolve(true);

  return {
    rules,
    draft,
    isChanged,
    change: (rule: OwnRule): void => setDraft((now) => (now ? { ...now, rule } : now)),
    async open(id: string): Promise<void> {
      const rule = rules.get(id);
      if (rule && id !== draft?.id && (await mayLeave())) setDraft({ id, rule, before: rule });
    },
    async add(start: Partial<OwnRule> = {}): Promise<void> {
      if (await mayLeave()) setDraft({ id: nextOwnRuleId(rules.keys()), rule: { ...EMPTY, ...start }, before: null });
    },
    async save(): Promise<void> {
      if (!draft) return;
      if (await saveRecord(session, 'own-rule', draft.id, draft.rule)) setDraft({ ...draft, before: draft.rule });
    },
    switchOn: (id: string, rule: OwnRule, on: boolean): void => {
      void saveRecord(session, 'own-rule', id, { ...rule, on });
      if (draft?.id === id) setDraft({ ...draft, rule: { ...draft.rule, on }, before: { ...rule, on } });
    },
    async remove(): Promise<void> {
      if (!draft) return;
      if (await saveRecord(session, 'own-rule', draft.id, null)) setDraft(null);
    },
    close: (): void => setDraft(null),
  };
}
