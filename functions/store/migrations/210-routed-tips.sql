-- An officer has said which Customs a tip is for: later words no longer move it. Whoever joins words to a tip asks.
alter table tips add column region_settled boolean not null default false;
grant select (region_settled) on tips to shirokuro_public, shirokuro_worker;
