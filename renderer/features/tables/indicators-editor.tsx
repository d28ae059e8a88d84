// The editor of 表1: every cell is a text, for an indicator can be ≥10, 应兜尽兜 or blank. Saved as one undo step.
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { addIndicator, type IndicatorDraft, indicatorChanges } from '#shared/tables/indicator-changes.ts';
import { indicatorsOf } from '#shared/tables/indicators.ts';
import { useReference } from '../../api/queries.ts';
import { useRecords } from '../../api/records.ts';
import { useSession } from '../../session.ts';

const ATTRIBUTES = (['约束性', '预期性'] as const).map((value) => ({ value, label: value }));
const TEXTS = ['name', 'unit', 'baseValue', 'targetValue'] as const;

export function IndicatorsEditor({ close }: { close: () => void }) {
  const session = useSession();
  const about = useReference().data;
  const records = useRecords('indicator');
  const before = about ? indicatorsOf({ reference: about.reference, records: { indicator: records } }) : [];
  const [drafts, setDrafts] = useState<readonly IndicatorDraft[]>(before);
  const change = (id: string, part: Partial<IndicatorDraft>): void =>
    setDrafts(drafts.map((draft) => (draft.id === id ? { ...draft, ...part } : draft)));
  const groups = [...new Set(drafts.map(({ group }) => group))];
  const nameless = drafts.some(({ name }) => name.trim() === '');
  const save = async (): Promise<void> => {
    const changes = indicatorChanges(before, drafts);
    if (changes.length === 0) return close();
    const done = await session.attempt('正在保存', () => session.write('records.save', { changes }));
    if (done) close();
  };
  const [one] = drafts;
  return (
    <Modal
      open
      width={1000}
      style={{ top: 24 }}
      title="修改指标表"
      onCancel={close}
      mask={{ closable: false }}
      data-testid="indicators-editor"
      footer={
        <>
          {nameless ? <span className="xj-design-problem">每个指标都要有名称；不要的指标请删除</span> : null}
          <Button onClick={close}>取消</Button>
          <Button type="primary" disabled={nameless} onClick={() => void save()} data-testid="indicators-save">
            保存
          </Button>
        </>
      }
    >
      <p className="xj-faint">指标值照写，可以是数，也可以是“≥10”“应兜尽兜”；没有就留空，表中印“——”。</p>
      <div className="xj-indicators">
        <table>
          <thead>
            <tr>
              <th>指标</th>
              <th>单位</th>
              <th>{one?.baseYear ?? '基期'}年</th>
              <th>{one?.targetYear ?? '目标'}年</th>
              <th>属性</th>
              <th aria-label="删除" />
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group}>
              <tr>
                <th colSpan={6}>
                  {group}
                  <Button
                    size="small"
                    type="link"
                    onClick={() => setDrafts(addIndicator(drafts, group, crypto.randomUUID()))}
                  >
                    加一个指标
                  </Button>
                </th>
              </tr>
              {drafts
                .filter((draft) => draft.group === group)
                .map((draft) => (
                  <tr key={draft.id}>
                    {TEXTS.map((key) => (
                      <td key={key}>
                        <Input
                          size="small"
                          variant="borderless"
                          aria-label={`${draft.name} ${key}`}
                          value={draft[key] ?? ''}
                          onChange={({ target }) => change(draft.id, { [key]: target.value })}
                        />
                      </td>
                    ))}
                    <td>
                      <Select
                        size="small"
                        variant="borderless"
                        options={ATTRIBUTES}
                        value={draft.attribute}
                        onChange={(attribute) => change(draft.id, { attribute })}
                      />
                    </td>
                    <td>
                      <Button
                        size="small"
                        type="text"
                        aria-label={`删除${draft.name}`}
                        onClick={() => setDrafts(drafts.filter(({ id }) => id !== draft.id))}
                      >
                        ✕
                      </Button>
                    </td>
                  </tr>
                ))}
            </tbody>
          ))}
        </table>
      </div>
    </Modal>
  );
}
