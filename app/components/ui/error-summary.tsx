export interface FormError {
  /** Id of the field it belongs to; the link focuses it. */
  field?: string;
  message: string;
}

/** On top of a form that was not saved. Nothing typed is lost, and it says so. */
export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  if (errors.length === 0) return null;
  return (
    <div className="errors" role="alert" tabIndex={-1} id="errors">
      <h2>Not saved yet. What you typed is kept.</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field ?? ''} ${error.message}`}>
            {error.field ? <a href={`#${error.field}`}>{error.message}</a> : error.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
