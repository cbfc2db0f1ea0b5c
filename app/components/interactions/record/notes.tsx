import MarkdownIt from 'markdown-it';

// HTML is shown as text; only addresses that can do no harm become links, and nothing is fetched from elsewhere.
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable('image');
markdown.validateLink = (address) => /^(?:https?:|mailto:)/i.test(address.trim());

// the page and its panels have the first two levels
for (const edge of ['heading_open', 'heading_close'] as const) {
  markdown.renderer.rules[edge] = (tokens, index) => {
    const level = Math.min(6, Number(tokens[index]?.tag.slice(1) ?? 1) + 2);
    return edge === 'heading_open' ? `<h${level}>` : `</h${level}>\n`;
  };
}

/** Notes as their author laid them out. Rendered on the server: the page has no script for it. */
export function Notes({ text }: { text: string }) {
  // eslint-disable-next-line no-restricted-syntax -- the one place where HTML is written: markdown-it escaped it
  return <div className="prose" dangerouslySetInnerHTML={{ __html: markdown.render(text) }} />;
}
