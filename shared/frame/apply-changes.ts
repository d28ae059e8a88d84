// Makes changes to a frame, one after the other; pure. What the result must be is checked afterwards (faults.ts).
import { addAgency, mergeAgency, removeAgency, setAgency } from './agency-changes.ts';
import type { FrameChange } from './changes.ts';
import {
  addClass,
  addScheme,
  adoptScheme,
  mapClass,
  mergeClass,
  moveClass,
  numberClasses,
  removeClass,
  removeScheme,
  setClass,
  setScheme,
} from './class-changes.ts';
import { addColumn, moveColumn, removeColumn, setColumn } from './column-changes.ts';
import type { Draft } from './draft.ts';
import { type Frame, inTreeOrder } from './frame.ts';
import { noMoves } from './moves.ts';
import { addPlace, mergePlace, movePlace, removePlace, setPlace } from './place-changes.ts';
import { setPlan } from './plan-changes.ts';
import { addSource, mergeSource, moveSource, removeSource, setSource } from './source-changes.ts';

type Steps = { [D in FrameChange['do']]: (draft: Draft, change: Extract<FrameChange, { do: D }>) => void };

/** What the program brings along: a scheme with its classes, and its mappings from and to others. */
export type BuiltIn = (id: string) => Pick<Frame, 'schemes' | 'categories' | 'mappings'> | null;

function stepsWith(builtIn: BuiltIn): Steps {
  return {
    plan: setPlan,
    'scheme-built-in': (draft, { id }) => addBuiltIn(draft, id, builtIn),
    'scheme-add': addScheme,
    'scheme-set': setScheme,
    'scheme-remove': removeScheme,
    'scheme-use': adoptScheme,
    'class-add': addClass,
    'class-set': setClass,
    'class-move': moveClass,
    'class-merge': mergeClass,
    'class-remove': removeClass,
    'class-number': numberClasses,
    map: mapClass,
    'source-add': addSource,
    'source-set': setSource,
    'source-move': moveSource,
    'source-merge': mergeSource,
    'source-remove': removeSource,
    'agency-add': addAgency,
    'agency-set': setAgency,
    'agency-merge': mergeAgency,
    'agency-remove': removeAgency,
    'column-add': addColumn,
    'column-set': setColumn,
    'column-move': moveColumn,
    'column-remove': removeColumn,
    'place-add': addPlace,
    'place-set': setPlace,
    'place-move': movePlace,
    'place-merge': mergePlace,
    'place-remove': removePlace,
  };
}

/** A scheme that is there already gets nothing; mappings come only between classes that are there. */
function addBuiltIn(draft: Draft, id: string, builtIn: BuiltIn): void {
  const found = builtIn(id);
  const { frame, labels } = draft;
  if (!found || frame.schemes.some((one) => one.id === id)) return;
  frame.schemes = [...frame.schemes, ...found.schemes];
  frame.categories = [...frame.categories, ...found.categories];
  const known = new Set(frame.categories.map((one) => one.id));
  frame.mappings = [...frame.mappings, ...found.mappings.filter(({ from, to }) => known.has(from) && known.has(to))];
  labels.push(`装入类别体系“${found.schemes[0]?.name ?? id}”`);
}

/** The frame after the changes and what they mean for projects. Throws FrameError with the first that cannot be made. */
export function applyChanges(frame: Frame, changes: readonly FrameChange[], builtIn: BuiltIn = () => null): Draft {
  const draft: Draft = { frame: { ...frame }, moves: noMoves(), labels: [] };
  const steps = stepsWith(builtIn);
  for (const change of changes) {
    const step = steps[change.do] as (draft: Draft, change: FrameChange) => void;
    step(draft, change);
  }
  // A tree that nothing touched stays the same object: it needs no look.
  const { frame: next } = draft;
  if (next.regions !== frame.regions) next.regions = inTreeOrder(next.regions);
  if (next.categories !== frame.categories) next.categories = inTreeOrder(next.categories);
  if (next.fundSources !== frame.fundSources) next.fundSources = inTreeOrder(next.fundSources);
  return draft;
}
