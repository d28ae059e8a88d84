// What a frame must be, held against the plan before it is written: each fault names the thing and the ways out.
import type { Project } from '../domain/project.ts';
import { agencyFaults } from './agency-faults.ts';
import { classFaults } from './class-faults.ts';
import { columnFaults } from './column-faults.ts';
import type { Frame } from './frame.ts';
import { placeFaults } from './place-faults.ts';
import { planFaults } from './plan-faults.ts';
import { sourceFaults } from './source-faults.ts';

export const FRAME_PARTS = [
  'plan',
  'schemes',
  'categories',
  'mappings',
  'fundSources',
  'regions',
  'agencies',
  'ownColumns',
] as const;
export type FramePart = (typeof FRAME_PARTS)[number];

export interface FrameFault {
  part: FramePart;
  /** Id of the thing; '' for the plan. */
  id: string;
  /** A whole sentence: what, both values, the ways out. */
  message: string;
}

/**
 * What stands in the way of a frame; `projects` are the plan's as they will be. Empty: nothing. What was wrong before
 * hinders no other change.
 */
export function frameFaults(before: Frame, after: Frame, projects: readonly Project[]): FrameFault[] {
  const faults = faultsOf(before, after, projects);
  if (faults.length === 0) return [];
  const copy = { ...before, categories: [...before.categories], fundSources: [...before.fundSources] };
  const old = faultsOf(before, { ...copy, regions: [...before.regions] }, []);
  const known = new Set(old.map(({ message }) => message));
  return faults.filter(({ message }) => !known.has(message));
}

function faultsOf(before: Frame, after: Frame, projects: readonly Project[]): FrameFault[] {
  return [
    ...planFaults(before, after, projects),
    ...classFaults(before, after, projects),
    ...sourceFaults(before, after, projects),
    ...placeFaults(before, after, projects),
    ...agencyFaults(before, after),
    ...columnFaults(before, after),
  ];
}
