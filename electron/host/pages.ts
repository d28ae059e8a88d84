// Answers the browser's requests for pages and files: the page itself, its assets, and nothing else. They are the
// program and no secret; what the workbook holds goes over the wire only, to a page that was let in.
import { createReadStream, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { findAsset } from '#electron/web/assets.ts';
import { PAGE_HEADERS, signPage } from '#electron/web/policy.ts';
import type { Guard } from './guard.ts';

interface Answer {
  status: number;
  headers: Record<string, string>;
  /** A file to send, or a page written here. */
  content: { file: string } | { html: string } | null;
}

/** Handles one request. `root` is dist/renderer. */
export function servePage(request: IncomingMessage, response: ServerResponse, guard: Guard, root: string): void {
  const { status, headers, content } = answerRequest(request, guard, root);
  response.writeHead(status, { ...PAGE_HEADERS, ...headers });
  if (content === null || request.method === 'HEAD') response.end();
  else if ('html' in content) response.end(content.html);
  else {
    pipeline(createReadStream(content.file), response, (error) => {
      if (error) response.destroy();
    });
  }
}

function answerRequest(request: IncomingMessage, guard: Guard, root: string): Answer {
  if (!guard.isOurHost(request)) return refusal(403, '这个地址不属于本工作台。');
  // Calls go over the WebSocket: a request with a body has no business here and is not read.
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refusal(405, '只接受读取。', { Connection: 'close' });
  const url = URL.parse(request.url ?? '/', 'http://127.0.0.1');
  if (url === null) return refusal(400, '地址不完整。');
  const asset = findAsset(root, url.pathname === '/' ? '/host.html' : url.pathname);
  if (asset === null) return refusal(404, '没有这个文件。');
  const type = { 'Content-Type': asset.type };
  if (!asset.type.startsWith('text/html')) return { status: 200, headers: type, content: { file: asset.file } };
  const page = signPage(readFileSync(asset.file, 'utf8'));
  return { status: 200, headers: { ...page.headers, ...type }, content: { html: page.html } };
}

function refusal(status: number, message: string, headers: Record<string, string> = {}): Answer {
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>衔接规划工作台</title><p>${message}</p></html>`;
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers }, content: { html } };
}
