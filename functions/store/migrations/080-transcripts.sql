-- What officers wrote down of a recording. The words are the message of the same id; an earlier writing stays beside it.
create table transcripts (
  id uuid primary key references messages (id) on delete cascade,
  evidence_id uuid not null references evidence (id) on delete cascade,
  number integer not null,
  officer_id text not null,
  at timestamptz not null,
  unique (evidence_id, number)
);
-- No update and no delete: a correction is another row.
grant select, insert on transcripts to shirokuro_staff;

-- Words that the desk adds to a tip are compared as later words of the reporter are.
grant insert, update (waiting_since) on tip_traces to shirokuro_staff;
grant insert on identifier_guesses to shirokuro_staff;
