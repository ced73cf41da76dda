/**
 * Empties every field of every form. `form.reset()` would not do: in a form that came back to be put right, a field's
 * default is what the person wrote.
 */
export function clearForms(): void {
  for (const field of document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("textarea, input")) {
    if (field instanceof HTMLInputElement && field.type === "checkbox") {
      field.defaultChecked = false;
      field.checked = false;
    } else if (field.type !== "hidden") {
      field.defaultValue = "";
      field.value = "";
    }
  }
}
