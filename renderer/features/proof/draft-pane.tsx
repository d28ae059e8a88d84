// The document on the left: all its blocks, those out of sight are not laid out; it goes to where the list points.
import { useEffect, useMemo, useRef } from 'react';
import type { ProofView } from '#shared/contract/methods/proof.ts';
import { DraftBlockView } from './draft-block.tsx';
import { type DraftMark, marksByBlock, placeKey } from './draft-marks.ts';
import { listItems, type ProofState, placeOfItem } from './proof-state.ts';

const NONE: readonly DraftMark[] = [];

export function DraftPane({ view, state }: { view: ProofView; state: ProofState }) {
  const frame = useRef<HTMLElement>(null);
  const marks = useMemo(() => marksByBlock(view.report), [view]);
  const { filter, current, jump } = state;
  const looked = useMemo(() => lookedMarks(view, filter, current), [view, filter, current]);
  useEffect(() => {
    if (!jump) return;
    const go = (): void =>
      frame.current?.querySelector(`[data-at~="${placeKey(jump.place)}"]`)?.scrollIntoView({ block: 'center' });
    go();
    // What lay out of sight has its real height only now.
    const again = requestAnimationFrame(go);
    return () => cancelAnimationFrame(again);
  }, [jump]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <article ref={frame} className="xj-proof-draft" data-testid="proof-draft" aria-label="文稿" tabIndex={0}>
      {view.draft.blocks.map((block, index) => {
        const own = marks.get(index) ?? NONE;
        const now = looked.get(index);
        return (
          <DraftBlockView
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a draft never move
            key={index}
            block={block}
            index={index}
            marks={now ? [...own, ...now] : own}
          />
        );
      })}
    </article>
  );
}

/** Where the line that is looked at stands, and what it was held against. */
function lookedMarks(view: ProofView, filter: ProofState['filter'], current: number | null): Map<number, DraftMark[]> {
  const item = current === null ? undefined : listItems(view, filter)[current];
  if (!item) return new Map();
  const against = item.kind === 'finding' ? item.finding.against : [];
  const marks: DraftMark[] = [
    { place: placeOfItem(item), tone: 'current', message: '' },
    ...against.map((place): DraftMark => ({ place, tone: 'against', message: '对照的数' })),
  ];
  return Map.groupBy(marks, ({ place }) => place.block);
}
