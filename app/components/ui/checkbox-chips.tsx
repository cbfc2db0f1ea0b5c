import { FieldSet } from './field.tsx';
import type { FieldProps } from './field.tsx';
import { AreaMark } from './work-area-mark.tsx';

export interface ChipOption {
  value: string;
  label: string;
  /** Letter and hue, where the options are work areas. */
  mark?: string | null;
  hue?: string | null;
}

/** Several of a few, as chips made of real checkboxes. Uncontrolled by `defaultChosen`, controlled by `chosen`. */
export function CheckboxChips(
  props: FieldProps & {
    options: readonly ChipOption[];
    defaultChosen?: readonly string[];
    chosen?: readonly string[];
    onChoose?: (chosen: string[]) => void;
  },
) {
  const { options, defaultChosen, chosen, onChoose, ...field } = props;
  return (
    <FieldSet field={field}>
      <div className="chips">
        {options.map((option) => (
          <label key={option.value} className="chip">
            <input
              type="checkbox"
              name={field.name}
              value={option.value}
              defaultChecked={chosen ? undefined : defaultChosen?.includes(option.value)}
              checked={chosen?.includes(option.value)}
              onChange={
                onChoose &&
                ((event) => {
                  const others = (chosen ?? []).filter((value) => value !== option.value);
                  onChoose(event.currentTarget.checked ? [...others, option.value] : others);
                })
              }
            />
            {option.mark ? <AreaMark mark={option.mark} hue={option.hue} /> : null}
            {option.label}
          </label>
        ))}
      </div>
    </FieldSet>
  );
}
