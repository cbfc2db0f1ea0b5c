import { getDocumentProxy } from 'unpdf';
import type { TextSink } from './text-sink.ts';

/** The words of a PDF, page by page. */
export async function pdfText(file: Uint8Array, sink: TextSink): Promise<void> {
  const pdf = await getDocumentProxy(file, {
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    disableAutoFetch: true,
    disableRange: true,
    disableStream: true,
    enableXfa: false,
    verbosity: 0,
  });
  for (let number = 1; number <= pdf.numPages && !sink.isFull; number += 1) {
    const page = await pdf.getPage(number);
    for (const item of (await page.getTextContent()).items) {
      if ('str' in item) sink.add(item.hasEOL ? `${item.str}\n` : item.str);
    }
    sink.add('\n');
    page.cleanup();
  }
}
