-- The look for text messages that no hook told of asks which of their files are known.
create index evidence_message on evidence (message_sid) where message_sid is not null;
grant select (message_sid) on evidence to shirokuro_public;
