import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { inspectFile } from '#app/domain/attachments/inspect-file.server.ts';
import { DOCX, ODT } from '#app/domain/attachments/kinds.ts';
import { makeDocx, makeOdt, makePdf } from '#seeds/demo/documents.ts';
import { bomb, html, jpeg, lyingBomb, manyEntries, png, svg, webp } from '#tests/hostile-files.ts';

const inspect = (bytes: Uint8Array | string, name = 'file') => inspectFile(Buffer.from(bytes), name);
const joined = (...parts: (Uint8Array | string)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));

it.each<[kind: string, bytes: Uint8Array | string, name: string]>([
  ['application/pdf', makePdf(['One line']), 'a.pdf'],
  [DOCX, makeDocx(['One line']), 'a.docx'],
  [ODT, makeOdt(['One line']), 'a.odt'],
  ['image/png', png, 'a.png'],
  ['image/jpeg', jpeg, 'a.jpg'],
  ['image/webp', webp, 'a.webp'],
  ['text/plain', 'Compte rendu: élargir le mandat', 'a.txt'],
  ['text/plain', 'تقرير عن الزيارة', 'a.txt'],
  ['text/plain', '\uFEFFname;value\n1;2', 'a.csv'],
  ['text/plain', 'No ending at all', 'README'],
])('takes %s by its bytes', async (kind, bytes, name) => {
  expect(await inspect(bytes, name)).toEqual({ mediaType: kind });
  // and whatever it is called, where it is more than text
  if (kind !== 'text/plain') expect(await inspect(bytes, 'evil.exe')).toEqual({ mediaType: kind });
});

const pdf = makePdf(['x']);

it.each<[what: string, bytes: Uint8Array | string, words: RegExp, name?: string]>([
  ['nothing', '', /empty/],
  ['an SVG as a picture', svg, /browser/, 'photo.png'],
  ['an SVG with a comment before it', `<!-- x -->${svg}`, /browser/],
  ['an SVG with a declaration', `<?xml version="1.0"?>${svg}`, /not kept/, 'photo.svg'],
  ['a page', html, /browser/, 'a.txt'],
  ['a page behind spaces and a mark', `\uFEFF \n\t${html}`, /browser/, 'a.txt'],
  ['a script', 'alert(1)', /ends in \.js/, 'a.js'],
  ['text called a picture', 'only text', /ends in \.png/, 'photo.png'],
  ['a page that becomes a PDF further down', joined(html, pdf), /not kept/, 'a.pdf'],
  ['text in UTF-16', joined(new Uint8Array([0xff, 0xfe]), Buffer.from('hello', 'utf16le')), /UTF-8/, 'a.txt'],
  ['text in Latin-1', Buffer.from('élargir', 'latin1'), /UTF-8/, 'a.txt'],
  ['text with NUL', 'a\0b', /not kept/, 'a.txt'],
  ['a program', joined('\x7fELF', new Uint8Array(200)), /not kept/],
  ['a GIF', 'GIF89a\x01\x00\x01\x00', /not kept/, 'a.png'],
  ['an archive of anything', zipSync({ 'a.txt': strToU8('x') }), /not kept/, 'a.docx'],
  ['a spreadsheet', sheet(), /not kept/, 'a.docx'],
  ['an OpenDocument that says it is another', makeOdt([], { mimetype: strToU8('text/html') }), /not kept/],
  ['a document with macros', macros(), /macros/, 'a.docx'],
  ['a picture with an archive behind it, called a document', joined(png, makeDocx(['x'])), /^$/, 'a.docx'],
  [
    'a page with an archive behind it',
    joined(html, makeDocx(['x'])),
    /browser|plain text|not kept/,
    'a.docx',
  ],
  ['an archive with a page behind it', joined(makeDocx(['x']), html), /damaged/, 'a.docx'],
  ['half an archive', makeDocx(['x']).subarray(0, 300), /damaged/, 'a.docx'],
  ['an archive of two letters', 'PK', /damaged/, 'a.docx'],
  ['a document that unpacks to 200 MB', bomb(200), /unpacks/, 'a.docx'],
  ['a small document that unpacks to a thousand times its size', bomb(20), /unpacks/, 'a.docx'],
  ['one whose list of contents lies', lyingBomb(20), /unpacks/, 'a.docx'],
  ['an archive of sixty thousand entries', manyEntries(60_000), /too many/, 'a.docx'],
])('refuses %s, in words', async (_what, bytes, words, name = 'file') => {
  const started = Date.now();
  const found = await inspect(bytes, name);
  // A picture remains one, whatever stands behind it: it is kept, and saved, as a picture.
  if (words.source === '^$') expect(found).toEqual({ mediaType: 'image/png' });
  else expect(found).toEqual({ refusal: expect.stringMatching(words) });
  expect(Date.now() - started).toBeLessThan(5000);
});

it('keeps the event loop free while it unpacks ninety megabytes', async () => {
  const noise = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7919) % 251);
  const file = makeDocx(['x'], {
    'word/media/a.bin': new Uint8Array(90 * 1024 * 1024),
    'word/media/b.bin': [noise(1_500_000), { level: 0 }],
  });
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const found = await inspect(file, 'a.docx');
  clearInterval(timer);
  expect(found).toEqual({ mediaType: DOCX });
  expect(longest).toBeLessThan(500);
});

function sheet(): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ),
    'xl/workbook.xml': strToU8('<workbook/>'),
  });
}

function macros(): Uint8Array {
  return makeDocx(['x'], {
    '[Content_Types].xml': strToU8(
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    ),
  });
}
