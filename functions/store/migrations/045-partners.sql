-- Partner bodies (trade associations with memoranda), the keyed hashes of their keys, and which tips they relayed.

create table partners (
  id uuid primary key,
  name text not null unique,
  made_at timestamptz not null
);

create table partner_keys (
  id uuid primary key,
  partner_id uuid not null references partners (id),
  key_hash bytea not null unique,
  made_at timestamptz not null,
  revoked_at timestamptz
);
create index partner_keys_partner on partner_keys (partner_id);

create table partner_tips (
  tip_id uuid primary key references tips (id) on delete cascade,
  partner_id uuid not null references partners (id),
  -- what the partner was given; derived, so that a retry answers the same
  reference text not null
);
create index partner_tips_reference on partner_tips (reference);
create index partner_tips_partner on partner_tips (partner_id);

-- The public role cannot list partners or hashes: it may ask whose one hash is.
create function partner_of_key(given bytea) returns uuid
  language sql stable security definer set search_path = public, pg_catalog as $$
  select partner_id from partner_keys where key_hash = given and revoked_at is null
$$;
revoke execute on function partner_of_key(bytea) from public;
grant execute on function partner_of_key(bytea) to shirokuro_public;
grant insert on partner_tips to shirokuro_public;

grant select, insert on partners, partner_keys to shirokuro_staff;
grant update (revoked_at) on partner_keys to shirokuro_staff;
grant select on partner_tips to shirokuro_staff;
