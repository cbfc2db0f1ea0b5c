import { SampleAttachments } from '#app/components/attachments/sample-attachments.tsx';
import { Shell } from '#app/components/shell/shell.tsx';
import { PageHeader } from '#app/components/ui/page-header.tsx';
import { AREAS } from '#app/components/ui/samples/sample.tsx';
import { SampleControls } from '#app/components/ui/samples/sample-controls.tsx';
import { SampleFigures } from '#app/components/ui/samples/sample-figures.tsx';
import { SampleForms } from '#app/components/ui/samples/sample-forms.tsx';
import { SampleLists } from '#app/components/ui/samples/sample-lists.tsx';
import { SampleMarks } from '#app/components/ui/samples/sample-marks.tsx';
import { SamplePickers } from '#app/components/ui/samples/sample-pickers.tsx';

export const handle = { hydrate: true };

/** Only where the product is being built: elsewhere the page does not exist. */
export function loader() {
  if (process.env.NODE_ENV === 'production') throw new Response(null, { status: 404 });
  return null;
}

/** Every component in every state, so that screens stay of one family. */
export default function ComponentLibrary() {
  return (
    <Shell
      places={[{ label: 'Components', href: '/_ui', current: true }]}
      morePlaces={[]}
      areas={AREAS.map((area) => ({ area, href: `#${area.code}` }))}
      account={{ name: 'Amina Diallo', note: 'West Africa team', settingsHref: '#account' }}
      signOutAction="/logout"
      searchAction="/search"
      logHref="/interactions/new"
    >
      <PageHeader title="Components" meta="Every component in every state" />
      <div className="stack">
        <SampleMarks />
        <SampleControls />
        <SampleForms />
        <SamplePickers />
        <SampleLists />
        <SampleAttachments />
        <SampleFigures />
      </div>
    </Shell>
  );
}
