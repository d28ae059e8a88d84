// The frame of a plan as one value, from the slices of its kinds.
import { namesInUse } from '#shared/domain/fund-names.ts';
import type { ReferenceData } from '#shared/domain/reference.ts';
import { type Frame, inTreeOrder } from '#shared/frame/frame.ts';
import type { Memory } from '../kernel/memory.ts';
import type { Kinds } from './index.ts';

/** Places, classes, fund sources and indicators of a workbook. */
export function referenceOf(memory: Memory<Kinds>): ReferenceData {
  return {
    regions: memory.slice('region'),
    schemes: memory.slice('scheme'),
    categories: memory.slice('category'),
    mappings: memory.slice('mapping'),
    fundSources: namesInUse(memory.slice('fundSource'), memory.slice('plan')),
    indicators: memory.slice('indicator'),
    agencies: memory.slice('agency'),
    ownColumns: memory.slice('ownColumn'),
  };
}

/** The frame as it is stored: fund sources by their undated names, each tree with what stands under it in its place. */
export function frameOf(memory: Memory<Kinds>): Frame {
  return {
    plan: memory.slice('plan'),
    regions: inTreeOrder(memory.slice('region')),
    schemes: memory.slice('scheme'),
    categories: memory.slice('category'),
    mappings: memory.slice('mapping'),
    fundSources: memory.slice('fundSource'),
    agencies: memory.slice('agency'),
    ownColumns: memory.slice('ownColumn'),
  };
}
