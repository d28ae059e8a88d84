// 总览: the plan in a few figures, what is still wrong, and what to do next.
import { Alert, Button, Spin } from 'antd';
import { useMemo } from 'react';
import { categoryTree } from '#shared/domain/categories.ts';
import { topSources } from '#shared/domain/reference.ts';
import { outsideMoney } from '#shared/tables/outside-money.ts';
import { toFen, ZERO } from '#shared/values/money.ts';
import { useChecks, useProjects, useReference, useSummary, useTables, useWorkbook } from '../../api/queries.ts';
import { openSample } from '../../commands/file-actions.ts';
import { useSession } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { Chart } from '../../ui/chart.tsx';
import { BreakdownNote } from '../breakdown/breakdown-offer.tsx';
import { FiguresTable } from './figures-table.tsx';
import { FindingsSummary } from './findings-summary.tsx';
import { TodoList } from './todo-list.tsx';
import { yearRows } from './year-rows.ts';
import './overview.css';
import { Amount } from '../../ui/amount.tsx';

export function OverviewPage() {
  const { nav } = useSession();
  const workbook = useWorkbook();
  const about = useReference();
  const summary = useSummary();
  const failure = about.error ?? summary.error;
  if (failure) return <Alert type="error" showIcon title="总览没有读出来" description={errorText(failure)} />;
  if (!workbook || !about.data || !summary.data) return <Spin className="xj-page-spin" />;
  const { plan } = about.data;
  const { total } = summary.data;
  return (
    <div className="xj-page xj-overview" data-testid="page-overview">
      <div className="xj-bar">
        <h1>{plan.title}</h1>
        <span className="xj-faint">
          {plan.regionName} · {plan.firstYear}–{plan.lastYear} 年
        </span>
        <span className="xj-grow" />
        <Button
          size="small"
          title="指标文、资金分配、支付和每月的进度"
          onClick={() => nav.set({ page: 'funds' })}
          data-testid="open-funds"
        >
          资金和进度…
        </Button>
        <Button
          size="small"
          title="在哪里公示了什么、到哪天、异议和办结"
          onClick={() => nav.set({ page: 'notices', noticesFilter: 'all' })}
          data-testid="open-notices"
        >
          公示台账…
        </Button>
        <Button
          size="small"
          title="规划指标、各年实际值和完成情况，评价报告"
          onClick={() => nav.set({ page: 'indicators' })}
          data-testid="open-indicators"
        >
          指标评价…
        </Button>
        <Button
          size="small"
          title="项目形成的资产：原值、确权、移交、管护、收益和处置"
          onClick={() => nav.set({ page: 'assets', assetTarget: null })}
          data-testid="open-assets"
        >
          资产台账…
        </Button>
        <Button
          size="small"
          title="把本单位的项目打包上报、下达，装入别的单位的包，退回"
          onClick={() => nav.set({ page: 'exchange' })}
          data-testid="open-exchange"
        >
          上报和装入…
        </Button>
      </div>
      {total.count === 0 ? <FirstSteps /> : <Figures />}
    </div>
  );
}

/** What an empty workbook offers. */
function FirstSteps() {
  const session = useSession();
  return (
    <div className="xj-first-steps">
      <p>工作簿里还没有项目。可以这样开始：</p>
      <ol>
        <li>
          <Button type="primary" onClick={() => session.nav.set({ page: 'import' })}>
            导入电子表格
          </Button>
          <span>把乡镇、部门报来的项目表（.xlsx、.xls、.csv、.ods、WPS）导进来；也可以直接把文件拖到窗口里。</span>
        </li>
        <li>
          <Button
            onClick={() => {
              session.nav.set({ page: 'projects' });
            }}
          >
            打开项目表
          </Button>
          <span>像在 Excel 里一样逐行录入，或从 Excel 复制粘贴。</span>
        </li>
        <li>
          <Button onClick={() => void openSample(session)}>打开示例…</Button>
          <span>看一份完整的红塔区示例，了解项目表、汇总表和审核是什么样子。</span>
        </li>
      </ol>
    </div>
  );
}

/** 规划期投资, where it is not 总投资. */
function PlanMoneyTile() {
  const projects = useProjects().data?.projects;
  const outside = useMemo(() => outsideMoney(projects ?? []), [projects]);
  if (!outside) return null;
  return (
    <div>
      <span>其中规划期投资（万元）</span>
      <b data-testid="overview-plan-money">
        <Amount fen={toFen(outside.total - outside.before - outside.later)} />
      </b>
    </div>
  );
}

function Figures() {
  const { nav } = useSession();
  const about = useReference().data;
  const summary = useSummary().data;
  const checks = useChecks().data;
  const tables = useTables().data?.tables;
  const charts = tables?.flatMap((table) => table.charts);
  const model = useMemo(() => {
    if (!about || !summary) return null;
    const { plan, reference } = about;
    const byId = new Map(summary.categories.map((item) => [item.id, item.rollup]));
    const classes = categoryTree(reference, plan.scheme).flatMap((node) => {
      const rollup = byId.get(node.category.id);
      return rollup && rollup.count > 0 ? [{ key: node.category.id, name: node.category.name, rollup }] : [];
    });
    const loose = byId.get(null);
    const groups = loose && loose.count > 0 ? [...classes, { key: '', name: '未分类', rollup: loose }] : classes;
    const sources = topSources(reference).map((source) => ({
      key: source.id,
      name: source.name,
      fen: summary.total.bySource[source.id] ?? ZERO,
    }));
    return { groups, sources };
  }, [about, summary]);
  if (!model || !summary) return null;
  const chartOf = (id: string) => charts?.find((chart) => chart.id === id);
  return (
    <>
      <div className="xj-tiles">
        <button type="button" onClick={() => nav.set({ page: 'projects' })}>
          <span>项目个数</span>
          <b data-testid="overview-count">{summary.total.count}</b>
        </button>
        <button type="button" onClick={() => nav.set({ page: 'projects' })}>
          <span>总投资（万元）</span>
          <b data-testid="overview-total">
            <Amount fen={summary.total.total} />
          </b>
        </button>
        <PlanMoneyTile />
        {model.sources.map((source) => (
          <div key={source.key}>
            <span>{source.name}（万元）</span>
            <b>
              <Amount fen={source.fen} />
            </b>
          </div>
        ))}
      </div>
      <TodoList />
      <FindingsSummary checks={checks ?? null} />
      <BreakdownNote table={tables?.find(({ id }) => id === 'years')} />
      <div className="xj-overview-grid">
        <FiguresTable
          title="按规划类别"
          rows={model.groups.map((group) => ({
            key: group.key,
            name: group.name,
            count: group.rollup.count,
            fen: group.rollup.total,
          }))}
          total={{ count: summary.total.count, fen: summary.total.total }}
        />
        <div>
          <Chart chart={chartOf('classes-total')} />
        </div>
        <FiguresTable
          title="按年度（项目按开工年份计）"
          rows={yearRows(tables?.find(({ id }) => id === 'years'))}
          total={{ count: summary.total.count, fen: summary.total.total }}
        />
        <div>
          <Chart chart={chartOf('years-total')} />
        </div>
      </div>
    </>
  );
}
