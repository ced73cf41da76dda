-- What arrives next on top, over any number of tips.
create index tips_arrival on tips (lane, eta, band, received_at, id) where eta is not null;
