// The preview of a paste: every cell as it would be written, those that cannot be taken with their reason, and the
// choices of 选择性粘贴. Nothing is written before a button is pressed.

import { Button, Checkbox, Modal, Spin, Table } from 'antd';
import { useMemo, useState } from 'react';
import { NAMELESS } from '#shared/domain/project.ts';
import { GRID_DIALOG_FOCUS } from '../../../commands/focus.ts';
import { useSession } from '../../../session.ts';
import { useStore } from '../../../ui/store.ts';
import type { EditSender, Review } from '../edits.ts';
import type { GridState } from '../grid-state.ts';
import type { PasteOptions } from './clip-table.ts';
import { type ReviewLine, reviewTable } from './review-table.ts';
import './paste-dialog.css';

const CHOICES: readonly { key: keyof PasteOptions; label: string; hint: string }[] = [
  { key: 'transpose', label: '转置', hint: '行变列、列变行' },
  { key: 'skipBlanks', label: '跳过空单元格', hint: '复制内容中的空格子不清除原值' },
  { key: 'asShown', label: '按显示的数', hint: '不取对方表格中隐藏的小数' },
];

export function PasteDialog({ sender, grid }: { sender: EditSender; grid: GridState }) {
  const session = useSession();
  const { review, rejected } = useStore(sender.reviewed, (state) => state);
  return (
    <Modal
      open={review !== null}
      title={review ? titleOf(review, rejected?.length ?? 0) : ''}
      onCancel={sender.close}
      focusable={GRID_DIALOG_FOCUS}
      afterClose={() => session.grid.current?.refocus()}
      width={920}
      data-testid="paste-dialog"
      footer={null}
      destroyOnHidden
    >
      {review && <ReviewBody review={review} rejected={rejected} sender={sender} grid={grid} />}
    </Modal>
  );
}

function titleOf({ edits, overflow, special, gesture }: Review, refused: number): string {
  if (special) return '选择性粘贴';
  if (edits.length === 0 && overflow.lines.length > 0) return '粘贴为新项目';
  if (refused > 0) return `有 ${refused} 个单元格不能写入`;
  return overflow.lines.length > 0 ? '粘贴的行数超出了表尾' : `${gesture.title.replace('正在', '')}前请核对`;
}

/** So many lines are drawn; the refused ones are always among them. */
const MOST_LINES = 300;

