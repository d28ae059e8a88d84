// The page's end of the WebSocket: replies by number, breaks, reconnection, one dialog at a time.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takePass } from '#renderer/host/pass.ts';
import type { PendingAsk, Socket, Wire } from '#renderer/host/wire.ts';
import { createWire } from '#renderer/host/wire.ts';
import type { FileAsk, HostMessage, PageMessage } from '#shared/contract/host-wire.ts';

class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  sent: PageMessage[] = [];
  send(text: string): void {
    this.sent.push(JSON.parse(text) as PageMessage);
  }
  say(message: HostMessage): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

let sockets: FakeSocket[] = [];
let wire: Wire;
const socket = (): FakeSocket => sockets[sockets.length - 1] as FakeSocket;

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  wire = createWire(() => {
    sockets.push(new FakeSocket());
    return socket();
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const LOST = { ok: false, error: { code: 'internal', message: expect.stringContaining('连接断开') } };

describe('calls', () => {
  it('get their replies by number', async () => {
    socket().onopen?.();
    const first = wire.transport.invoke('a', { x: 1 });
    const second = wire.transport.invoke('b', undefined);
    expect(socket().sent).toEqual([
      { type: 'call', id: 1, method: 'a', input: { x: 1 } },
      { type: 'call', id: 2, method: 'b' },
    ]);
    socket().say({ type: 'reply', id: 2, reply: { ok: true, value: '乙' } });
    socket().say({ type: 'reply', id: 1, reply: { ok: true, value: '甲' } });
    expect(await first).toEqual({ ok: true, value: '甲' });
    expect(await second).toEqual({ ok: true, value: '乙' });
  });

  it('made before the line stands wait for it', async () => {
    const early = wire.transport.invoke('a', {});
    expect(socket().sent).toEqual([]);
    socket().onopen?.();
    socket().say({ type: 'reply', id: 1, reply: { ok: true, value: 1 } });
    expect(await early).toEqual({ ok: true, value: 1 });
  });

  it('fail with a sentence when the line breaks, and while it is down', async () => {
    socket().onopen?.();
    const under = wire.transport.invoke('a', {});
    socket().onclose?.({ code: 1006 });
    expect(await under).toEqual(LOST);
    expect(await wire.transport.invoke('b', {})).toEqual(LOST);
  });

  it('work again when the line is back, and the page hears what is open', async () => {
    const events: unknown[] = [];
    const line: boolean[] = [];
    wire.transport.subscribe((event) => events.push(event));
    wire.onLine((isOpen) => line.push(isOpen));
    socket().onopen?.();
    socket().onclose?.({ code: 1006 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(sockets).toHaveLength(2);
    socket().onopen?.();
    expect(socket().sent).toEqual([{ type: 'call', id: 1, method: 'app.status', input: {} }]);
    socket().say({ type: 'reply', id: 1, reply: { ok: true, value: { workbook: null } } });
    await vi.advanceTimersByTimeAsync(0);
    expect(events).toEqual([{ type: 'workbook', status: null }]);
    expect(line).toEqual([true, false, true]);
  });

  it('that never get a line fail', async () => {
    const early = wire.transport.invoke('a', {});
    socket().onclose?.({ code: 1006 });
    expect(await early).toEqual(LOST);
  });
});

describe('events', () => {
  it('reach every listener until it stops', () => {
    const [one, two] = [vi.fn(), vi.fn()];
    wire.transport.subscribe(one);
    const stop = wire.transport.subscribe(two);
    socket().onopen?.();
    const event = { type: 'menu', command: 'file.open' } as const;
    socket().say({ type: 'event', event });
    stop();
    socket().say({ type: 'event', event });
    expect(one.mock.calls).toEqual([[event], [event]]);
    expect(two.mock.calls).toEqual([[event]]);
  });
});

describe('questions for files', () => {
  const ask: FileAsk = { mode: 'open', title: '打开', kind: 'sheet', multiple: false, suggestedName: '' };
  let asked: (PendingAsk | null)[] = [];

  beforeEach(() => {
    asked = [];
    wire.onAsk((pending) => asked.push(pending));
    socket().onopen?.();
  });

  it('are answered by number', () => {
    socket().say({ type: 'ask', id: 4, ask });
    expect(asked[0]?.ask).toEqual(ask);
    asked[0]?.answer(['/a']);
    expect(socket().sent).toEqual([{ type: 'answer', id: 4, paths: ['/a'] }]);
  });

  it('are cancelled by the next question', () => {
    socket().say({ type: 'ask', id: 4, ask });
    socket().say({ type: 'ask', id: 5, ask });
    expect(socket().sent).toEqual([{ type: 'answer', id: 4, paths: [] }]);
    asked[1]?.answer(['/b']);
    expect(socket().sent[1]).toEqual({ type: 'answer', id: 5, paths: ['/b'] });
  });

  it('are void when the line breaks', async () => {
    socket().say({ type: 'ask', id: 4, ask });
    socket().onclose?.({ code: 1006 });
    expect(asked[1]).toBeNull();
    await vi.advanceTimersByTimeAsync(1000);
    socket().onopen?.();
    asked[0]?.answer(['/a']);
    expect(socket().sent.filter((message) => message.type === 'answer')).toEqual([]);
  });
});

describe('the way in', () => {
  it('is not knocked at again where it is refused', () => {
    let refused = 0;
    createWire(
      () => {
        sockets.push(new FakeSocket());
        return socket();
      },
      { refused: () => (refused += 1) },
    );
    const count = sockets.length;
    socket().onopen?.();
    socket().onclose?.({ code: 4403 });
    vi.advanceTimersByTime(10_000);
    expect([sockets.length, refused]).toEqual([count, 1]);
  });

  it('shows the key of the address and a session of its own, kept for the next loading', () => {
    const stored = new Map<string, string>();
    const shown: unknown[] = [];
    const place = (hash: string) => ({
      location: { hash, pathname: '/' },
      history: { replaceState: (_state: unknown, _title: string, url?: unknown) => void shown.push(url) },
      storage: {
        getItem: (key: string) => stored.get(key) ?? null,
        setItem: (key: string, value: string) => void stored.set(key, value),
      },
    });
    expect(takePass(place(''))).toBe('');
    const pass = takePass(place(`#key=${'k'.repeat(32)}`));
    expect(pass).toMatch(/^k{32}\.[\w-]{43}$/);
    expect(shown).toEqual(['/']);
    // Loaded again, at any moment: the same pass.
    expect(takePass(place(''))).toBe(pass);
    expect(takePass(place(`#key=${'k'.repeat(32)}`))).not.toBe(pass);
  });
});
