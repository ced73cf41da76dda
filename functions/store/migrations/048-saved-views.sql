-- Views of the queue that an officer keeps, for themselves or for their whole region. What they look for is sealed.
create table saved_views (
  id uuid primary key,
  officer_id text not null references auth."user" (id) on delete cascade,
  -- every officer of this region sees it; null: only its officer
  team text,
  sealed bytea not null,
  created_at timestamptz not null
);
create index saved_views_officer on saved_views (officer_id);
create index saved_views_team on saved_views (team) where team is not null;

grant select, insert, delete on saved_views to shirokuro_staff;
