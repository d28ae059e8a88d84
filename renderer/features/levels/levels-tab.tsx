// 县级与市级核对: the county's figures and the city's side by side, with the bridge between the two totals.
import { Alert, Button, Empty, Select, Spin } from 'antd';
import { useState } from 'react';
import type { LevelComparison } from '#shared/levels/compare-levels.ts';
import { levelsText } from '#shared/levels/levels-text.ts';
import { useLevels } from '../../api/queries.ts';
import { type Session, useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { BridgeTable } from './bridge-table.tsx';
import { ClassTable } from './class-table.tsx';
import { SourceTable } from './source-table.tsx';
import './levels.css';

/** A comparison with tables of files, which are read once. */
interface FromFiles {
  names: string;
  county: string | null;
  comparison: LevelComparison | null;
}

async function compareFiles(session: Session, county: string | null): Promise<FromFiles | undefined> {
  const files = await session.chooseOpen('printed', '打开市级（或县级）印发的表', true);
  if (!files) return undefined;
  const answer = await session.attempt('正在核对', () =>
    session.call('levels.compare', { county, publishedTokens: files.map(({ token }) => token) }),
  );
  return answer && { names: files.map(({ name }) => name).join('、'), county, comparison: answer.comparison };
}

export function LevelsTab() {
  const session = useSession();
  const [county, setCounty] = useState<string | null>(null);
  const [fromFiles, setFromFiles] = useState<FromFiles | null>(null);
  const query = useLevels(county);
  if (query.error) return <Alert type="error" showIcon title="核对没有完成" description={errorText(query.error)} />;
  if (!query.data) return <Spin className="xj-page-spin" description="正在核对" />;
  const { counties } = query.data;
  const comparison = fromFiles ? fromFiles.comparison : query.data.comparison;
  const copy = async (): Promise<void> => {
    if (!comparison) return;
    try {
      await navigator.clipboard.writeText(levelsText(comparison).join('\n'));
      session.messenger.current.success('已复制，可以粘贴到 Excel、WPS 或 Word 里。');
    } catch {
      session.messenger.current.warn('浏览器不允许写剪贴板。');
    }
  };
  return (
    <div className="xj-level-check" data-testid="levels-tab">
      <div className="xj-bar">
        {counties.length > 1 && (
          <Select
            aria-label="县（市、区）"
            style={{ width: 190 }}
            value={county ?? comparison?.county.code ?? null}
            options={counties.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(code: string) => {
              setFromFiles(null);
              setCounty(code);
            }}
          />
        )}
        <span className="xj-faint">
          {fromFiles
            ? `按文件 ${fromFiles.names} 核对；项目改动后请重新打开文件。`
            : '市级数取自本工作簿已导入的市级汇总表和随程序的印发稿。'}
        </span>
        <span className="xj-grow" />
        <Button
          size="small"
          onClick={async () => {
            const made = await compareFiles(session, county);
            if (made) setFromFiles(made);
          }}
          data-testid="levels-files"
        >
          用市级的表核对…
        </Button>
        {fromFiles && (
          <Button size="small" onClick={() => setFromFiles(null)}>
            不用文件
          </Button>
        )}
        <Button size="small" disabled={!comparison} onClick={() => void copy()}>
          复制
        </Button>
      </div>
      {comparison ? (
        <Comparison comparison={comparison} />
      ) : (
        <Empty
          className="xj-empty"
          description="没有可以核对的市级数。请打开或导入市级的“类别×县”表、“县×资金来源”表。"
        />
      )}
    </div>
  );
}

function Comparison({ comparison }: { comparison: LevelComparison }) {
  const { county, counts, cityTables, basis, classes, bridge, sources } = comparison;
  const tables = cityTables.map(({ id, document }) => `${document} ${id}`).join('，');
  return (
    <div className="xj-levels-body">
      <p>
        <b>{county.name}</b>　市级：{tables}；县级：{basis === 'projects' ? '本工作簿的项目明细' : '县级印发的表'}
        。单位：万元。
        {counts && (
          <>
            　项目个数 县级 {counts.county}、市级 {counts.city}，差 <b>{counts.difference}</b>{' '}
            个（市级表不分类列个数，不能逐类核对）。
          </>
        )}
      </p>
      <div className="xj-levels-columns">
        {classes.length > 0 && <ClassTable classes={classes} />}
        <div>
          {bridge && <BridgeTable bridge={bridge} />}
          {sources.length > 0 && <SourceTable sources={sources} />}
        </div>
      </div>
    </div>
  );
}
