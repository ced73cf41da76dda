-- Officers come, change and go at the desk: links can be listed, taken back and made for an account that is there.
alter table auth.setup_links add column id uuid not null default gen_random_uuid();
alter table auth.setup_links add constraint setup_links_id unique (id);
alter table auth.setup_links add column made_by text references auth."user" (id);
alter table auth.setup_links add column revoked_at timestamptz;
-- Set for a link that sets an account up anew: one whose authenticator was lost, or whose officer comes back.
alter table auth.setup_links add column user_id text references auth."user" (id);
alter table auth.setup_links drop constraint setup_links_purpose_check;
alter table auth.setup_links add constraint setup_links_purpose_check
  check (purpose in ('first-admin', 'invite', 'renew') and (purpose = 'renew') = (user_id is not null));
create index setup_links_open on auth.setup_links (expires_at) where used_at is null and revoked_at is null;

-- Passkeys of officers, as WebAuthn needs them. A public key opens nothing by itself.
create table auth.passkeys (
  id text primary key,                          -- the credential's own id, base64url
  user_id text not null references auth."user" (id) on delete cascade,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_user on auth.passkeys (user_id);
-- A question put to an authenticator, answered once and within minutes.
create table auth.passkey_questions (
  id text primary key,
  user_id text references auth."user" (id) on delete cascade,
  purpose text not null check (purpose in ('register', 'sign-in', 'step-up')),
  challenge text not null,
  expires_at timestamptz not null
);
create index passkey_questions_expiry on auth.passkey_questions (expires_at);
grant select, insert, update, delete on auth.passkeys to shirokuro_staff;
grant select, insert, delete on auth.passkey_questions to shirokuro_staff;
grant delete on auth.used_codes to shirokuro_staff;
