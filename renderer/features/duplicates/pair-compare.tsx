// Two projects part by part, side by side; what differs is marked, and where a choice is offered, chosen by a click.
import type { MergePart, PartComparison } from '#shared/duplicates/merge-projects.ts';

export type Side = 'left' | 'right';

export function PairCompare({
  parts,
  heads,
  sideOf,
  onChoose,
}: {
  parts: readonly PartComparison[];
  heads: readonly [left: string, right: string];
  /** Which side a part is taken from; undefined where nothing is chosen here. */
  sideOf?: (part: MergePart) => Side;
  onChoose?: (part: MergePart, side: Side) => void;
}) {
  const cell = ({ part, label, isSame, ...texts }: PartComparison, side: Side) => {
    const text = texts[side];
    const isTaken = sideOf?.(part) === side;
    if (isSame || !onChoose) return <td className={isSame ? '' : 'is-other'}>{text}</td>;
    return (
      <td className={isTaken ? 'is-other is-taken' : 'is-other'}>
        <button
          type="button"
          aria-pressed={isTaken}
          aria-label={`${label}取${side === 'left' ? '左边' : '右边'}`}
          onClick={() => onChoose(part, side)}
        >
          <i aria-hidden="true">{isTaken ? '✓' : ''}</i>
          {text === '' ? <span className="xj-faint">（空）</span> : text}
        </button>
      </td>
    );
  };
  return (
    <table className="xj-pair-compare" data-testid="pair-compare">
      <thead>
        <tr>
          <th>项目</th>
          <th>{heads[0]}</th>
          <th>{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((comparison) => (
          <tr key={comparison.part}>
            <th scope="row">{comparison.label}</th>
            {cell(comparison, 'left')}
            {cell(comparison, 'right')}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
