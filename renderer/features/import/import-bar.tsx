// Over the preview: which files, how rows that are there already are treated, and the way out.
import { FolderOpenOutlined } from '@ant-design/icons';
import { Button, Checkbox, Segmented, Select, Tooltip } from 'antd';
import { isUpperPlan, type PlanInfo, type ReferenceData, type Region } from '#shared/domain/reference.ts';
import type { ImportFlow } from './import-flow.ts';
import type { ImportState } from './import-state.ts';

interface Props {
  flow: ImportFlow;
  state: ImportState;
  about: { plan: PlanInfo; reference: ReferenceData };
}

export function ImportBar({ flow, state, about }: Props) {
  const counties = countiesOf(about.plan, about.reference);
  const { choices, files, stage } = state;
  const isBusy = stage === 'committing';
  const mode = choices.mode ?? (counties.length > 0 ? 'replace' : 'update');
  return (
    <header className="xj-imp-bar">
      <Button
        icon={<FolderOpenOutlined />}
        disabled={isBusy}
        onClick={() => void flow.choose()}
        data-testid="import-choose"
      >
        另选文件…
      </Button>
      <span className="xj-imp-files" title={files.join('\n')}>
        {files.length === 1 ? files[0] : `${files.length} 个文件：${files.join('、')}`}
      </span>
      <span className="xj-grow" />
      {counties.length > 0 && (
        <Select
          size="small"
          placeholder="新增项目所在县（市、区）"
          aria-label="新增项目所在县（市、区）"
          data-testid="import-region"
          popupMatchSelectWidth={false}
          disabled={isBusy}
          value={choices.regionCode ?? null}
          options={counties.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(regionCode) => regionCode !== null && flow.change((before) => ({ ...before, regionCode }))}
        />
      )}
      <Segmented
        size="small"
        disabled={isBusy}
        data-testid="import-mode"
        value={mode}
        onChange={(chosen) =>
          // The usual way is no choice: what may be the wrong thing to do is still asked.
          flow.change(({ mode: _, ...rest }) => (chosen === 'replace' ? rest : { ...rest, mode: chosen }))
        }
        options={[
          ...(counties.length > 0 ? [REPLACE] : []),
          {
            value: 'update' as const,
            label: '更新已有项目',
            tooltip:
              '按项目编号，没有编号的按名称、地点、年份和建设内容、金额找到已有项目，只改有变化的栏目；拿不准的请逐行选定',
          },
          {
            value: 'add' as const,
            label: '全部作为新增',
            tooltip: '每一行都添加一个新项目；疑似已在项目表中的只作提示',
          },
        ]}
      />
      <Tooltip title="勾选后，表里空着的格会把已有内容清空；不勾选时空格不改动已有内容。">
        <Checkbox
          disabled={isBusy || mode !== 'update'}
          checked={choices.eraseBlanks === true}
          data-testid="import-erase"
          onChange={({ target }) => flow.change((before) => ({ ...before, eraseBlanks: target.checked }))}
        >
          空白覆盖已有内容
        </Checkbox>
      </Tooltip>
      <Button disabled={isBusy} onClick={() => flow.cancel()} data-testid="import-cancel">
        放弃
      </Button>
    </header>
  );
}

/** The usual way in a plan above counties. */
const REPLACE = {
  value: 'replace' as const,
  label: '替换该县',
  tooltip:
    '一张表就是一个县（市、区）的全部项目：与该县上次报的比较，新报的加上，改了的更新，没有再报的撤回；市里改过的、说明过的都留着，别的县不动',
};

/** The counties of a plan above counties: a sheet of one of them may say nowhere which it is. */
function countiesOf(plan: PlanInfo, reference: ReferenceData): Region[] {
  return isUpperPlan({ plan, reference }) ? reference.regions.filter((region) => region.level === 'county') : [];
}
