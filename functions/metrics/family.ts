import { z } from "zod";

/** One line of a family: `suffix` comes after the family's name, `_total`, `_bucket`, `_sum`, `_count` or nothing. */
export const Sample = z.object({
  suffix: z.enum(["", "_total", "_bucket", "_sum", "_count"]),
  labels: z.record(z.string(), z.string()),
  value: z.number(),
});
export type Sample = z.infer<typeof Sample>;

/** All samples of one name, as OpenMetrics groups them. `name` is without a counter's `_total`. */
export const Family = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  help: z.string(),
  type: z.enum(["counter", "gauge", "histogram"]),
  samples: z.array(Sample),
});
export type Family = z.infer<typeof Family>;
