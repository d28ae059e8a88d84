// 构成: what the value compared with is made of, row by row, the suspect one marked.
import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import type { Finding } from '#shared/checks/finding.ts';
import { KEYS } from '../../api/queries.ts';
import { useSession } from '../../session.ts';

/** More rows than this are folded until asked for. */
const SHOWN_AT_MOST = 200;

export function PartsTable({ finding, isPublished }: { finding: Finding; isPublished: boolean }) {
  const { call } = useSession();
  const hasSum = finding.rightName !== undefined || finding.difference !== '';
  const query = useQuery({
    queryKey: [...KEYS.checks, 'parts', isPublished, finding.key, finding.right],
    queryFn: () => call('checks.parts', { key: finding.key, published: isPublished }),
    enabled: hasSum,
  });
  if (!hasSum) return null;
  if (!query.data) return query.isFetching ? <Spin size="small" /> : null;
  const { parts } = query.data;
  if (parts.length === 0) return null;
  return (
    <section data-testid="finding-parts">
      <h4>{finding.rightName ?? '对照数'}的构成</h4>
      <table className="xj-finding-values">
        <tbody>
          {parts.slice(0, SHOWN_AT_MOST).map(({ label, value, isSuspect }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a sum have no other name
            <tr key={index} className={isSuspect ? 'is-suspect' : ''}>
              <th>
                {label}
                {isSuspect && <em>疑点</em>}
              </th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th>合计（{parts.length} 项）</th>
            <td>{finding.right}</td>
          </tr>
        </tfoot>
      </table>
      {parts.length > SHOWN_AT_MOST && <p className="xj-faint">只列出前 {SHOWN_AT_MOST} 项。</p>}
    </section>
  );
}
