// How the window reaches the backend. The preload (Electron) and the loopback page give the same two functions.
import type { AppEvent } from './events.ts';
import type { Reply } from './reply.ts';

export interface Transport {
  invoke(method: string, input: unknown): Promise<Reply>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: AppEvent) => void): () => void;
}
