/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** What an on-demand public page shows; the desk declares its own part in `src/staff-locals.d.ts`. */
    page?: import("../functions/domain/intake/public-page.ts").PublicPageLocals;
  }
}
