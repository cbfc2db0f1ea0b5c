/**
 * First child of a form that has other submit buttons before its Save: Enter in a text field presses the first one in
 * the document. Unseen and out of the tab order; the Save in sight stays where it is.
 */
export function FirstSubmit({ name, value }: { name?: string; value?: string }) {
  return (
    <button type="submit" name={name} value={value} className="unseen" tabIndex={-1} aria-hidden="true">
      Save
    </button>
  );
}
