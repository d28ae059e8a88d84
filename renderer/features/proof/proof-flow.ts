// The course of a proof in the window: a file is chosen or dropped, or a text pasted; then findings are gone through.
import type { ProofView } from '#shared/contract/methods/proof.ts';
import type { ProofPlace } from '#shared/proof/finding.ts';
import type { Session } from '../../session.ts';
import { errorText } from '../../state/call.ts';
import { createStore, type Store } from '../../ui/store.ts';
import { receiveFiles } from '../import/file-load.ts';
import { listItems, PROOF_START, type ProofFilter, type ProofState, placeOfItem, stepItem } from './proof-state.ts';

export interface ProofFlow {
  state: Store<ProofState>;
  /** Shows the open dialog and proves what was chosen. */
  choose(): Promise<void>;
  drop(file: File): Promise<void>;
  prove(text: string): Promise<void>;
  /** Reads the same draft once more. */
  again(): Promise<void>;
  /** Back to the beginning; a typed text stays. */
  leave(): void;
  show(filter: ProofFilter): void;
  look(index: number): void;
  step(by: 1 | -1): void;
  goTo(place: ProofPlace): void;
}

type FlowSession = Pick<Session, 'call' | 'chooseOpen' | 'messenger'>;

const flows = new WeakMap<FlowSession, ProofFlow>();

/** The flow of a window; it outlives the page. */
export function proofFlow(session: FlowSession): ProofFlow {
  const known = flows.get(session) ?? createProofFlow(session);
  flows.set(session, known);
  return known;
}

/** Separate from proofFlow for tests. */
export function createProofFlow(session: FlowSession): ProofFlow {
  const state = createStore<ProofState>(PROOF_START);
  /** Late replies of a draft that is no longer wanted are dropped. */
  let round = 0;
  let jumps = 0;

  async function run(reading: string, work: () => Promise<ProofView | null>): Promise<void> {
    round += 1;
    const mine = round;
    state.set({ stage: 'reading', reading, error: null });
    try {
      const view = await work();
      if (mine !== round) return;
      if (view) state.set({ stage: 'shown', view, filter: 'all', current: null, jump: null });
      else state.set({ stage: state.get().view ? 'shown' : 'start' });
    } catch (thrown) {
      if (mine === round) state.set({ stage: 'start', view: null, error: errorText(thrown) });
    }
  }

  function goTo(place: ProofPlace): void {
    jumps += 1;
    state.set({ jump: { place, at: jumps } });
  }

  function look(index: number): void {
    const { view, filter } = state.get();
    const item = view && listItems(view, filter)[index];
    if (!item) return;
    state.set({ current: index });
    goTo(placeOfItem(item));
  }

  return {
    state,
    async choose() {
      const [file] = (await session.chooseOpen('draft', '选择要核对的文稿')) ?? [];
      if (file) await run(file.name, () => session.call('proof.file', { token: file.token }));
    },
    drop: (file) =>
      run(file.name, async () => {
        const { taken, refused } = await receiveFiles(session.call, [file], 'draft');
        const [first] = taken;
        if (!first) throw new Error(refused[0]?.message ?? '');
        return session.call('proof.file', { token: first.token });
      }),
    prove: (text) => run('粘贴的文字', () => session.call('proof.text', { text })),
    again: async () => {
      const { view } = state.get();
      if (view) await run(view.name, () => session.call('proof.again', { id: view.id }));
    },
    leave() {
      round += 1;
      state.set({ ...PROOF_START, text: state.get().text });
    },
    show: (filter) => state.set({ filter, current: null }),
    look,
    step(by) {
      const { view, filter, current } = state.get();
      const next = view ? stepItem(listItems(view, filter).length, current, by) : null;
      if (next !== null) look(next);
      else if (view) session.messenger.current.success('没有要看的地方。');
    },
    goTo,
  };
}
