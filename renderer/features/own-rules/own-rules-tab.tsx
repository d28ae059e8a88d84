// 自定义审核: rules that planners write themselves, in the words of the plan.
import { Button, Dropdown, Empty } from 'antd';
import { useMemo } from 'react';
import type { RuleImport } from '#shared/checks/own/rule-file.ts';
import { useChecks, useWorkbook } from '../../api/queries.ts';
import { lockedText, suggestName, tellWritten } from '../../commands/file-actions.ts';
import { type Session, useSession } from '../../session.ts';
import { RuleEditor } from './rule-editor.tsx';
import { RULE_EXAMPLES } from './rule-examples.ts';
import { RuleGuide } from './rule-guide.tsx';
import { RuleList } from './rule-list.tsx';
import { useRuleDraft } from './use-rule-draft.ts';
import './own-rules.css';

/** What an import did, in one sentence. */
function importText({ added, known, renamed, unclear }: RuleImport): string {
  return [
    added.length > 0 ? `导入了 ${added.length} 条规则，可一步撤销。` : '没有新的规则可导入。',
    known.length > 0 ? `${known.length} 条已有同样的公式，没有重复导入（${known.join('、')}）。` : '',
    renamed.length > 0 ? `名称已被占用的改为：${renamed.join('、')}。` : '',
    ...unclear.map(({ name, reason }) => `“${name}”在本规划中看不懂，已停用：${reason}`),
  ].join('');
}

async function importRules(session: Session): Promise<void> {
  const [file] = (await session.chooseOpen('rules', '导入自定义审核规则')) ?? [];
  if (!file) return;
  const result = await session.attempt('正在导入规则', () => session.write('rules.import', { token: file.token }));
  if (!result) return;
  const isPlain = result.added.length > 0 && result.unclear.length === 0;
  session.messenger.current[isPlain ? 'success' : 'warn'](importText(result));
}

export function OwnRulesTab() {
  const session = useSession();
  const workbook = useWorkbook();
  const drafting = useRuleDraft();
  const { rules, draft } = drafting;
  const findings = useChecks().data?.findings;
  const counts = useMemo(() => {
    if (!findings) return undefined;
    const byRule = new Map<string, number>();
    for (const { rule } of findings) if (rule.startsWith('Z')) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
    return byRule;
  }, [findings]);
  const locked = lockedText(workbook);
  const exportRules = async (): Promise<void> => {
    const file = await session.chooseSave(
      'rules',
      '导出自定义审核规则',
      `${suggestName(workbook, '自定义审核规则')}.xjrules`,
    );
    if (!file) return;
    tellWritten(
      session,
      await session.attempt('正在导出规则', () => session.call('rules.export', { token: file.token })),
      '自定义审核规则',
    );
  };
  return (
    <div className="xj-checks" data-testid="own-rules">
      <div className="xj-bar">
        <Button type="primary" disabled={locked !== null} onClick={() => void drafting.add()} data-testid="rule-add">
          新增规则
        </Button>
        <Dropdown
          trigger={['click']}
          disabled={locked !== null}
          menu={{
            items: RULE_EXAMPLES.map(({ name, formula }) => ({
              key: name,
              label: (
                <span className="xj-rule-example">
                  {name}
                  <code>{formula}</code>
                </span>
              ),
            })),
            onClick: ({ key }) => void drafting.add(RULE_EXAMPLES.find(({ name }) => name === key)),
          }}
        >
          <Button data-testid="rule-examples">从示例新增</Button>
        </Dropdown>
        <span className="xj-faint">{locked ?? (rules.size > 0 ? `共 ${rules.size} 条，随项目表自动审核。` : '')}</span>
        <span className="xj-grow" />
        <Button disabled={locked !== null} onClick={() => void importRules(session)} data-testid="rules-import">
          导入…
        </Button>
        <Button disabled={rules.size === 0} onClick={() => void exportRules()} data-testid="rules-export">
          导出…
        </Button>
      </div>
      <div className="xj-rule-split">
        <div className="xj-rule-side">
          {rules.size === 0 ? (
            <Empty description="还没有自定义规则。点“新增规则”自己写，或“从示例新增”改一条。" />
          ) : (
            <RuleList
              rules={rules}
              counts={counts}
              current={draft?.id ?? null}
              disabled={locked !== null}
              onOpen={(id) => void drafting.open(id)}
              onSwitch={drafting.switchOn}
              onFindings={(rule) => {
                session.findingView.set({ rule, level: 'all' });
                session.nav.set({ checksTab: 'findings' });
              }}
            />
          )}
        </div>
        <div className="xj-rule-pane">
          {draft ? (
            <RuleEditor
              key={draft.id}
              id={draft.id}
              isNew={draft.before === null}
              draft={draft.rule}
              isChanged={drafting.isChanged}
              disabled={locked !== null}
              onDraft={drafting.change}
              onSave={() => void drafting.save()}
              onClose={drafting.close}
              onRemove={() => void drafting.remove()}
            />
          ) : (
            <RuleGuide />
          )}
        </div>
      </div>
    </div>
  );
}
