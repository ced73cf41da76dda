-- The desk finds a tip by its receipt: five bytes of an HMAC under a key that public and staff hold, and never the
-- worker or the database. Tips from before have none until their reporter writes again under the receipt.
alter table tips add column receipt_lookup bytea check (octet_length(receipt_lookup) = 5);
create index tips_receipt_lookup on tips (receipt_lookup) where receipt_lookup is not null;
grant select (receipt_lookup), update (receipt_lookup) on tips to shirokuro_public;
