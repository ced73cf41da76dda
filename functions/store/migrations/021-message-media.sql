-- Pictures and files of text messages: fetched from the provider, sealed, and removed there, like recordings.
alter table evidence add column message_sid text;
alter table evidence add column media_sid text unique;
alter table evidence add constraint evidence_media_check check ((message_sid is null) = (media_sid is null));
create index evidence_media_at_source on evidence (created_at) where media_sid is not null and source_removed_at is null;