function ReviewBody(props: {
  review: Review;
  rejected: ReturnType<EditSender['reviewed']['get']>['rejected'];
  sender: EditSender;
  grid: GridState;
}) {
  const { review, rejected, sender, grid } = props;
  const { columns } = grid.data();
  const [onlyRefused, setOnlyRefused] = useState(false);
  const table = useMemo(() => reviewTable(review, rejected ?? [], columns), [review, rejected, columns]);
  const names = useMemo(() => new Map(grid.data().projects.map(({ id, name }) => [id, name])), [grid]);
  const isRefused = (line: ReviewLine): boolean => Object.keys(line.refused).length > 0;
  const refusedLines = table.lines.filter(isRefused);
  const shown = onlyRefused || refusedLines.length > MOST_LINES ? refusedLines : firstWith(table.lines, isRefused);
  const below = review.overflow.lines.length;
  const refused = rejected?.length ?? 0;
  const { existing, added } = table.writable;
  const over = new Set(review.edits.map(({ id }) => id)).size;
  const nameOf = (id: string): string =>
    id.startsWith('added:') ? `新项目 ${Number(id.slice(6)) + 1}` : names.get(id) || NAMELESS;
  return (
    <>
      {review.special && <Choices special={review.special} />}
      <p className="xj-paste-note">
        {rejected === null ? (
          <>
            <Spin size="small" /> 正在检查…
          </>
        ) : (
          <>
            {existing > 0 && below === 0 && `将写入已有行的 ${existing} 个单元格。`}
            {existing > 0 &&
              below > 0 &&
              `前 ${over} 行会盖掉已有的 ${over} 个项目（${existing} 个单元格）；比表格剩下的行多 ${below} 行，可以在后面添加 ${below} 个项目来放。`}
            {below > 0 && existing === 0 && `${below} 行各成为一个新项目，排在所选行下面。`}
            {refused > 0 && (
              <>
                有 {refused} 个单元格不能写入（红色，指着它看原因）。
                <Checkbox checked={onlyRefused} onChange={(event) => setOnlyRefused(event.target.checked)}>
                  只看有误的行
                </Checkbox>
              </>
            )}
          </>
        )}
      </p>
      <Table<ReviewLine>
        size="small"
        rowKey="id"
        bordered
        pagination={false}
        className="xj-paste-table"
        scroll={{ x: 'max-content', y: 300 }}
        dataSource={shown.slice(0, MOST_LINES)}
        columns={[
          { title: '写入', fixed: 'left', width: 150, ellipsis: true, render: (_, line) => nameOf(line.id) },
          ...table.columns.map((column) => ({
            key: column.key,
            title: column.label,
            width: Math.min(200, Math.max(90, column.width)),
            ellipsis: true,
            onCell: (line: ReviewLine) => ({
              className: line.refused[column.key] === undefined ? '' : 'is-refused',
              title: line.refused[column.key] ?? '',
            }),
            render: (_: unknown, line: ReviewLine) => textOf(line, column.key),
          })),
        ]}
      />
      {shown.length > MOST_LINES && <p className="xj-paste-note">只列出前 {MOST_LINES} 行，其余同样写入。</p>}
      <ul className="xj-paste-reasons" data-testid="paste-reasons">
        {(rejected ?? []).slice(0, 50).map((cell) => (
          <li key={`${cell.id}|${cell.column}`}>
            {cell.id.startsWith('added:') && `${nameOf(cell.id)}：`}
            {cell.message}
          </li>
        ))}
        {refused > 50 && <li>还有 {refused - 50} 处，见上表红色单元格。</li>}
      </ul>
      <div className="xj-choices">
        <Button onClick={sender.close}>取消</Button>
        {review.asNew && (
          <Button data-testid="paste-as-new" onClick={review.asNew}>
            {over + below} 行都作为新项目…
          </Button>
        )}
        {(existing > 0 || below === 0) && (
          <Button
            type={below > 0 ? 'default' : 'primary'}
            autoFocus={below === 0}
            disabled={rejected === null || existing === 0}
            data-testid="paste-write"
            onClick={() => void sender.write(false)}
          >
            {refused > 0
              ? `跳过有误的单元格，写入其余 ${existing} 个`
              : below > 0
                ? `只写入已有的行（${existing} 个单元格）`
                : `写入 ${existing} 个单元格`}
          </Button>
        )}
        {below > 0 && (
          <Button
            type="primary"
            autoFocus
            disabled={rejected === null || existing + added === 0}
            data-testid="paste-add-rows"
            onClick={() => void sender.write(true)}
          >
            添加 {below} 个项目并{refused > 0 ? '写入其余' : '全部写入'}
          </Button>
        )}
      </div>
    </>
  );
}

function Choices({ special: { options, change } }: { special: NonNullable<Review['special']> }) {
  return (
    <div className="xj-paste-choices">
      {CHOICES.map(({ key, label, hint }) => (
        <Checkbox
          key={key}
          checked={options[key]}
          title={hint}
          data-testid={`paste-${key}`}
          onChange={(event) => change({ ...options, [key]: event.target.checked })}
        >
          {label}
          <small>{hint}</small>
        </Checkbox>
      ))}
    </div>
  );
}

/** The first lines, and behind them the further ones that hold refused cells. */
function firstWith(lines: readonly ReviewLine[], isWanted: (line: ReviewLine) => boolean): ReviewLine[] {
  const further = lines.slice(MOST_LINES).filter(isWanted);
  return [...lines.slice(0, MOST_LINES - further.length), ...further];
}

function textOf(line: ReviewLine, key: string): string {
  const text = line.texts[key];
  if (text === undefined) return '（不变）';
  return text === '' ? '（清空）' : text;
}
