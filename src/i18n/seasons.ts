import { z } from "zod";
import data from "../../content/data/seasons.json" with { type: "json" };

const day = z.string().regex(/^\d{2}-\d{2}$/);
/** Periods in which the home page calls for attention; the program serves the season's home page by date. */
export const seasons = z
  .array(z.strictObject({ code: z.enum(["spring", "yearEnd"]), from: day, to: day }))
  .parse(data);
export type Season = (typeof seasons)[number];
