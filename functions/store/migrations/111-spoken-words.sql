-- What callers told an officer, as the officer wrote it down: a tip of its own, or a message of the call's tip. The id is theirs.
create table spoken_words (
  id uuid primary key,
  tip_id uuid not null references tips (id) on delete cascade,
  officer_id text not null,
  at timestamptz not null
);
create index spoken_words_tip on spoken_words (tip_id);

-- The desk may file what it was told, and still change or remove nothing of it.
grant insert on tips to shirokuro_staff;
grant select, insert on spoken_words to shirokuro_staff;
-- No recording is missed on a talk that was written down.
grant select (tip_id) on spoken_words to shirokuro_worker;
