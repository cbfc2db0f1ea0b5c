import { partnerTokens } from '#app/domain/interactions/change-form.ts';
import type { ParticipantRow } from '#app/domain/interactions/form.ts';
import type { Choice } from '../../ui/choice.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useHydrated } from '../../ui/use-hydrated.ts';
import { useForm } from './form-context.ts';
import { searchPartners } from './searches.ts';

/** The organisation of somebody new: one that is known, one of the newcomers, or a name to be added. */
export function HostField({ row, index }: { row: ParticipantRow; index: number }) {
  const { form, change, view } = useForm();
  const hydrated = useHydrated();
  const field = {
    name: `participants.${index}.organisationName`,
    label: 'Their organisation',
    optional: true,
    error: view.errors[`participants.${index}.organisationName`],
    hint:
      row.organisation === '' && row.organisationName !== '' ? 'Not known yet: it will be added.' : undefined,
  };
  if (!hydrated) return <TextInput {...field} defaultValue={row.organisationName} />;

  async function search(text: string, signal: AbortSignal): Promise<Choice[]> {
    const fresh = form.participants
      .filter(
        (other) => other.kind === 'new-organisation' && partnerTokens(form).includes(`new:${other.key}`),
      )
      .map((other) => ({ value: `new:${other.key}`, label: other.name, detail: 'New organisation' }))
      .filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()));
    const found = await searchPartners(text, form, signal);
    return [
      ...fresh,
      ...found
        .filter(({ participant }) => participant.kind === 'organisation')
        .map(({ name, detail, participant }) => ({ value: participant.organisation, label: name, detail })),
    ];
  }

  return (
    <Field field={field}>
      <input type="hidden" name={`participants.${index}.organisation`} value={row.organisation} />
      <Combobox
        id={field.name}
        name={field.name}
        initialText={row.organisationName}
        keepText
        search={search}
        onPick={(choice) =>
          change({
            type: 'change-participant',
            key: row.key,
            patch: {
              organisation: choice.value.startsWith('name:') ? '' : choice.value,
              organisationName: choice.label,
            },
          })
        }
        onText={(text) =>
          change({
            type: 'change-participant',
            key: row.key,
            patch: { organisation: '', organisationName: text },
          })
        }
        creation={{
          offer: 'New organisation “{text}”',
          make: (text) => ({ value: `name:${text}`, label: text }),
        }}
      />
    </Field>
  );
}
