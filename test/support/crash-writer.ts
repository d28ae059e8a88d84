// A process that is killed in the middle of a step: argv[2] is a workbook. Pages of the unfinished step are in the file,
// and what takes them back is in the journal beside it.
import BetterSqlite3 from 'better-sqlite3';

const db = new BetterSqlite3(process.argv[2] as string);
db.pragma('cache_size = 1');
db.exec('BEGIN IMMEDIATE');
db.exec("UPDATE project SET note = hex(randomblob(400)), name = '没有写完'");
process.kill(process.pid, 'SIGKILL');
