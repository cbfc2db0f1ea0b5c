import MarkdownIt from 'markdown-it';
import { MENTION_START } from '#app/domain/mentions/mention.ts';

// HTML is shown as text; only addresses that can do no harm become links, and nothing is fetched from elsewhere.
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable('image');
markdown.validateLink = (address) => /^(?:https?:|mailto:)/i.test(address.trim());

// a colleague who was mentioned is a mark, not a link: accounts have no pages
markdown.inline.ruler.before('link', 'mention', (state, silent) => {
  const [whole, name = ''] = MENTION_START.exec(state.src.slice(state.pos, state.posMax)) ?? [];
  if (whole === undefined) return false;
  if (!silent) state.push('mention', '', 0).content = name;
  state.pos += whole.length;
  return true;
});
markdown.renderer.rules.mention = (tokens, index) =>
  `<span class="mention">@${markdown.utils.escapeHtml(tokens[index]?.content ?? '')}</span>`;

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
