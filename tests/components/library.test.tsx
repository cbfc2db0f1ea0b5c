import { readdirSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import ComponentLibrary, { loader } from '#app/routes/[_]ui.tsx';

const html = renderToStaticMarkup(<ComponentLibrary />);

describe('the component library', () => {
  it('renders every component as static markup, without a style attribute or a script', () => {
    expect(html.match(/<section id="/g)?.length).toBeGreaterThan(20);
    expect(html).not.toMatch(/ style=|<script/);
  });

  it('has no id twice', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('shows each component that has a file of its own', () => {
    const within = new Set(['field-group', 'text-input', 'text-area', 'select', 'choice', 'format']);
    const quiet = new Set(['visually-hidden', 'use-hydrated', 'use-suggestions']);
    const files = readdirSync('app/components/ui')
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => name.replace('.tsx', ''))
      .filter((name) => !within.has(name) && !quiet.has(name));
    const shown = [...html.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id);
    expect(files.filter((name) => !shown.includes(name))).toEqual([]);
  });

  it('does not exist in production', () => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    try {
      expect(() => loader()).toThrow(expect.objectContaining({ status: 404 }));
    } finally {
      process.env.NODE_ENV = before;
    }
  });
});
