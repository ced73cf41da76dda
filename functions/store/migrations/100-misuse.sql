-- Signs of misuse on a tip, as codes, and whether an officer has settled where it lies: then no sign moves it any more.
alter table tips add column misuse text[] not null default '{}';
alter table tips add column lane_settled boolean not null default false;

-- Milliseconds in which somebody speaks in a recording; nothing by which a voice could be known.
create table recording_sounds (
  evidence_id uuid primary key references evidence (id) on delete cascade,
  tip_id uuid not null references tips (id) on delete cascade,
  voiced_ms integer not null
);

grant select (misuse, lane_settled), update (misuse) on tips to shirokuro_public, shirokuro_worker;
grant select, insert, delete on recording_sounds to shirokuro_worker;
grant select (message_id) on call_notes to shirokuro_worker;
grant select (tip_id) on messages to shirokuro_worker;
grant select (identifier_counts, threat_to_life) on tips to shirokuro_worker;
