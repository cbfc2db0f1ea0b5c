// The floors: Node sending the bytes of a page, and React rendering such a page over one prepared statement, each
// with nothing else around it. Pages are put here under a name; the database is the first argument.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Sqlite from 'better-sqlite3';
import { gridOf, partsOf, renderParts, renderTable, type Part, type Row } from './floor-page.ts';

interface Floor {
  bytes: Buffer;
  parts: Part;
  rows: number;
  cells: number;
  filling: string;
}

const database = new Sqlite(process.argv[2] ?? '', { readonly: true });
const newest = database.prepare<[number], Row>(
  'select ref, occurred_on, summary, state, place, created_at from interaction order by occurred_on desc, id desc limit ?',
);
const floors = new Map<string, Floor>();

const server = createServer((request, response) => {
  const [, kind = '', name = ''] = (request.url ?? '').split('/');
  if (request.method === 'PUT') {
    keep(request, response, decodeURIComponent(kind));
    return;
  }
  const floor = floors.get(decodeURIComponent(name));
  if (!floor) {
    response.writeHead(404).end();
    return;
  }
  const body = bodyOf(kind, floor);
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': body.length });
  response.end(body);
});

function bodyOf(kind: string, floor: Floor): Buffer {
  if (kind === 'bare') return floor.bytes;
  const rows = newest.all(floor.rows);
  const html = kind === 'table' ? renderTable(rows, floor.cells, floor.filling) : renderParts(floor.parts);
  return Buffer.from(`<!doctype html>${html}`);
}

function keep(request: IncomingMessage, response: ServerResponse, name: string): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const bytes = Buffer.concat(chunks);
    const html = bytes.toString('utf8');
    const { rows, cells } = gridOf(html);
    const bare = Buffer.byteLength(renderTable(newest.all(rows), cells, ''));
    const filling = '.'.repeat(Math.max(0, Math.round((bytes.length - bare) / (rows * cells))));
    const floor = { bytes, parts: partsOf(html), rows, cells, filling };
    floors.set(name, floor);
    const sizes = {
      table: bodyOf('table', floor).length,
      markup: bodyOf('markup', floor).length,
      rows,
      cells,
    };
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(sizes));
  });
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address)
    console.log(`Floors: answers on http://127.0.0.1:${address.port}`);
});
process.once('SIGTERM', () => process.exit(0));
