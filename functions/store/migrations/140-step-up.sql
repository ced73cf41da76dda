-- When an officer last proved, in this session or for this token, that it is still they who ask.
alter table auth.session add column "provenAt" timestamptz;
alter table auth.api_tokens add column proven_at timestamptz;

-- The newest authenticator code taken as such a proof: none is taken twice.
create table auth.used_codes (
  user_id text primary key references auth."user" (id) on delete cascade,
  step bigint not null
);
grant select, insert, update on auth.used_codes to shirokuro_staff;
