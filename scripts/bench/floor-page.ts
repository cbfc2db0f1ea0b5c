import { createElement, type ReactElement, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';

/** An element of a page as React would be given it. */
export interface Part {
  tag: string;
  props: Record<string, string | boolean>;
  children: (Part | string)[];
}

const voidTags = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const propNames: Record<string, string> = {
  class: 'className',
  for: 'htmlFor',
  charset: 'charSet',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  tabindex: 'tabIndex',
  datetime: 'dateTime',
  autocomplete: 'autoComplete',
  enterkeyhint: 'enterKeyHint',
};
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** Reads the markup that React wrote (quoted attributes, closed elements) back into what it was made from. */
export function partsOf(html: string): Part {
  const top: Part = { tag: 'html', props: {}, children: [] };
  const open: Part[] = [top];
  const inner = () => open[open.length - 1] ?? top;
  for (const [, close, tag = '', attributes = '', text] of html.matchAll(
    /<!(?:--)?[^>]*>|<(\/?)([a-zA-Z][\w:-]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/g,
  )) {
    if (text !== undefined) inner().children.push(plain(text));
    else if (close === '/') open.pop();
    else if (close === '') {
      const part: Part = { tag, props: propsOf(attributes), children: [] };
      inner().children.push(part);
      if (!voidTags.has(tag)) open.push(part);
    }
  }
  const [document] = top.children.filter((child) => typeof child !== 'string');
  return document ?? top;
}

function propsOf(text: string): Part['props'] {
  const props: Part['props'] = {};
  for (const [, name = '', value] of text.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)) {
    const key = propNames[name.toLowerCase()] ?? name;
    // React writes `hidden=""`, and leaves out a prop that is an empty string where it expects true
    props[key] = value === undefined || (value === '' && name !== 'value') ? true : plain(value);
  }
  return props;
}

function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27);/g, (entity, name: string) => entities[name] ?? entity);
}

/** React's render of the same elements, attributes and texts, made anew each time. */
export function renderParts(page: Part): string {
  return renderToString(elementOf(page));
}

function elementOf(part: Part): ReactElement {
  return createElement(
    part.tag,
    part.props,
    ...part.children.map((child) => (typeof child === 'string' ? child : elementOf(child))),
  );
}

export type Row = Record<string, string | number | null>;

function TableRow({ row, cells, filling }: { row: Row; cells: number; filling: string }): ReactNode {
  const values = Object.values(row);
  const texts = Array.from({ length: cells }, (_, index) => values[index % values.length]);
  return createElement(
    'tr',
    null,
    texts.map((text, index) =>
      createElement('td', { key: index, className: 'cell' }, `${text ?? ''}${filling}`),
    ),
  );
}

/** React's render of one plain table of as many rows and cells; `filling` in each cell brings it to the size. */
export function renderTable(rows: readonly Row[], cells: number, filling: string): string {
  return renderToString(
    createElement(
      'table',
      null,
      createElement(
        'tbody',
        null,
        rows.map((row, index) => createElement(TableRow, { key: index, row, cells, filling })),
      ),
    ),
  );
}

/** How many rows (of tables and lists) a page has, and how many cells in each, on average. */
export function gridOf(html: string): { rows: number; cells: number } {
  const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0;
  const rows = Math.max(1, count(/<(?:tr|li)[ >]/g));
  return { rows, cells: Math.max(1, Math.round(count(/<(?:td|th|li)[ >]/g) / rows)) };
}
