/** What the accounts' verbs need of the world, as types only. */
import type { StaffRegion, StaffRole } from "../../domain/access/officer.ts";
import type { Officer } from "../actor.ts";
import type { PasskeyStore } from "../passkeys/ports.ts";
import type { Doing, PeopleStore } from "../people/ports.ts";
import type { Clock, RandomBytes } from "../ports.ts";

/** A link that makes one account, once. */
export interface Invitation {
  purpose: "first-admin" | "invite" | "renew";
  role: StaffRole;
  region: StaffRegion;
  /** The only address it is good for; null when whoever has it may choose. */
  email: string | null;
  /** The account that `renew` sets up anew. */
  userId?: string | null;
  /** Who made it; null for the program itself and the command line. */
  madeBy?: string | null;
}

/** A link as its holder sees it; `name` is the officer's whose account is set up anew. */
export interface FoundInvitation extends Invitation {
  name: string | null;
}

export interface NewAccount {
  id: string;
  name: string;
  /** Lower case. */
  email: string;
  passwordHash: string;
  at: Date;
}

export type AcceptResult =
  | { kind: "made"; role: StaffRole; region: StaffRegion }
  | { kind: "dead" }
  | { kind: "taken" };

/** The officer a bearer token stands for. */
export interface TokenHolder {
  officer: Officer;
  tokenId: string;
  /** When they last proved again that it is they. */
  provenAt: Date | null;
}

/** What a renewed proof counts for: this session, or this bearer token. */
export type ProofOf = { kind: "session"; id: string } | { kind: "token"; id: string };

export interface ProofStore {
  /** Keeps the proof and writes its event in one transaction. */
  prove(proof: { at: Date; actorId: string; of: ProofOf; means: "code" | "passkey" }): Promise<void>;
  /** Takes the authenticator's code of a time step; false when it or a later one was taken before. */
  takeCode(userId: string, step: number): Promise<boolean>;
}

/** A living bearer token, as its officer and an admin see it. */
export interface OfficerToken {
  id: string;
  madeAt: Date;
  endsAt: Date;
  /** To within five minutes. */
  lastUsedAt: Date | null;
}

export interface TokenStore {
  /** Its event is the system's, about the officer: the command line made it. */
  addToken(token: {
    id: string;
    tokenHash: Uint8Array;
    userId: string;
    at: Date;
    expiresAt: Date;
  }): Promise<void>;
  /** The officer of a living token whose second factor is set up and who has not left. */
  officerOfToken(tokenHash: Uint8Array, now: Date): Promise<TokenHolder | undefined>;
  tokensOf(officerId: string, now: Date): Promise<OfficerToken[]>;
  /** One token, or all when `tokenId` is null. Answers how many ended. */
  endTokens(officerId: string, tokenId: string | null, by: Doing): Promise<number>;
}

export interface AccountStore extends ProofStore, PeopleStore, PasskeyStore, TokenStore {
  anyAccount(): Promise<boolean>;
  /** Keeps a link by its token's hash. Earlier first-admin links, and earlier ones for the same address, end. */
  addInvitation(invitation: Invitation & { tokenHash: Uint8Array; at: Date; expiresAt: Date }): Promise<void>;
  findInvitation(tokenHash: Uint8Array, now: Date): Promise<FoundInvitation | undefined>;
  /** Uses the link, makes the account and writes its event in one transaction. */
  accept(tokenHash: Uint8Array, account: NewAccount): Promise<AcceptResult>;
  officerByEmail(email: string): Promise<Officer | undefined>;
  /** Seconds until this account may try again; 0 when it may. */
  lockedFor(accountHash: Uint8Array, now: Date): Promise<number>;
  /** Counts a wrong try; after `most` within `windowMs` it is locked for `lockMs`. Answers whether it is locked now. */
  countFailure(accountHash: Uint8Array, now: Date, rule: LockRule): Promise<boolean>;
  forgetFailures(accountHash: Uint8Array): Promise<void>;
  /** Switches a session to the practice desk or back, with its event. */
  setTraining(sessionId: string, change: { on: boolean; at: Date; actorId: string }): Promise<void>;
  /** Something an officer did with their own account, for the log. */
  recordAccount(event: {
    at: Date;
    /** Null when nobody is signed in: a wrong password is nobody's doing yet. */
    actorId: string | null;
    action: string;
    /** Whose account it is about, when not the actor's. */
    subjectId?: string;
    details?: Record<string, string | number>;
  }): Promise<void>;
  /** Where the running desk is, for links made on the command line. */
  setDeskUrl(url: string): Promise<void>;
  deskUrl(): Promise<string | undefined>;
}

export interface LockRule {
  most: number;
  windowMs: number;
  lockMs: number;
}

export interface AccountContext {
  clock: Clock;
  random: RandomBytes;
  accounts: AccountStore;
}
