// The preload: exactly two functions, which pass on data and nothing of Electron.
import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '#electron/desktop/channels.ts';
import type { Transport } from '#shared/contract/transport.ts';

const bridge = vi.hoisted(() => ({
  exposed: {} as Record<string, unknown>,
  renderer: null as null | (EventEmitter & { invoke(...args: unknown[]): Promise<unknown> }),
}));
vi.mock('electron', () => {
  const renderer = Object.assign(new EventEmitter(), {
    invoke: async (...args: unknown[]) => ({ ok: true, value: args }),
  });
  bridge.renderer = renderer;
  return {
    ipcRenderer: renderer,
    contextBridge: {
      exposeInMainWorld: (name: string, value: unknown) => {
        bridge.exposed[name] = value;
      },
    },
  };
});

await import('#electron/preload.ts');
const transport = bridge.exposed.xianjie as Transport;

describe('the preload', () => {
  it('gives the page two functions under one name', () => {
    expect(Object.keys(bridge.exposed)).toEqual(['xianjie']);
    expect(Object.keys(transport).sort()).toEqual(['invoke', 'subscribe']);
  });

  it('invokes on the one channel', async () => {
    expect(await transport.invoke('projects.list', { a: 1 })).toEqual({
      ok: true,
      value: [INVOKE_CHANNEL, 'projects.list', { a: 1 }],
    });
  });

  it('hands over events without their sender, until it is told to stop', () => {
    const listener = vi.fn();
    const stop = transport.subscribe(listener);
    const event = { type: 'menu', command: 'file.open' };
    bridge.renderer?.emit(EVENT_CHANNEL, { sender: 'secret' }, event);
    stop();
    bridge.renderer?.emit(EVENT_CHANNEL, { sender: 'secret' }, event);
    expect(listener.mock.calls).toEqual([[event]]);
  });
});
