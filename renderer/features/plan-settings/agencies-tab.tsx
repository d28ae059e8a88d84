// 单位: the responsible units of the plan with the years of their names and who took over, and beside them the units that
// the list of projects writes and nobody has entered yet.
import { Button, Select } from 'antd';
import type { Agency } from '#shared/domain/agencies.ts';
import type { FrameChange } from '#shared/frame/changes.ts';
import { addAgencies } from './add-agencies.ts';
import { NamesField, TextField } from './text-field.tsx';
import { UnlistedAgencies } from './unlisted-agencies.tsx';
import type { FrameView, SaveFrame } from './use-frame.ts';
import { YearField } from './year-field.tsx';

interface Props {
  view: FrameView;
  disabled: boolean;
  save: SaveFrame;
}

export function AgenciesTab({ view, disabled, save }: Props) {
  const { frame, uses, usualAgencies } = view;
  const { agencies } = frame;
  const newName = (): string => {
    const known = new Set(agencies.map(({ name }) => name));
    let name = '新单位';
    for (let at = 2; known.has(name); at += 1) name = `新单位${at}`;
    return name;
  };
  const takeUsual = (): void =>
    void save(usualAgencies.map((one): FrameChange => ({ ...one, do: 'agency-add', aliases: [...one.aliases] })));
  return (
    <div className="xj-set-tab">
      <div className="xj-set-buttons">
        <Button
          size="small"
          type="primary"
          disabled={disabled}
          onClick={() => void save(addAgencies(agencies, [newName()]))}
          data-testid="agency-add"
        >
          新增单位
        </Button>
        {usualAgencies.length > 0 && (
          <Button size="small" disabled={disabled} onClick={takeUsual} data-testid="agency-usual">
            加入扶贫办、乡村振兴局、农业农村局
          </Button>
        )}
        <span className="xj-faint">
          名称前不必写县名：“区农业农村局”“农业农村局”认作一个。撤并的单位填终止年和职能划入的单位，汇总表合在一起，以后年份还写旧单位的会提示。
        </span>
      </div>
      <div className={`xj-set-split xj-set-agencies${uses.unlisted.length === 0 ? ' is-single' : ''}`}>
        <div className="xj-set-scroll">
          <table className="xj-set-table xj-set-fixed" data-testid="agencies">
            <thead>
              <tr>
                <th className="is-name">单位</th>
                <th className="is-year">起始年</th>
                <th className="is-year">终止年</th>
                <th className="is-next">职能划入</th>
                <th>别名</th>
                <th className="is-count">项目</th>
                <th className="is-button" aria-label="删除" />
              </tr>
            </thead>
            <tbody>
              {agencies.map((one) => (
                <AgencyRow
                  key={one.id}
                  agency={one}
                  others={agencies.filter((other) => other !== one)}
                  projects={uses.agencies[one.id] ?? 0}
                  disabled={disabled}
                  save={save}
                />
              ))}
            </tbody>
          </table>
          {agencies.length === 0 && <p className="xj-faint">还没有单位。可以从右边把项目表里写的单位加进来。</p>}
        </div>
        <UnlistedAgencies view={view} disabled={disabled} save={save} />
      </div>
    </div>
  );
}

interface RowProps {
  agency: Agency;
  others: readonly Agency[];
  projects: number;
  disabled: boolean;
  save: SaveFrame;
}

function AgencyRow({ agency, others, projects, disabled, save }: RowProps) {
  const { id, name, from, to, successor, aliases } = agency;
  const set = (part: Partial<Omit<Agency, 'id' | 'aliases'>> & { aliases?: string[] }): void =>
    void save([{ do: 'agency-set', id, ...part }]);
  return (
    <tr data-testid="agency">
      <td>
        <TextField id={`${id}-name`} value={name} disabled={disabled} onSave={(text) => set({ name: text })} />
      </td>
      <td>
        <YearField
          label={`${name} 起始年`}
          placeholder="最早"
          value={from}
          disabled={disabled}
          onSave={(year) => set({ from: year })}
        />
      </td>
      <td>
        <YearField
          label={`${name} 终止年`}
          placeholder="至今"
          value={to}
          disabled={disabled}
          onSave={(year) => set({ to: year })}
        />
      </td>
      <td>
        <Select
          aria-label={`${name} 职能划入`}
          allowClear
          placeholder="没有"
          popupMatchSelectWidth={false}
          disabled={disabled}
          value={successor}
          options={others.map((other) => ({ value: other.id, label: other.name }))}
          onChange={(next: string | null | undefined) => set({ successor: next ?? null })}
        />
      </td>
      <td>
        <NamesField
          id={`${id}-aliases`}
          value={aliases}
          disabled={disabled}
          onSave={(names) => set({ aliases: names })}
        />
      </td>
      <td>{projects}</td>
      <td>
        <Button
          size="small"
          type="text"
          aria-label={`删除单位 ${name}`}
          title="删除（项目里写的不变，可撤销）"
          disabled={disabled}
          onClick={() => void save([{ do: 'agency-remove', id }])}
        >
          ✕
        </Button>
      </td>
    </tr>
  );
}
