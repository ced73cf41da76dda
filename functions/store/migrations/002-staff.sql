-- Officers: accounts, second factors and sessions as better-auth keeps them (its own column names), set-up links,
-- bearer tokens and lock-outs. Only the staff role reaches this schema.

create schema auth;

create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "twoFactorEnabled" boolean not null default false,
  role text not null check (role in ('intake', 'investigator', 'supervisor', 'analyst', 'auditor', 'admin')),
  region text not null check (region in ('hakodate', 'tokyo', 'yokohama', 'nagoya', 'osaka', 'kobe', 'moji', 'nagasaki', 'okinawa', 'hq')),
  -- an officer who left: the name stays in the log, nothing opens any more
  "leftAt" timestamptz
);

create table auth.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" (id) on delete cascade
);
create index session_by_user on auth.session ("userId");

create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  unique ("providerId", "accountId")
);
create index account_user on auth.account ("userId");

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);
create index verification_expiry on auth.verification ("expiresAt");

create table auth."twoFactor" (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null unique references auth."user" (id) on delete cascade,
  verified boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamptz
);

-- Links that make one account, once. Only the token's hash is here.
create table auth.setup_links (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('first-admin', 'invite')),
  role text not null,
  region text not null,
  email text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table auth.api_tokens (
  id uuid primary key,
  token_hash bytea not null unique,
  user_id text not null references auth."user" (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz
);

-- Wrong passwords by keyed hash of the address typed, known or not, so that guessing tells nothing.
create table auth.sign_in_failures (
  account_hash bytea primary key,
  failures integer not null,
  since timestamptz not null,
  locked_until timestamptz
);

-- Where the running desk is, for links made on the command line.
create table auth.desk (
  singleton boolean primary key default true check (singleton),
  url text not null
);

create index tips_unread on tips (unread_since) where unread_since is not null;
-- All that the desk counts at every page, so that counting touches no sealed row.
create index tips_counts on tips (lane, state, region) include (band, channel, owner_id, eta, unread_since);

grant usage on schema auth to shirokuro_staff;
grant select, insert, update, delete on auth.session, auth.verification, auth."twoFactor", auth.sign_in_failures to shirokuro_staff;
grant select, insert, update on auth."user", auth.account, auth.setup_links, auth.api_tokens, auth.desk to shirokuro_staff;
