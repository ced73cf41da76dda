-- A page's live line ends with its session, and with the role and region it was opened in: each open line looks again when
-- somebody comes or goes at the desk, and is told so of these too. The payload says nothing of whom.
create function announce_desk() returns trigger language plpgsql as $$
begin
  perform pg_notify('desk', '');
  return null;
end
$$;
create trigger session_over after delete on auth.session for each row execute function announce_desk();
create trigger standing_changed after update of role, region, "leftAt", "twoFactorEnabled" on auth."user"
  for each row when (
    (old.role, old.region, old."leftAt", old."twoFactorEnabled")
      is distinct from (new.role, new.region, new."leftAt", new."twoFactorEnabled")
  )
  execute function announce_desk();
