/** Posts some fields as a form of the page would, the browser going where it is answered; to this page unless told. */
export function postForReal(fields: FormData, action?: string): void {
  const form = document.createElement('form');
  form.method = 'post';
  if (action !== undefined) form.action = action;
  form.hidden = true;
  for (const [name, value] of fields) {
    const field = document.createElement('textarea');
    field.name = name;
    field.value = String(value);
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}
