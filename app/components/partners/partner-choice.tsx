import type { NamedPartner } from '#app/domain/partners/partners-named.server.ts';
import type { AddableFilter } from '../ui/filter-bar.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** The form of a filter that asks for a partner by name; `name` is its word in the address. */
export function partnerFilter(name: string, label: string): AddableFilter {
  return {
    key: name,
    label,
    names: [name, 'organisation', 'person'],
    fields: (
      <TextInput
        name={name}
        id={`filter-${name}`}
        label={label}
        hint="A person or an organisation, by the beginning of its name"
        maxLength={200}
      />
    ),
  };
}

/** Who was meant by a name that was typed: each a link to the same page about them alone. */
export function PartnerChoice(props: {
  question: string;
  asked: string;
  found: readonly NamedPartner[];
  hrefOf: (word: { organisation: string | undefined; person: string | undefined }) => string;
}) {
  if (props.asked === '') return null;
  if (props.found.length === 0) {
    return (
      <p className="notice" role="status">
        No person or organisation within your access is called “{props.asked}”.
      </p>
    );
  }
  return (
    <div className="notice">
      <p>{props.question}</p>
      <ul>
        {props.found.map((one) => (
          <li key={`${one.kind}:${one.ref}`}>
            <a href={props.hrefOf({ organisation: undefined, person: undefined, [one.kind]: one.ref })}>
              {one.name}
            </a>{' '}
            <span className="soft">{one.detail}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
