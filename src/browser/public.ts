/** All that the public pages run, in one small file. Everything works without it. */
import "./error-summary.ts";
import "./file-check.ts";
import "./leave-quickly.ts";
import "./print-page.ts";
import "./report-steps.ts";
import "./send-form.ts";
import "./shared-device.ts";
import "./typed-back.ts";
