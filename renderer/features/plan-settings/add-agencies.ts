// New units of the plan's list, from their names.
import type { Agency } from '#shared/domain/agencies.ts';
import type { FrameChange } from '#shared/frame/changes.ts';
import { freeId } from '#shared/frame/ids.ts';

/** Units under ids that are free. */
export function addAgencies(agencies: readonly Agency[], names: readonly string[]): FrameChange[] {
  const taken = new Set(agencies.map(({ id }) => id));
  return names.map((name): FrameChange => {
    const id = freeId('agency-', taken);
    taken.add(id);
    return { do: 'agency-add', id, name, aliases: [] };
  });
}
