// Other programs that read spreadsheets, where this machine has them: they are measured beside ours or skipped by name.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const OPENPYXL =
  'import sys,openpyxl\nfor s in openpyxl.load_workbook(sys.argv[1],read_only=True).worksheets:\n for r in s.iter_rows(values_only=True): pass';
const OPENPYXL_FULL = OPENPYXL.replace(',read_only=True', '');
const PANDAS = 'import sys,pandas\npandas.read_excel(sys.argv[1],sheet_name=None,header=None)';

export interface Reader {
  name: string;
  /** The command for a file, or null where the program is not on this machine. */
  command(path: string): [string, string[]] | null;
}

function python(code: string, module: string): Reader['command'] {
  const found = ['/usr/bin/python3', 'python3', 'python'].find(
    (program) => spawnSync(program, ['-c', `import ${module}`]).status === 0,
  );
  return (path) => (found === undefined ? null : [found, ['-c', code, path]]);
}

function libreOffice(folder: string): Reader['command'] {
  const found = ['soffice', 'libreoffice'].find((program) => spawnSync(program, ['--version']).status === 0);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  return (path) =>
    found === undefined ? null : [found, [profile, '--headless', '--convert-to', 'csv', '--outdir', folder, path]];
}

/** The peers of the issue: each reads a whole file and does nothing with it. */
export function peerReaders(folder: string): Reader[] {
  return [
    { name: 'openpyxl', command: python(OPENPYXL_FULL, 'openpyxl') },
    { name: 'openpyxl (read only)', command: python(OPENPYXL, 'openpyxl') },
    { name: 'pandas', command: python(PANDAS, 'pandas, openpyxl') },
    { name: 'LibreOffice to csv', command: libreOffice(folder) },
  ];
}
