-- What the worker makes of a recording while it has the sound: the waveform's peaks, a disguised voice, a transcript.
create table recording_copies (
  id uuid primary key,                          -- also the sealed file's name in the evidence store
  evidence_id uuid not null references evidence (id) on delete cascade,
  kind text not null check (kind in ('peaks', 'disguised', 'transcript')),
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  created_at timestamptz not null,
  unique (evidence_id, kind)
);
grant select, insert, delete on recording_copies to shirokuro_worker;
grant select on recording_copies to shirokuro_staff;

-- A transcript joins the tip as later words do: sealed, searched by hashes, triaged.
grant insert on messages, search_terms, identifiers to shirokuro_worker;
grant select (id) on messages to shirokuro_worker;
grant select (source_id) on search_terms to shirokuro_worker;
grant select (identifier_counts, unread_since, lang, machine_band, score, place_codes, reasons, region) on tips to shirokuro_worker;
grant update (band, score, region, urgency, eta, threat_to_life, categories, place_codes, reasons, identifier_counts,
              disposition, lane, unread_since, machine_band, version)
  on tips to shirokuro_worker;
