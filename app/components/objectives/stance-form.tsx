import type { StanceForm } from '#app/domain/objectives/stance-form.ts';
import type { StanceStart } from '#app/domain/objectives/start-stance.server.ts';
import { pathTo } from '#app/paths.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import type { Choice } from '../ui/choice.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { FieldSet } from '../ui/field.tsx';
import { formatShortDate } from '../ui/format.ts';
import { MultiPicker } from '../ui/multi-picker.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { DateInput } from '../ui/text-input.tsx';
import { searchPartners } from '../interactions/form/searches.ts';

interface Answer {
  form: StanceForm;
  errors: Record<string, string>;
  query: string;
  found: Choice[];
}

/** Notes where a partner stands, since when it was seen, and in which meeting. */
export function StanceFormPage({ start, answer }: { start: StanceStart; answer?: Answer | undefined }) {
  const errors = answer?.errors ?? {};
  const form = answer?.form ?? start.form;
  const picked = answer?.found.filter(({ value }) => value === form.partner) ?? [];
  const search = async (text: string, signal: AbortSignal): Promise<Choice[]> => {
    const found = await searchPartners(text, { date: form.on, countries: [start.country.iso3] }, signal);
    return found.map(({ token, name, detail, note }) => ({ value: token, label: name, detail, note }));
  };
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Objectives', href: pathTo.objectives() },
          { label: start.title, href: pathTo.objective(start.ref) },
        ]}
        title="Note a stance"
      />
      <form method="post" className="stack form-narrow">
        <Panel title={start.title} note={start.country.name}>
          <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
          <input type="hidden" name="key" value={start.form.key} />
          <MultiPicker
            name="partner"
            label="Partner"
            hint="A person or an organisation, by the beginning of any of their names."
            most={1}
            picked={picked}
            search={search}
            find={{ name: 'intent', value: 'find:partner' }}
            query={answer?.query}
            candidates={answer?.found}
            error={errors['partner']}
          />
          <FieldSet
            field={{
              name: 'stance',
              label: 'Where they stand',
              ...(errors['stance'] ? { error: errors['stance'] } : {}),
            }}
          >
            <div className="chips">
              {start.stances.map(({ value, label, hint }) => (
                <label key={value} className="chip" title={hint}>
                  <input type="radio" name="stance" value={value} defaultChecked={form.stance === value} />
                  {label}
                </label>
              ))}
            </div>
          </FieldSet>
          <div className="row">
            <DateInput
              name="on"
              label="Seen on"
              max={start.reading.today}
              defaultValue={form.on}
              error={errors['on']}
            />
            <Select
              name="interaction"
              label="In"
              optional
              blank="No meeting in particular"
              options={start.meetings.map(({ ref, on, summary }) => ({
                value: ref,
                label: `${formatShortDate(on, start.reading)}: ${summary}`,
              }))}
              defaultValue={form.interaction}
              error={errors['interaction']}
            />
          </div>
          <TextArea
            name="note"
            label="Note"
            optional
            defaultValue={form.note}
            error={errors['note']}
            maxLength={4000}
            rows={2}
          />
        </Panel>
        <div className="button-row">
          <Button type="submit" look="main">
            Note it
          </Button>
          <LinkButton href={pathTo.objective(start.ref)}>Cancel</LinkButton>
        </div>
      </form>
    </>
  );
}
