// Pairing one row of a sheet with a project of the list by hand: update that one, or make the row a new project.
import { Button, Select } from 'antd';
import { useMemo } from 'react';
import { NAMELESS } from '#shared/domain/project.ts';
import type { ImportChoices, RowPreview } from '#shared/import/preview.ts';
import { useProjectIndex } from '../../api/queries.ts';
import { choosePairs } from './choices.ts';
import { matchesOption } from './column-options.ts';
import type { ImportFlow } from './import-flow.ts';
import { rowKey } from './row-list.ts';

interface Props {
  flow: ImportFlow;
  row: RowPreview;
  choices: ImportChoices;
}

export function PairBox({ flow, row, choices }: Props) {
  const projects = useProjectIndex();
  const options = useMemo(
    () =>
      [...projects.values()].map(({ id, code, name, town, village }) => ({
        value: id,
        label: [code, name || NAMELESS, [town, village].filter(Boolean).join(' ')].filter(Boolean).join('　'),
      })),
    [projects],
  );
  if (options.length === 0) return null;
  const key = rowKey(row);
  const chosen = choices.pairs?.[key];
  const pair = (project: string | null | undefined): void =>
    flow.change((before) => choosePairs(before, [[key, project]]));
  return (
    <div className="xj-imp-pair" data-testid="import-pair">
      {row.candidates.map(({ id, name, place }) => (
        <Button key={id} size="small" type={chosen === id ? 'primary' : 'default'} onClick={() => pair(id)}>
          更新“{name || NAMELESS}”{place !== '' && `（${place}）`}
        </Button>
      ))}
      <Button size="small" type={chosen === null ? 'primary' : 'default'} onClick={() => pair(null)}>
        作为新项目
      </Button>
      <Select
        size="small"
        className="xj-imp-pair-other"
        showSearch={{ filterOption: matchesOption }}
        popupMatchSelectWidth={false}
        placeholder="更新到项目表中的另一个项目…"
        aria-label="更新到项目表中的另一个项目"
        data-testid="import-pair-other"
        value={typeof chosen === 'string' ? chosen : null}
        options={options}
        onChange={(value) => value !== null && pair(value)}
      />
      {chosen !== undefined && (
        <button type="button" className="xj-link" onClick={() => pair(undefined)}>
          撤回选定
        </button>
      )}
    </div>
  );
}
