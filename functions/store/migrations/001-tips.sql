-- The spine: tips, their search hashes, evidence, the reporter's thread, cases and the event log.
-- Everything a person said is sealed (age). What stays readable is the verdict in codes.

create table cases (
  id uuid primary key,
  reference text not null unique,               -- SK-2026-000123
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  outcome text check (outcome in ('seizure', 'nothing_found', 'already_known', 'not_customs', 'insufficient', 'abuse')),
  version integer not null default 0
);

create table case_numbers (
  year integer primary key,
  last integer not null
);

create table tips (
  id uuid primary key,
  received_at timestamptz not null,
  channel text not null check (channel in ('web', 'voice', 'sms', 'partner')),
  locale text not null,
  lang text not null,
  idem_hash bytea not null unique,
  words_hash bytea not null,
  receipt_hash bytea not null,
  thread_recipient text not null,
  sealed bytea not null,
  sealed_contact bytea,
  -- the verdict, in codes
  disposition text not null,
  machine_band char(1) not null,
  score smallint not null,
  region text,
  urgency text not null,
  eta date,
  threat_to_life boolean not null,
  categories text[] not null,
  place_codes text[] not null,
  reasons jsonb not null,
  identifier_counts jsonb not null,
  -- the desk's side
  band char(1) not null check (band in ('A', 'B', 'C', 'D')),
  lane text not null check (lane in ('queue', 'quarantine', 'set_aside')),
  state text not null default 'new' check (state in ('new', 'triaged', 'assigned', 'in_progress', 'referred', 'closed')),
  public_status text not null default 'received' check (public_status in ('received', 'reading', 'question', 'finished')),
  case_id uuid references cases (id),
  owner_id text,
  due_at timestamptz,
  -- the reporter wrote again after the desk last looked
  unread_since timestamptz,
  version integer not null default 0
);
create index tips_queue on tips (lane, band, received_at, id);
create index tips_region_queue on tips (region, lane, band, received_at, id);
create index tips_receipt on tips (receipt_hash);
create index tips_case on tips (case_id) where case_id is not null;
create index tips_owner on tips (owner_id) where owner_id is not null;

-- Keyed hashes of character n-grams; one row for the report and one for each later message.
create table search_terms (
  source_id uuid primary key,
  tip_id uuid not null references tips (id) on delete cascade,
  terms integer[] not null
);
create index search_terms_gin on search_terms using gin (terms) with (fastupdate = on);
create index search_terms_tip on search_terms (tip_id);

create table identifiers (
  tip_id uuid not null references tips (id) on delete cascade,
  type text not null,
  hash bytea not null,
  valid boolean not null,
  primary key (tip_id, type, hash)
);
create index identifiers_hash on identifiers (hash);

create table messages (
  id uuid primary key,
  tip_id uuid not null references tips (id) on delete cascade,
  from_party text not null check (from_party in ('desk', 'reporter')),
  at timestamptz not null,
  idem_hash bytea unique,
  sealed bytea not null,
  summary jsonb
);
create index messages_tip on messages (tip_id, at);

create table senders (
  hash bytea primary key,
  tip_id uuid not null references tips (id) on delete cascade,
  expires_at timestamptz not null
);
create index senders_expiry on senders (expires_at);

create table evidence (
  id uuid primary key,
  tip_id uuid not null references tips (id),
  kind text not null check (kind in ('view', 'original', 'file', 'recording')),
  state text not null default 'stored' check (state in ('pending', 'stored', 'missing')),
  media_type text,
  bytes bigint,
  sha256 text,
  recording_sid text unique,
  call_sid text,
  seconds integer,
  created_at timestamptz not null default now(),
  stored_at timestamptz,
  source_removed_at timestamptz
);
create index evidence_tip on evidence (tip_id);
create index evidence_pending on evidence (created_at) where state = 'pending';

