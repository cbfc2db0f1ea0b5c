import { SaxesParser } from 'saxes';
import { DOCX, ODT } from './kinds.ts';
import { BadArchive, readEntry, verifyUnpacked, zipEntries, type ZipEntry } from './zip-entries.server.ts';

const CONTENTS_LIMIT = 1024 * 1024;
const DOCUMENT_PART = `${DOCX.replace('.document', '')}.document.main+xml`;

/**
 * Which document a ZIP really is: by the list of its parts for Word, by its `mimetype` for OpenDocument. Undefined for
 * any other archive. Throws BadArchive where it is one of them and not to be trusted.
 */
export async function inspectArchive(file: Buffer): Promise<typeof DOCX | typeof ODT | undefined> {
  const entries = zipEntries(file);
  const find = (name: string) => entries.find((entry) => entry.name === name);
  const contents = find('[Content_Types].xml');
  const mimetype = find('mimetype');
  if (contents && (await isWord(file, contents, entries))) {
    await verifyUnpacked(file, entries);
    return DOCX;
  }
  if (mimetype && entries[0] === mimetype && find('content.xml')) {
    if ((await readEntry(file, mimetype, 200)).toString('latin1').trim() !== ODT) return undefined;
    await verifyUnpacked(file, entries);
    return ODT;
  }
  return undefined;
}

async function isWord(file: Buffer, contents: ZipEntry, entries: readonly ZipEntry[]): Promise<boolean> {
  const parts = partTypes((await readEntry(file, contents, CONTENTS_LIMIT)).toString('utf8'));
  if ([...parts.values()].some((type) => type.includes('macroEnabled') || type.includes('vbaProject')))
    throw new BadArchive('This document holds macros. Save it as a document without them (.docx).');
  const main = [...parts].find(([, type]) => type === DOCUMENT_PART)?.[0];
  return main !== undefined && entries.some((entry) => `/${entry.name}` === main);
}

/** The media type of every part that [Content_Types].xml names. */
function partTypes(xml: string): Map<string, string> {
  const types = new Map<string, string>();
  const parser = new SaxesParser();
  const refuse = () => {
    throw new BadArchive('This file is damaged. Save it again and try once more.');
  };
  parser.on('error', refuse);
  // Office never writes one; entities are declared there.
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'Override' || name === 'Default')
      types.set(
        attributes['PartName'] ?? `*.${attributes['Extension'] ?? ''}`,
        attributes['ContentType'] ?? '',
      );
  });
  parser.write(xml).close();
  return types;
}
