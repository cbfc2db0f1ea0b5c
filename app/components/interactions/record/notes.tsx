import MarkdownIt from 'markdown-it';

// HTML is shown as text; only addresses that can do no harm become links, and nothing is fetched from elsewhere.
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable('image');
markdown.validateLink = (address) => /^(?:https?:|mailto:)/i.test(address.trim());

/** Notes as their author laid them out. Rendered on the server: the page has no script for it. */
export function Notes({ text }: { text: string }) {
  // eslint-disable-next-line no-restricted-syntax -- the one place where HTML is written: markdown-it escaped it
  return <div className="prose" dangerouslySetInnerHTML={{ __html: markdown.render(text) }} />;
}
