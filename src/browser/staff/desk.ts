/** All that the desk runs. Every page works without it. */
import "./desk-again.ts";
import "./desk-ago.ts";
import "./desk-busy.ts";
import "./desk-commands.ts";
import "./desk-keys.ts";
import "./desk-live.ts";
import "./desk-marks.ts";
import "./desk-send.ts";
import "./desk-session.ts";
import "./passkey.ts";
import "./picture.ts";
import "./recording.ts";
