/** What a page's script put into a field. */
export function readJson(field: unknown): unknown {
  try {
    return typeof field === "string" ? JSON.parse(field) : undefined;
  } catch {
    return undefined;
  }
}
