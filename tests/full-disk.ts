// Loaded into a server before it starts: at SIGUSR2 its SQLite database may not grow any more, at the next it may again.
import Sqlite from 'better-sqlite3';

const open = new Set<Sqlite.Database>();
const prepare = Sqlite.prototype.prepare;
Sqlite.prototype.prepare = function (this: Sqlite.Database, source: string) {
  open.add(this);
  return prepare.call(this, source);
} as typeof prepare;

let isFull = false;
process.on('SIGUSR2', () => {
  isFull = !isFull;
  for (const db of open) {
    if (!db.open || db.memory) continue;
    const most = isFull ? Number(db.pragma('page_count', { simple: true })) : 1_073_741_823;
    db.pragma(`max_page_count = ${most}`);
  }
  process.stdout.write(isFull ? 'The disk is full.\n' : 'There is room again.\n');
});
