-- What a caller may do with a recording: answer a question with it, take it back, leave a number beside it.

-- Which question of the call it answers: talk, what, where, when, which, how, call_time.
alter table evidence add column part text check (part ~ '^[a-z_]{1,20}$');

-- `erased`: the caller took it back before the call ended. The row stays, the sound does not.
alter table evidence drop constraint evidence_state_check;
alter table evidence add constraint evidence_state_check
  check (state in ('pending', 'stored', 'missing', 'erased'));
create index evidence_erased on evidence (created_at) where state = 'erased' and bytes is not null;

grant update (state) on evidence to shirokuro_public;
grant update (sealed_contact) on tips to shirokuro_public;