-- Append-only and hash-chained: each row's hash covers its content and the row before it.
create table events (
  seq bigint primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('public', 'staff', 'worker', 'system')),
  actor_id text,
  action text not null,
  tip_id uuid,
  case_id uuid,
  subject_id text,
  details jsonb not null default '{}',
  -- an officer's free words, sealed; the chain covers their hash
  sealed bytea,
  prev_hash bytea not null,
  hash bytea not null
);
create index events_tip on events (tip_id, seq) where tip_id is not null;
create index events_case on events (case_id, seq) where case_id is not null;
create index events_actor on events (actor_id, seq) where actor_id is not null;

create table event_head (
  singleton boolean primary key default true check (singleton),
  seq bigint not null,
  hash bytea not null
);
insert into event_head (seq, hash) values (0, sha256('shirokuro events'::bytea));

-- What an event's hash covers. The verifier computes the same.
create function event_digest(e events) returns bytea language sql immutable as $$
  select sha256(convert_to(concat_ws('|',
    e.seq::text,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    e.actor_kind, coalesce(e.actor_id, '-'), e.action,
    coalesce(e.tip_id::text, '-'), coalesce(e.case_id::text, '-'), coalesce(e.subject_id, '-'),
    e.details::text,
    coalesce(encode(sha256(e.sealed), 'hex'), '-'),
    encode(e.prev_hash, 'hex')), 'UTF8'))
$$;

-- The head row is the lock: events are numbered and chained in commit order.
create function chain_event() returns trigger language plpgsql security definer set search_path = public, pg_catalog as $$
declare
  head event_head;
begin
  select * into head from event_head for update;
  new.seq := head.seq + 1;
  new.prev_hash := head.hash;
  new.hash := event_digest(new);
  update event_head set seq = new.seq, hash = new.hash;
  return new;
end
$$;
create trigger events_chain before insert on events for each row execute function chain_event();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the event log is append-only';
end
$$;
create trigger events_keep before update or delete on events for each row execute function refuse_change();
create trigger events_keep_all before truncate on events for each statement execute function refuse_change();

-- The desk follows changes live; the payload is an id, never a word.
create function announce_tip() returns trigger language plpgsql as $$
begin
  perform pg_notify('tips', json_build_object('id', new.id, 'op', lower(tg_op))::text);
  return null;
end
$$;
create trigger tips_announce after insert or update on tips for each row execute function announce_tip();

-- The public role writes what it receives and reads back only what a retry or a receipt needs.
grant insert on tips, search_terms, identifiers, messages, senders, evidence, events to shirokuro_public;
grant select (id, received_at, idem_hash, words_hash, receipt_hash, thread_recipient, public_status, band, score, region,
              urgency, eta, threat_to_life, categories, place_codes, disposition, lane, state, lang, machine_band, reasons,
              identifier_counts, unread_since, version)
  on tips to shirokuro_public;
grant update (band, score, region, urgency, eta, threat_to_life, categories, place_codes, reasons, identifier_counts,
              disposition, lane, unread_since, machine_band, version)
  on tips to shirokuro_public;
grant select on messages to shirokuro_public;              -- sealed to a key only the receipt gives
grant select, update, delete on senders to shirokuro_public;
grant select (id, tip_id, kind, state, recording_sid) on evidence to shirokuro_public;
grant select (source_id) on search_terms to shirokuro_public;
grant select (tip_id, type, hash) on identifiers to shirokuro_public;

-- The worker moves recordings and expires; it reads no sealed words.
grant select (id, received_at, channel, locale, band, region, urgency, eta, threat_to_life, lane, state, categories,
              disposition, version, case_id)
  on tips to shirokuro_worker;
grant select, insert, update on evidence to shirokuro_worker;
grant insert on events to shirokuro_worker;
grant select, delete on senders to shirokuro_worker;

-- The staff role works the queue. Nothing of a tip is ever deleted by it.
grant select, update on tips to shirokuro_staff;
grant select, insert, update on cases, case_numbers to shirokuro_staff;
grant select, insert on messages, events to shirokuro_staff;
grant select, insert, update on evidence to shirokuro_staff;
grant select, insert on search_terms, identifiers to shirokuro_staff;
grant select on event_head to shirokuro_staff;
