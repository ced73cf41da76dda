-- What a machine heard of a recording that the caller has erased is dropped: the public role must see when each was made.
grant select (created_at) on evidence to shirokuro_public;
