// 公示 of one project: each notice with its days, its state and what was objected, the newest first.
import { Empty, Spin } from 'antd';
import { postingStage } from '#shared/domain/posting.ts';
import { POSTING_STATUS } from '#shared/postings/posting-state.ts';
import { useProjectPostings } from '../../api/queries.ts';
import './funds-tab.css';

export function PostingsTab({ projectId }: { projectId: string }) {
  const rows = useProjectPostings(projectId).data?.rows;
  if (!rows) return <Spin size="small" />;
  if (rows.length === 0) {
    return <Empty description="这个项目还没有登记公示。打印公示后登记，或在“公示台账”页登记、导入。" />;
  }
  return (
    <section className="xj-card-facts" data-testid="card-postings">
      <table>
        <thead>
          <tr>
            {['起止', '环节', '公示事项', '异议、结果', '状态'].map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ posting, to, status, open, isShort, needed }) => (
            <tr key={posting.id}>
              <td>
                {posting.from ?? '日期不详'} 至 {to ?? (posting.kind === '公告' ? '长期' : '')}
              </td>
              <td>
                {postingStage(posting.stage).name}（{posting.level}）
              </td>
              <td>{[posting.title, posting.medium, posting.place].filter((part) => part !== '').join('，')}</td>
              <td>
                {[...posting.objections.map(({ text, effect }) => `${text}（${effect ?? '未处理'}）`), posting.result]
                  .filter((part) => part !== '')
                  .join('；')}
              </td>
              <td>
                {[POSTING_STATUS[status], open > 0 ? `异议 ${open} 件未处理` : '', isShort ? `少于 ${needed} 天` : '']
                  .filter((part) => part !== '')
                  .join('，')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
