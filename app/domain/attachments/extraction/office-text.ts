import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { TextSink } from './text-sink.ts';

const PART_LIMIT = 50 * 1024 * 1024;

/** The words of a Word document: its body, then its notes. */
export function docxText(file: Uint8Array, sink: TextSink): void {
  const parts = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'];
  const found = partsOf(file, parts);
  if (!found['word/document.xml']) throw new Error('There is no document in this file.');
  for (const name of parts) {
    if (found[name])
      readWords(found[name], sink, { text: 'w:t', ends: ['w:p', 'w:tr'], gaps: ['w:tab', 'w:br', 'w:cr'] });
  }
}

/** The words of an OpenDocument text. */
export function odtText(file: Uint8Array, sink: TextSink): void {
  const { 'content.xml': content } = partsOf(file, ['content.xml']);
  if (!content) throw new Error('There is no content in this file.');
  readWords(content, sink, {
    text: 'office:text',
    ends: ['text:p', 'text:h', 'table:table-row'],
    gaps: ['text:tab', 'text:s', 'text:line-break'],
  });
}

function partsOf(file: Uint8Array, names: readonly string[]): Record<string, Uint8Array> {
  return unzipSync(file, {
    filter: ({ name, originalSize }) => names.includes(name) && originalSize <= PART_LIMIT,
  });
}

interface Words {
  /** Text inside this element is read; a line ends with these, and these stand for a space. */
  text: string;
  ends: readonly string[];
  gaps: readonly string[];
}

/** No entities but the five of XML are known, and nothing is ever fetched. */
function readWords(xml: Uint8Array, sink: TextSink, { text, ends, gaps }: Words): void {
  const parser = new SaxesParser();
  let inside = 0;
  const stop = (what: Error | string): never => {
    throw what instanceof Error ? what : new Error('A document declares no entities.');
  };
  parser.on('error', stop);
  parser.on('doctype', stop);
  parser.on('opentag', ({ name }) => {
    if (name === text) inside += 1;
    else if (gaps.includes(name)) sink.add(' ');
  });
  parser.on('closetag', ({ name }) => {
    if (name === text) inside -= 1;
    if (ends.includes(name)) sink.add('\n');
  });
  parser.on('text', (words) => {
    if (inside > 0) sink.add(words);
  });
  const whole = strFromU8(xml);
  for (let at = 0; at < whole.length && !sink.isFull; at += 65_536)
    parser.write(whole.slice(at, at + 65_536));
  if (!sink.isFull) parser.close();
}
