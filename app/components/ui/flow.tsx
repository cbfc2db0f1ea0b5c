export interface FlowStep {
  key: string;
  count: string;
  label: string;
  href?: string;
  current?: boolean;
}

/** Steps that things go through, with how many stand at each. */
export function Flow({ steps, label }: { steps: readonly FlowStep[]; label: string }) {
  return (
    <ol className="flow" aria-label={label}>
      {steps.map((step) => {
        const inside = (
          <>
            <strong>{step.count}</strong> <small>{step.label}</small>
          </>
        );
        return (
          <li key={step.key}>
            {step.href ? (
              <a href={step.href} aria-current={step.current ? 'step' : undefined}>
                {inside}
              </a>
            ) : (
              <span aria-current={step.current ? 'step' : undefined}>{inside}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
