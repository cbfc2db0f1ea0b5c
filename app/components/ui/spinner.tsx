/** Something is under way; the words are for those who listen. */
export function Spinner({ label = 'Working…' }: { label?: string }) {
  return (
    <span role="status">
      <span className="spinner" aria-hidden="true" />
      <span className="unseen">{label}</span>
    </span>
  );
}

/** How far something long has come. */
export function ProgressBar({ label, value, most }: { label: string; value: number; most: number }) {
  return <progress aria-label={label} value={value} max={most} />;
}
