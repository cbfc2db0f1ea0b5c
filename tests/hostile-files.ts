import { strToU8, zipSync } from 'fflate';
import { makeDocx } from '#seeds/demo/documents.ts';

// Files that somebody might bring, made here so that none has to be kept.

/** The smallest picture: one pixel. */
export const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);
export const jpeg = Uint8Array.from(
  Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300ffd9', 'hex'),
);
export const webp = Uint8Array.from(
  Buffer.from('524946461a000000574542505650384c0d0000002f00000010071011118888fe0700', 'hex'),
);

const megabyte = 1024 * 1024;

/** A document whose one part unpacks to so many megabytes of zeros: at 200 far beyond what is allowed. */
export const bomb = (megabytes: number): Uint8Array =>
  makeDocx(['x'], { 'word/media/zeros.bin': new Uint8Array(megabytes * megabyte) });

/** The same, with a list of contents that says the part is small. */
export function lyingBomb(megabytes: number): Uint8Array {
  const file = Buffer.from(bomb(megabytes));
  // The size stands at 22 in the local header and at 24 in the list of contents.
  for (let at = file.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0;) {
    if (file.readUInt32LE(at + 24) === megabytes * megabyte) file.writeUInt32LE(1000, at + 24);
    at = file.indexOf('PK\u0001\u0002', at + 4, 'latin1');
  }
  return file;
}

/** An archive that says it has so many entries, and for the first 65,535 has them. */
export function manyEntries(count: number): Uint8Array {
  const parts = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`part-${index}`, new Uint8Array(0)]),
  );
  return zipSync({ ...parts, '[Content_Types].xml': strToU8('<Types/>') }, { level: 0 });
}

const withEntities = (doctype: string, reference: string): Uint8Array =>
  makeDocx([], {
    'word/document.xml': strToU8(
      `<?xml version="1.0"?>${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>before ${reference} after</w:t></w:r></w:p></w:body></w:document>`,
    ),
  });

/** Asks the reader to read a file of the server into the text. */
export const xxe = (path: string): Uint8Array =>
  withEntities(`<!DOCTYPE x [<!ENTITY stolen SYSTEM "file://${path}">]>`, '&stolen;');

/** Ten entities, each ten times the one before: a gigabyte of text from a kilobyte. */
export function laughs(): Uint8Array {
  const entities = Array.from({ length: 10 }, (_, level) => {
    const value = level === 0 ? 'ha' : `&e${level - 1};`.repeat(10);
    return `<!ENTITY e${level} "${value}">`;
  });
  return withEntities(`<!DOCTYPE x [${entities.join('')}]>`, '&e9;');
}

export const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
export const html = '<!doctype html><title>x</title><script>alert(1)</script>';
