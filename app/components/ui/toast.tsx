import { VisuallyHidden } from './visually-hidden.tsx';

export interface ToastMessage {
  message: string;
  /** A link to what was made. */
  open?: { label: string; href: string };
  /** Posts there to take the act back. */
  undo?: { action: string; fields?: Readonly<Record<string, string>> };
}

/** What just happened, and the way back. Stays until dismissed or left: undo must not run away from slow hands. */
export function Toast({ toast }: { toast: ToastMessage }) {
  return (
    <div className="toast" data-toast="">
      <span>{toast.message}</span>
      {toast.open ? <a href={toast.open.href}>{toast.open.label}</a> : null}
      {toast.undo ? (
        <form method="post" action={toast.undo.action}>
          {Object.entries(toast.undo.fields ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button>
            Undo <VisuallyHidden>{toast.message}</VisuallyHidden>
          </button>
        </form>
      ) : null}
    </div>
  );
}

/** Where toasts appear; always there, so that listeners hear what comes into it. */
export function ToastRegion({ toasts }: { toasts: readonly ToastMessage[] }) {
  return (
    <div className="toasts" role="status" id="toasts">
      {toasts.map((toast) => (
        <Toast key={toast.message} toast={toast} />
      ))}
    </div>
  );
}
