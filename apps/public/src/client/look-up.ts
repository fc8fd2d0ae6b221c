/** What is scanned is asked with the form, as if it was typed: a forged address leads nowhere but to this server. */
export function lookUp(form: HTMLFormElement, code: string): void {
  const field = form.querySelector<HTMLInputElement>('input[name=code]');
  if (field === null) return;
  field.value = code;
  // Safari before 16 has no `requestSubmit`; the field is filled, so that nothing is left to check.
  form.submit();
}
