import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MultiPicker } from '#app/components/ui/multi-picker.tsx';

const afi = { value: 'afi', label: 'Afi Mensah', detail: 'Ministry of Justice' };
const kodjo = { value: 'kodjo', label: 'Kodjo Adjavon' };

function markup(props: Partial<Parameters<typeof MultiPicker>[0]>) {
  return renderToStaticMarkup(
    <MultiPicker
      name="participant"
      label="Participants"
      picked={[afi]}
      search={() => Promise.resolve([])}
      find={{ name: 'intent', value: 'find:participant' }}
      {...props}
    />,
  );
}

describe('a picker without script', () => {
  it('posts what is picked as ticked boxes, and can be unticked', () => {
    expect(markup({})).toContain('<input type="checkbox" name="participant" checked="" value="afi"/>');
  });

  it('asks the server by a named button for what is typed', () => {
    const html = markup({ query: 'adja' });
    expect(html).toMatch(
      /<input type="text" id="participant"[^>]* name="participant.query"[^>]* value="adja"/,
    );
    expect(html).toContain(
      '<button type="submit" class="button small" name="intent" value="find:participant"',
    );
    expect(html).toContain('Nothing found for “adja”.');
  });

  it('offers what was found, unticked, without what is picked already', () => {
    const html = markup({ query: 'a', candidates: [afi, kodjo] });
    expect(html).toContain('<input type="checkbox" name="participant" value="kodjo"/>');
    expect(html.match(/value="afi"/g)).toHaveLength(1);
  });

  it('takes several lines where a list can be pasted', () => {
    expect(markup({ onPasteLines: () => undefined })).toContain('<textarea');
  });

  it('ties its error to the field and holds no style attribute', () => {
    const html = markup({ error: 'Name one partner or person.' });
    expect(html).toContain('aria-describedby="participant-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).not.toContain('style=');
  });
});
