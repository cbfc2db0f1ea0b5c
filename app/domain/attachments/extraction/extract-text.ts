import { setPriority } from 'node:os';
import { docxText, odtText } from './office-text.ts';
import { closeNetwork } from './no-network.ts';
import { pdfText } from './pdf-text.ts';
import { TextSink } from './text-sink.ts';

// A process of its own, which reads a file from its input and writes the words to its output, then ends. It is given no
// key, no path and no network; whoever started it ends it when it takes too long or too much.

try {
  setPriority(10);
} catch {
  // not everywhere may a process step back
}
closeNetwork();
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
// pdf.js takes no Buffer
const file = new Uint8Array(Buffer.concat(chunks));
const sink = new TextSink();
const kind = process.argv[2] ?? '';
if (kind === 'pdf') await pdfText(file, sink);
else if (kind === 'docx') docxText(file, sink);
else if (kind === 'odt') odtText(file, sink);
else sink.add(new TextDecoder('utf-8', { fatal: true }).decode(file));
process.stdout.write(sink.text(), () => process.exit(0));
