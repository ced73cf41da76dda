-- A session that looks at the practice desk: its verbs are given stores on another database.
alter table auth.session add column training boolean not null default false;
