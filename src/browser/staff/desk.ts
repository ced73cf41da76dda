/** All that the desk runs. Every page works without it. */
import "./desk-fresh.ts";
import "./desk-keys.ts";
import "./picture.ts";
