-- The worker's half: mails to the desk, recordings that are not done yet, and what it may do.

-- One row for each mail to the desk, so that a mail that could not be sent is seen. No address, no words.
create table notices (
  id uuid primary key,                          -- of the job that asked for it
  tip_id uuid not null references tips (id) on delete cascade,
  kind text not null check (kind in ('tip', 'recording')),
  state text not null check (state in ('waiting', 'sent', 'failed', 'not_configured')),
  tries integer not null default 1,
  code text not null,
  updated_at timestamptz not null
);
create index notices_tip on notices (tip_id);
create index notices_unsent on notices (updated_at) where state <> 'sent';

-- Calls that left no recording are marked once.
create table absent_recordings (
  tip_id uuid primary key references tips (id) on delete cascade,
  noted_at timestamptz not null
);

create index tips_voice on tips (received_at) where channel = 'voice';
create index evidence_at_source on evidence (created_at) where recording_sid is not null and source_removed_at is null;

grant select, insert, update on notices to shirokuro_worker;
grant select, insert on absent_recordings to shirokuro_worker;
grant select on notices, absent_recordings to shirokuro_staff;
