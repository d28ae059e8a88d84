// 上报包 and 装入的包: what was sent and received, with the content that later packages are compared with (SPECS H).
import type { ReceivedPackage, SentPackage } from '#shared/domain/exchange.ts';
import { officeName } from '#shared/domain/office.ts';
import { receivedPackageSchema, sentPackageSchema } from '#shared/records/exchange.ts';
import { formatWanFull } from '#shared/values/money.ts';
import { bodyStore, bodyTable } from '../kernel/body-store.ts';
import { kind } from '../kernel/kind.ts';
import { factWords, fieldColumns } from './fact-words.ts';

const LABELS = {
  id: '代码',
  kind: '类型',
  number: '编号',
  hash: '校验值',
  madeAt: '打包时间',
  projectCount: '项目数',
  totalFen: '总投资',
  content: '内容',
} as const;

const sentColumns = fieldColumns<SentPackage>(
  { ...LABELS, from: '发出单位', to: '给', receipt: '回执' },
  {
    content: () => '',
    from: officeName,
    to: (office) => (office === null ? '上级' : officeName(office)),
    receipt: (receipt) =>
      receipt === null ? '' : `${receipt.receivedAt.slice(0, 10)} ${receipt.by} 采纳 ${receipt.adopted} 个`,
  },
);

export const sentPackage = kind<SentPackage, readonly SentPackage[]>({
  title: '上报包',
  tables: [bodyTable('sent_package')],
  open: (db) => bodyStore<SentPackage>(db, 'sent_package'),
  schema: sentPackageSchema,
  upgrades: [],
  isMergedByValue: true,
  slice: (images) => [...images.values()],
  words(before, after) {
    const one = after ?? before;
    if (!one) return [];
    return factWords(before, after, {
      subject: `${one.kind}第 ${one.number} 号`,
      column: '上报包',
      text: ({ projectCount, totalFen }) => `${projectCount} 个项目 ${formatWanFull(totalFen)} 万元`,
      columns: sentColumns,
    });
  },
});

const receivedColumns = fieldColumns<ReceivedPackage>(
  {
    ...LABELS,
    from: '来自',
    receivedAt: '装入时间',
    counts: '装入结果',
    refusedKeys: '没有采纳的内容',
    refused: '没有采纳',
    aliases: '编号对应',
  },
  {
    content: () => '',
    from: officeName,
    counts: (counts) => `新增 ${counts.new} 改动 ${counts.changed} 撤回 ${counts.withdrawn} 冲突 ${counts.conflicts}`,
    refused: (list) => list.map(({ project, reason }) => `${project}：${reason}`).join('；'),
    aliases: (aliases) => `${Object.keys(aliases).length} 个`,
  },
);

export const receivedPackage = kind<ReceivedPackage, readonly ReceivedPackage[]>({
  title: '装入的包',
  tables: [bodyTable('received_package')],
  open: (db) => bodyStore<ReceivedPackage>(db, 'received_package'),
  schema: receivedPackageSchema,
  upgrades: [],
  isMergedByValue: true,
  slice: (images) => [...images.values()],
  words(before, after) {
    const one = after ?? before;
    if (!one) return [];
    return factWords(before, after, {
      subject: `${officeName(one.from)}${one.kind}第 ${one.number} 号`,
      column: '装入的包',
      text: ({ projectCount, totalFen }) => `${projectCount} 个项目 ${formatWanFull(totalFen)} 万元`,
      columns: receivedColumns,
    });
  },
});
