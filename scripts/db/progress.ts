/** Draws a bar on stderr for work that takes more than a second; `done` and `total` in whatever unit it counts. */
export function progressBar(label: string): (done: number, total: number) => void {
  const started = Date.now();
  let drawn = 0;
  return (done, total) => {
    const now = Date.now();
    const finished = done >= total;
    if (now - started < 1000 || (now - drawn < 200 && !finished)) return;
    drawn = now;
    const width = 30;
    const filled = Math.round((Math.min(done, total) / Math.max(total, 1)) * width);
    const bar = '#'.repeat(filled) + '.'.repeat(width - filled);
    const line = `${label} [${bar}] ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}${finished ? '\n' : ''}`);
    else if (finished) process.stderr.write(`${line}\n`);
  };
}
