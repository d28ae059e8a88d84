// The connection to a province's database, and its refusals in plain words.
import pg from 'pg';
import { AppError } from '#shared/values/app-error.ts';

/** What a connection that never answers is given. */
const CONNECT_MS = 15_000;

/** Opens a connection. Errors (AppError): invalid-input for an address that is none, cannot-write where nobody answers. */
export async function connect(url: string): Promise<pg.Client> {
  const address = readAddress(url);
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'xianjie',
  });
  // A connection that breaks while nothing is asked: the next question says so.
  client.on('error', () => {});
  try {
    await client.connect();
    // Days and texts as they are, whatever the database's own settings are.
    await client.query("SET client_encoding = 'UTF8'");
    await client.query("SET datestyle = 'ISO, YMD'");
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw new AppError('cannot-write', `连不上数据库 ${address}：${reasonOf(error)}。什么也没有写入。`);
  }
}

/** Host, port and database of an address, without user and password. */
function readAddress(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new AppError('invalid-input', 'PostgreSQL 数据库的地址应写成 postgres://用户:口令@主机:端口/数据库。');
  }
  if (parsed.protocol !== 'postgres:' && parsed.protocol !== 'postgresql:') {
    throw new AppError(
      'invalid-input',
      `数据库地址应以 postgres:// 开头，不能是“${parsed.protocol}//”。写法：postgres://用户:口令@主机:端口/数据库。`,
    );
  }
  const host = parsed.hostname || parsed.searchParams.get('host') || '本机';
  return `${host}${parsed.port === '' ? '' : `:${parsed.port}`}${decodeURIComponent(parsed.pathname)}`;
}

/** Does something with a database; what it refuses is told in Chinese. */
export async function inDatabaseWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('cannot-write', `数据库没有写成：${reasonOf(error)}。这个工作簿的内容没有写入，原有的没有变。`);
  }
}

/** By SQLSTATE or by the system's code. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: '那里没有数据库在等候连接，请核对主机和端口',
  ENOTFOUND: '找不到这台主机',
  EAI_AGAIN: '找不到这台主机',
  EHOSTUNREACH: '到不了这台主机',
  ENETUNREACH: '到不了这台主机',
  ETIMEDOUT: '等了很久没有回答',
  ENOENT: '找不到数据库的套接字文件',
  ECONNRESET: '连接中断',
  '28P01': '用户名或口令不对',
  '28000': '这个用户不允许登录',
  '3D000': '没有这个数据库',
  '42501': '这个用户没有建表或写表的权限',
  '53100': '数据库的磁盘满了',
  '57P01': '数据库正在关闭',
  '57P03': '数据库正在启动',
  '25006': '数据库只读',
};

function reasonOf(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  const known = code === undefined ? undefined : REASONS[code];
  if (known !== undefined) return known;
  if (/timeout/i.test(message ?? '')) return '等了很久没有回答';
  if (/password must be a string|no password/i.test(message ?? '')) return '地址里没有口令，数据库要求口令';
  return `${message ?? String(error)}${code === undefined ? '' : `（${code}）`}`;
}
