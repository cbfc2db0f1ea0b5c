export interface ConflictField {
  /** Name the choice is posted under; value "mine" or "theirs". */
  name: string;
  label: string;
  mine: string;
  theirs: string;
}

/** Two people changed the same field: both texts, field by field, and one choice each. Lives inside a form. */
export function ConflictCompare(props: { fields: readonly ConflictField[]; by: string; when: string }) {
  return (
    <>
      {props.fields.map((field) => (
        <fieldset key={field.name} className="group" id={field.name}>
          <legend>{field.label}</legend>
          <div className="compare">
            <label>
              <input type="radio" name={field.name} value="mine" defaultChecked />{' '}
              <strong>Keep what you wrote</strong>
              <span className="text">{field.mine || 'Left empty'}</span>
            </label>
            <label>
              <input type="radio" name={field.name} value="theirs" />{' '}
              <strong>
                Keep what {props.by} saved, {props.when}
              </strong>
              <span className="text">{field.theirs || 'Left empty'}</span>
            </label>
          </div>
        </fieldset>
      ))}
    </>
  );
}
