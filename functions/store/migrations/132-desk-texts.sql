-- Words that the desk edits by language: what the holder of a receipt is told, and the questions it asks ready-made. What
-- is not here stands in the program's content. Nothing is overwritten: each version stays, null goes back to the content.
create table desk_texts (
  key text not null,
  locale text not null,
  version integer not null check (version > 0),
  text text,
  at timestamptz not null,
  officer_id text not null references auth."user" (id),
  primary key (key, locale, version)
);

grant select, insert on desk_texts to shirokuro_staff;
-- The words are for everyone to read; who wrote them is not.
grant select (key, locale, version, text) on desk_texts to shirokuro_public;
