/** Limits of a report, shared by the form, the doors and the API. Lengths in UTF-16 code units, sizes in bytes. */
export const limits = {
  text: 20_000,
  field: 2_000,
  contact: 500,
  goods: 16,
  files: 5,
  fileBytes: 20 * 1024 * 1024,
  /** A whole multipart body: five files, the words and the multipart framing. */
  multipartBytes: 5 * 20 * 1024 * 1024 + 512 * 1024,
  /** A JSON body: 20,000 characters can take four bytes each and be escaped. */
  jsonBytes: 256 * 1024,
  hookBytes: 64 * 1024,
  idempotencyKey: { min: 16, max: 200 },
} as const;
