/** What the verbs on passkeys need of the world, as types only. */
export interface KeptPasskey {
  id: string;
  officerId: string;
  name: string;
  /** SubjectPublicKeyInfo (DER). */
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
  at: Date;
  lastUsedAt: Date | null;
}

export type PasskeyPurpose = "register" | "sign-in" | "step-up";

export interface Question {
  id: string;
  /** Null when nobody is signed in yet. */
  officerId: string | null;
  purpose: PasskeyPurpose;
  challenge: string;
  expiresAt: Date;
}

export interface PasskeyStore {
  passkeysOf(officerId: string): Promise<KeptPasskey[]>;
  /** Of an officer who is still there and whose set-up was finished. */
  findPasskey(id: string): Promise<KeptPasskey | undefined>;
  /** With its event; false when the authenticator's id is known already. */
  addPasskey(passkey: Omit<KeptPasskey, "lastUsedAt">): Promise<boolean>;
  /** With its event; false when the officer has none of this id. */
  removePasskey(officerId: string, id: string, at: Date): Promise<boolean>;
  /** Only if the counter kept is still `before`: of two answers at once one counts. */
  passkeyUsed(id: string, before: number, counter: number, at: Date): Promise<boolean>;
  askPasskey(question: Question, now: Date): Promise<void>;
  /** Takes the question away: it is answered once. */
  takeQuestion(id: string, purpose: PasskeyPurpose, now: Date): Promise<Question | undefined>;
}
