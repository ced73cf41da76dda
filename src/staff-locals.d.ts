declare namespace App {
  interface Locals {
    /** What a page of the desk shows; which page gets which view is said in `functions/domain/cases/desk-page.ts`. */
    staff?: import("../functions/domain/cases/desk-page.ts").StaffLocals;
  }
}
