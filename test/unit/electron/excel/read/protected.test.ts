// Files that Excel enciphers with its own password because their structure is protected: they open without a question.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { rc4Stream } from '#electron/excel/read/rc4.ts';
import { cryptoApi, encipherXls, XOR_PASS, XOR_PASS_95, xorRecords } from '#test/support/encipher-xls.ts';
import { makeOle, makeOleTree } from '#test/support/make-ole.ts';
import { double, makeExcel95Stream, makeXls, makeXlsStream, record, wide } from '#test/support/make-xls.ts';
import { showCells } from '#test/support/show-cells.ts';

const fixture = (name: string) => readFileSync(new URL(`../../../../fixtures/${name}`, import.meta.url));
const read = (bytes: Buffer) => readWorkbookBytes(bytes, '台账.xls');
const PASSWORD = 'VelvetSweatshop';
const NEEDS_PASSWORD = { code: 'encrypted', message: expect.stringContaining('打开密码') };

const label = (row: number) => record(0x0204, row, 0, 0, wide(`项目${row}`));
/** Long enough for several blocks of the cipher. */
const records = [...Array.from({ length: 300 }, (_, i) => label(i)), record(0x0203, 0, 1, 0, double(1.5))];
const stream = (pass: Buffer) => makeXlsStream([{ name: '项目库', records }], [pass]);

describe('.xls', () => {
  const xor = () => encipherXls(stream, XOR_PASS, xorRecords);
  const rc4 = (password: string, bits: number) => {
    const { pass, change } = cryptoApi(password, bits);
    return encipherXls(stream, pass, change);
  };

  it.each<[string, () => Buffer]>([
    ['XOR', xor],
    ['RC4 of the CryptoAPI, 128 bits', () => rc4(PASSWORD, 128)],
    ['RC4 of the CryptoAPI, 40 bits', () => rc4(PASSWORD, 40)],
  ])('%s with the default password is read', async (_name, make) => {
    for (const file of [makeOle('Workbook', make()), make()]) {
      const book = await read(file);
      const cells = showCells(book);
      expect(book.sheets[0]?.name).toBe('项目库');
      expect([cells.A1, cells.A300, cells.B1]).toEqual(['t:项目0', 't:项目299', 'n:1.5']);
      expect(Object.keys(cells).length).toBe(301);
    }
  });

  it('RC4 of Excel 97, as LibreOffice writes it', async () => {
    const cells = showCells(await read(fixture('protected-rc4.xls')));
    expect([cells.A2, cells.D2, cells.D3]).toEqual(['t:项目', 'n:3 =B2+C2', 'n:0 =C3*2']);
  });

  it('XOR of Excel 95', async () => {
    const records95 = [record(0x0204, 0, 0, 0, 4, Buffer.from('cfeec4bf', 'hex')), record(0x0203, 0, 1, 0, double(2))];
    const file = encipherXls((pass) => makeExcel95Stream(records95, [pass]), XOR_PASS_95, xorRecords);
    expect(showCells(await read(makeOle('Book', file)))).toEqual({ A1: 't:项目', B1: 'n:2' });
  });

  it.each<[string, () => Buffer]>([
    ['RC4 of the CryptoAPI', () => rc4('geheim', 128)],
    ['XOR', () => encipherXls(stream, record(0x002f, 0, 0x1234, 0x5678), xorRecords)],
    ['XOR of Excel 95', () => makeExcel95Stream([label(0)], [record(0x002f, 0x1234, 0x5678)])],
  ])('%s with a password of its own is refused', async (_name, make) => {
    await expect(read(makeOle('Workbook', make()))).rejects.toMatchObject(NEEDS_PASSWORD);
  });

  it('RC4 of Excel 97 with another password is refused', async () => {
    const file = fixture('protected-rc4.xls');
    const pass = file.indexOf(Buffer.from('2f00360001000100', 'hex'));
    file[pass + 15] = (file[pass + 15] as number) ^ 1;
    await expect(read(file)).rejects.toMatchObject(NEEDS_PASSWORD);
  });

  it('says so where the way of enciphering is not known, or its description cut', async () => {
    for (const pass of [record(0x002f, 1, 9, 9, Buffer.alloc(48)), record(0x002f, 1), record(0x002f, 1, 1, 1, 0)]) {
      await expect(read(makeOle('Workbook', stream(pass)))).rejects.toMatchObject({
        code: 'encrypted',
        message: expect.stringContaining('文件是加密的'),
      });
    }
  });

  it('with mere records of protection is as any other', async () => {
    const locks = [record(0x0019, 1), record(0x0012, 1), record(0x0013, 0xd356), record(0x0086), record(0x01af, 0)];
    const sheet = { name: '表', records: [record(0x0012, 1), record(0x0013, 0x1234), label(0)] };
    expect(showCells(await read(makeXls([sheet], locks)))).toEqual({ A1: 't:项目0' });
  });

  it('has the cipher right', () => {
    expect(Buffer.from(rc4Stream(Buffer.from('Key'), 10)).toString('hex')).toBe('eb9f7781b734ca72a719');
  });
});

describe('.xlsx in a container', () => {
  it.each(['protected-agile.xlsx', 'protected-standard.xlsx'])('%s is read', async (name) => {
    const book = await read(fixture(name));
    expect(book.format).toBe('xlsx');
    const cells = showCells(book);
    expect([cells.A2, cells.D2, cells.D3]).toEqual(['t:项目', 'n:3 =B2+C2', 'n:0 =C3*2']);
  });

  it('with a password of its own is refused', async () => {
    const agile = fixture('protected-agile.xlsx');
    const hash = agile.indexOf('encryptedVerifierHashValue="') + 40;
    agile[hash] = agile[hash] === 65 ? 66 : 65;
    await expect(read(agile)).rejects.toMatchObject(NEEDS_PASSWORD);
    const standard = fixture('protected-standard.xlsx');
    const info = standard.indexOf(Buffer.from('Microsoft Enhanced', 'utf16le'));
    const salt = standard.indexOf(Buffer.from([16, 0, 0, 0]), info) + 4;
    standard[salt] = (standard[salt] as number) ^ 1;
    await expect(read(standard)).rejects.toMatchObject(NEEDS_PASSWORD);
  });

  it('says so where the way of enciphering is not known', async () => {
    const content = Buffer.alloc(64);
    const rights = makeOleTree([{ name: 'EncryptedPackage', content }]);
    await expect(read(rights)).rejects.toMatchObject({ code: 'encrypted', message: expect.stringContaining('IRM') });
    const info = { name: 'EncryptionInfo', content: Buffer.from([3, 0, 3, 0, 0, 0, 0, 0]) };
    const unknown = makeOleTree([{ name: 'EncryptedPackage', content }, info]);
    await expect(read(unknown)).rejects.toMatchObject({ code: 'encrypted', message: expect.stringContaining('3.3') });
  });

  it('gives up when its time is used, however many rounds the file asks for', async () => {
    const file = fixture('protected-agile.xlsx');
    file.write('spinCount="999999"', file.indexOf('spinCount="100000"'));
    await expect(readWorkbookBytes(file, 'a.xlsx', { milliseconds: 20 })).rejects.toMatchObject({ code: 'too-slow' });
  });
});
