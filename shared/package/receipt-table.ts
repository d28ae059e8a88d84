// 收件登记表: packages that came in, a row each, with what was sent back (SPECS H4).
import type { Receipt, ReceivedPackage } from '../domain/exchange.ts';
import { type Office, officeName } from '../domain/office.ts';
import type { TableCell, TableResult } from '../tables/table.ts';
import { localMinute } from '../values/local-time.ts';

export function receiptTable(
  office: Office,
  rows: readonly { received: ReceivedPackage; receipt: Receipt }[],
): TableResult {
  const labels = ['报送单位', '包号', '收到时间'];
  const counts = ['项目数', '采纳', '退回', '冲突', '没有采纳'];
  const text = (value: string): TableCell => (value === '' ? { kind: 'blank' } : { kind: 'text', text: value });
  return {
    id: 'package-receipts',
    number: '',
    title: `${office.name}收件登记表`,
    unit: '万元',
    columns: [
      { key: 'number', label: '序号', kind: 'text', isNarrow: true },
      ...labels.map((label) => ({ key: label, label, kind: 'text' as const })),
      ...counts.map((label) => ({ key: label, label, kind: 'count' as const, counts: '个' })),
      { key: 'returned', label: '退回的项目和原因', kind: 'text' },
    ],
    rows: rows.map(({ received, receipt }, at) => ({
      key: received.hash,
      role: 'item',
      depth: 0,
      cells: [
        text(String(at + 1)),
        text(officeName(received.from)),
        text(`${received.kind}第 ${received.number} 号`),
        text(localMinute(receipt.receivedAt)),
        ...[receipt.projects, receipt.adopted, receipt.returned.length, receipt.conflicts, receipt.refused.length].map(
          (value): TableCell => ({ kind: 'count', value }),
        ),
        text(receipt.returned.map(({ name, reason }) => `${name}：${reason || '未写原因'}`).join('\n')),
      ],
    })),
    notes: [],
    source: '',
    charts: [],
  };
}
