-- Calls that go on with an earlier tip, numbers keyed in during a call, and sound held while the caller may listen to it.

-- Until then the provider's copy stays, so that the caller can hear it; null once the call is over.
alter table evidence add column held_until timestamptz;

-- A call that the caller made to add to an earlier tip: what it records belongs there.
create table call_returns (
  call_hash bytea primary key,
  tip_id uuid not null references tips (id) on delete cascade,
  at timestamptz not null
);

-- The last call of a number, by a keyed hash that expires a quarter of an hour after the call.
create table callers (
  hash bytea primary key,
  call_hash bytea not null,
  expires_at timestamptz not null
);
create index callers_expiry on callers (expires_at);

-- Which later words of a tip were keyed in during a call: they go when the caller erases the call.
create table call_notes (
  message_id uuid primary key references messages (id) on delete cascade,
  call_hash bytea not null
);
create index call_notes_call on call_notes (call_hash);

-- The public role may delete no message but these.
create function erase_call_notes(call bytea) returns integer
language plpgsql security definer set search_path = public, pg_catalog as $$
declare
  erased integer;
begin
  delete from search_terms using call_notes n where source_id = n.message_id and n.call_hash = call;
  -- A call's own tip has no identifiers but those that were keyed in.
  delete from identifiers i using tips t
    where i.tip_id = t.id and t.idem_hash = call and t.channel = 'voice' and t.state = 'new';
  delete from messages m using call_notes n where m.id = n.message_id and n.call_hash = call;
  get diagnostics erased = row_count;
  return erased;
end
$$;
revoke execute on function erase_call_notes(bytea) from public;

grant select, insert on call_returns, call_notes to shirokuro_public;
grant select, insert, update on callers to shirokuro_public;
grant select (call_sid), update (held_until) on evidence to shirokuro_public;
grant execute on function erase_call_notes(bytea) to shirokuro_public;
grant select, delete on callers to shirokuro_worker;
