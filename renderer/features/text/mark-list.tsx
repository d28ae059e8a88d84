// What the marks of a text say, with the way to put it right: a typed figure becomes a field that follows the data.
import { Button, Tag } from 'antd';
import type { CheckedText, PlacedMark } from '#shared/text/check-template.ts';
import { STATUS_NAMES, toneOf } from './mark-words.ts';

interface MarkListProps {
  checked: CheckedText;
  /** Puts the field of some marks in place of the typed figures; without it nothing is offered. */
  bind?: ((marks: readonly PlacedMark[]) => void) | undefined;
}

const COLORS = { wrong: 'error', right: 'success', unknown: 'default' } as const;

export function MarkList({ checked, bind }: MarkListProps) {
  const broken = brokenFields(checked);
  const wrong = checked.marks.filter((mark) => toneOf(mark) === 'wrong');
  const right = checked.marks.filter((mark) => toneOf(mark) === 'right' && mark.field !== undefined);
  if (broken.length + wrong.length + right.length === 0) return null;
  return (
    <ul className="xj-mark-list">
      {broken.map(({ source, error }) => (
        <li key={source}>
          <Tag color="error">取不到数</Tag>
          <span>
            {source}：{error}。
          </span>
        </li>
      ))}
      {wrong.map((mark) => (
        <li key={`${mark.at}${mark.message}`} data-testid="text-wrong">
          <Tag color={COLORS[toneOf(mark)]}>{STATUS_NAMES[mark.status]}</Tag>
          <span>{mark.message}</span>
          {bind && mark.field !== undefined && (
            <Button size="small" onClick={() => bind([mark])} data-testid="text-bind">
              改为 {mark.current}（随数据变化）
            </Button>
          )}
        </li>
      ))}
      {bind && right.length > 0 && (
        <li data-testid="text-right">
          <Tag color={COLORS.right}>一致</Tag>
          <span>手填的 {right.map(({ raw }) => raw).join('、')} 与数据一致；数据改了它们不会跟着变。</span>
          <Button size="small" onClick={() => bind(right)} data-testid="text-bind-all">
            {right.length > 1 ? '全部改为' : '改为'}随数据变化
          </Button>
        </li>
      )}
    </ul>
  );
}

/** Each field without a value once. */
function brokenFields({ pieces }: CheckedText): { source: string; error: string }[] {
  const errors = new Map<string, string>();
  for (const piece of pieces)
    if (piece.kind === 'field' && piece.error !== undefined) errors.set(piece.source, piece.error);
  return [...errors].map(([source, error]) => ({ source, error }));
}
